import { expect, it } from "vitest";
import type { Event } from "../../../src/event/event.js";
import { isUndone, turned } from "../../../src/ledger/exchanges/exchange-kind.js";

it.each([
  ["refusal", true, false, "denial"],
  ["refusal", false, false, "refusal"],
  ["refusal", undefined, false, "refusal"],
  ["denial", false, false, "refusal"],
  ["denial", undefined, false, "denial"],
  ["acceptance", false, true, "refusal"],
  ["acceptance", true, true, "denial"],
  ["refusal", false, true, undefined],
  ["response", undefined, true, undefined],
  ["response", undefined, false, "response"],
] as const)("%s of a charge (%s), negated (%s), is %s", (is, charge, negated, expected) => {
  expect(turned(is, charge, negated)).toBe(expected);
});

it("a response that is only asked for, or planned for something only named, answers nobody", () => {
  const answer = (status: Event["status"]) => ({ kind: "event", status }) as Event;
  const told = { record: answer("asserted"), how: "test" };
  expect(isUndone(answer("demanded"), "response", told)).toBe(true);
  expect(isUndone(answer("planned"), "response", undefined)).toBe(true);
  expect(isUndone(answer("planned"), "response", told)).toBe(false);
  expect(isUndone(answer("planned"), "refusal", undefined)).toBe(false);
  expect(isUndone(answer("asserted"), "response", undefined)).toBe(false);
});
