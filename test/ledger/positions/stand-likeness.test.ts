import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "../../../src/ledger/positions/changes.js";
import { decidePositions } from "../../../src/ledger/positions/decide-positions.js";
import { STANCES } from "../../../src/ledger/positions/position-words.js";
import { POSITION_RULES } from "../../../src/ledger/positions/rules.js";
import type { Stand } from "../../../src/ledger/positions/stand.js";
import { standLikeness } from "../../../src/ledger/positions/stand-likeness.js";

const stand = (other: Partial<Stand> = {}): Stand => ({
  id: "k1",
  report: "r1",
  day: "2018-03-01",
  row: "e1",
  start: 0,
  actor: "NOR",
  stance: "refuses",
  toward: [],
  about: ["RUS"],
  past: false,
  words: [["border", 1]],
  ...other,
});

describe("standLikeness", () => {
  it("is none between actors or stances", () => {
    expect(standLikeness(stand(), stand({ actor: "SWE" }))).toBeUndefined();
    expect(standLikeness(stand(), stand({ stance: "demands" }))).toBeUndefined();
  });

  it("joins refusals about the same third, demands only with words or addressee", () => {
    const other = { words: [["fleet", 1]] as const };
    const points = (stance: Stand["stance"], more: Partial<Stand> = {}) =>
      standLikeness(stand({ stance }), stand({ stance, ...other, ...more }))!.points;
    expect(points("refuses")).toBeGreaterThanOrEqual(POSITION_RULES.similarity);
    expect(points("demands")).toBeLessThan(POSITION_RULES.similarity);
    expect(points("demands", { words: [["border", 1]] })).toBeGreaterThan(POSITION_RULES.similarity);
  });

  it("keeps blame of one and blame of another apart", () => {
    const [a, b] = [
      stand({ stance: "blames", toward: ["SWE"] }),
      stand({ stance: "blames", toward: ["DNK"] }),
    ];
    expect(standLikeness(a, b)).toBeUndefined();
  });
});

describe("stands without a day", () => {
  const undated = (report: string, terms: readonly string[]) =>
    stand({ day: "", report, reportTerms: terms.map((term) => [term, 1 / Math.sqrt(terms.length)]) });
  const border = undated("r1", ["border", "asylum", "fence", "patrol"]);

  it("are compared where their reports are about the same", () => {
    expect(standLikeness(border, undated("r2", ["border", "fence", "minister", "talks"]))).toBeDefined();
    expect(standLikeness(border, undated("r1", ["whale", "quota", "harpoon", "catch"]))).toBeDefined();
  });

  it("are not where decades may lie between them", () => {
    expect(standLikeness(border, undated("r2", ["whale", "quota", "harpoon", "catch"]))).toBeUndefined();
  });
});

describe("changeBetween", () => {
  const position = (stance: Stand["stance"], stands: Stand[]) => ({
    id: stance,
    actor: "NOR",
    stance,
    stands,
  });
  const praise = stand({ stance: "supports", toward: ["SWE"], person: "Kari Dahl" });
  const blame = stand({
    stance: "blames",
    toward: ["SWE"],
    person: "Kari Dahl",
    day: "2018-06-20",
    report: "r2",
  });

  it("is from the earlier to the later of one speaker", () => {
    const [a, b] = [position("supports", [praise]), position("blames", [blame])];
    expect(changeBetween(a, b)).toMatchObject({ earlierStand: praise, laterStand: blame });
    expect(changeBetween(b, a)).toBeUndefined();
  });

  it("is none by another speaker, towards another, or years later", () => {
    const change = (other: Partial<Stand>) =>
      changeBetween(position("supports", [praise]), position("blames", [{ ...blame, ...other }]));
    expect(change({ person: "Ola Berg" })).toBeUndefined();
    expect(change({ toward: ["DNK"] })).toBeUndefined();
    expect(change({ day: "2021-06-20" })).toBeUndefined();
  });

  it("is read within one report from what it tells as past", () => {
    const now = { ...blame, report: "r1", day: praise.day };
    expect(changeBetween(position("supports", [praise]), position("blames", [now]))).toBeUndefined();
    const before = { ...praise, past: true };
    expect(changeBetween(position("supports", [before]), position("blames", [now]))).toBeDefined();
  });
});

it("decidePositions gives the same whatever the order of stands", () => {
  const code = fc.constantFrom("RUS", "SWE", "DNK");
  const arbitrary = fc.record({
    day: fc.constantFrom("", "2018-03-01", "2018-03-09", "2019-01-01"),
    stance: fc.constantFrom(...STANCES),
    toward: fc.uniqueArray(code, { maxLength: 2 }),
    about: fc.uniqueArray(code, { maxLength: 2 }),
    word: fc.constantFrom("border", "fleet", "gas"),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 12 }), fc.integer({ min: 0 }), (list, turn) => {
      const stands = list.map(({ word, ...rest }, i) =>
        stand({ ...rest, id: `k${i}`, row: `e${i}`, start: i, words: [[word, 1]] }),
      );
      const cut = stands.length ? turn % stands.length : 0;
      const turned = [...stands.slice(cut), ...stands.slice(0, cut)].reverse();
      const byId = <T extends { id: string }>(items: readonly T[]) =>
        [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(decidePositions(turned))).toEqual(byId(decidePositions(stands)));
      expect(decidePositions(stands).flatMap((p) => p.stands).length).toBe(stands.length);
    }),
    { seed: 20180301 },
  );
});
