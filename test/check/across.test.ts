import { expect, it } from "vitest";
import { type AcrossInput, checkAcross, type Opposed } from "../../src/check/across.js";
import type { GoldAcross } from "../../src/check/gold-reading.js";
import { sampleReading } from "../support/reading.js";

const reading = sampleReading();
const report = reading.report.id;
const side = (id: string, words: string) => ({ id, report, words });
const pairOf = (id: string, first: string, second: string): Opposed => ({
  id,
  first: side(first, "Norway turned down calls"),
  second: side(second, "trade in salmon grew by a third"),
});
const input: AcrossInput = {
  readings: new Map([["harbour", reading]]),
  named: new Map([
    ["a1", { gold: "harbour", trigger: "turned down", row: "e1" }],
    ["a2", { gold: "harbour", trigger: "grew", row: "e2" }],
    ["a3", { gold: "harbour", trigger: "sank" }],
  ]),
  stories: [],
  tensions: [pairOf("t1", "e1", "e9")],
  positions: [{ id: "p1", code: "NOR", stands: [side("e1", "Norway turned down calls")] }],
  changes: [{ ...pairOf("c1", "e1", "e2"), code: "NOR", person: "Kari Nordmann" }],
};
const verdict = (
  gold: Omit<Extract<GoldAcross, { kind: string }>, "may"> | object,
  other: Partial<AcrossInput> = {},
) => {
  const [row] = checkAcross([{ may: false, ...gold } as GoldAcross], { ...input, ...other }, "harbour");
  return [row!.state, row!.row, ...row!.differs];
};

it("finds a tension by its events or by its words, in either order", () => {
  const first = "a1: turned down calls";
  const second = "trade in salmon grew (harbour)";
  expect(verdict({ kind: "tension", first, second })).toEqual(["found", "t1"]);
  expect(verdict({ kind: "tension", first: second, second: first })).toEqual(["found", "t1"]);
  expect(verdict({ kind: "tension", first, second: "a fire in the port (harbour)" })).toEqual([
    "missing",
    undefined,
  ]);
});

it("finds a position that rests on rows of every report, and says on which it does not", () => {
  const gold = { kind: "position held again", actor: "NOR", position: "no", in: ["a1", "a2"] };
  expect(verdict(gold)).toEqual(["found", "p1", "does not rest on a2"]);
  expect(verdict({ ...gold, actor: "SWE" })).toEqual(["missing", undefined]);
  expect(verdict({ ...gold, in: ["a3"] })).toEqual(["missing", undefined]);
});

it("finds a change of the person's position", () => {
  const gold = { kind: "position changed", actor: "NOR.GOV", person: "Kari Nordmann", from: "a1", to: "a2" };
  expect(verdict(gold)).toEqual(["found", "c1"]);
  expect(verdict({ ...gold, person: "Rupert Hentzau" })).toEqual(["missing", undefined]);
});

it("says where the ledger keeps nothing of the kind", () => {
  const { tensions, ...without } = input;
  const [row] = checkAcross([{ kind: "tension", may: false, first: "a1", second: "a2" }], without, "harbour");
  expect(row!.state).toBe("not kept");
});
