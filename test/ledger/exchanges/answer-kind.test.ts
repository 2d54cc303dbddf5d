import { expect, it } from "vitest";
import { answerKindOf } from "../../../src/ledger/exchanges/answer-kind.js";
import type { AnswerKind, OpeningKind } from "../../../src/ledger/exchanges/exchange.js";
import type { Turn } from "../../../src/ledger/exchanges/turn.js";

const base = { kind: "event", by: [{ code: "NOR" }], to: [], about: [], deflects: false } as unknown as Turn;
const kind = (opens: OpeningKind, answers: AnswerKind, other: Partial<Turn> = {}) =>
  answerKindOf({ ...base, opens }, { ...base, answers, ...other });

it.each<[OpeningKind, AnswerKind, Partial<Turn>, AnswerKind]>([
  ["demand", "refusal", {}, "refusal"],
  ["charge", "refusal", {}, "denial"],
  ["charge", "response", { negates: true }, "denial"],
  ["request", "response", { negates: true }, "refusal"],
  ["act", "response", { negates: true }, "response"],
  ["remark", "response", { negates: true }, "response"],
  ["request", "response", {}, "response"],
  ["demand", "counter-demand", { deflects: true }, "deflection"],
  ["demand", "refusal", { deflects: true }, "refusal"],
  ["charge", "counter-charge", { to: ["NOR"] }, "counter-charge"],
  ["charge", "counter-charge", { about: ["NOR"] }, "counter-charge"],
  ["charge", "counter-charge", { to: ["SWE"] }, "charge"],
])("a %s that meets a %s %j is answered by a %s", (opens, answers, other, expected) => {
  expect(kind(opens, answers, other)).toBe(expected);
});
