import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness } from "../../../src/ledger/happenings/likeness.js";
import type { Profile } from "../../../src/ledger/happenings/profile.js";

const SHELLING: Profile = {
  events: ["e1"],
  types: ["MOBILIZE"],
  reality: "done",
  sources: [{ code: "RUR", sector: "COP" }],
  targets: [{ code: "NOR" }],
  mutual: false,
  about: [],
  from: "2017-03-01",
  to: "2017-03-02",
  published: "2017-03-02",
  past: false,
  several: false,
  triggers: ["shell"],
  words: [
    ["shell", 0.8],
    ["lighthouse", 0.6],
  ],
  quantities: [],
};
const points = (other: Partial<Profile>, sameReport = false) =>
  likeness(SHELLING, { ...SHELLING, ...other }, sameReport)?.points;
const { from: _, to: __, ...UNDATED } = SHELLING;

describe("likeness", () => {
  it("says what speaks for it, what counts most first", () => {
    expect(likeness(SHELLING, SHELLING, false)!.reasons.slice(0, 2)).toEqual([
      "they share shell, lighthouse",
      "on 2017-03-01",
    ]);
  });

  it("counts other objects against two acts, of one report only those in other words", () => {
    const of = (a: Partial<Profile>, b: Partial<Profile>, sameReport: boolean) =>
      likeness({ ...SHELLING, ...a }, { ...SHELLING, ...b }, sameReport)!.points;
    const [timber, curbs] = [
      { triggers: ["suspend"], objects: ["timber", "import"] },
      { triggers: ["enforce"], objects: ["curb"] },
    ];
    const same = of(timber, { ...curbs, objects: ["import"] }, true);
    expect(of(timber, curbs, true)).toBeLessThan(same);
    expect(of(timber, { ...curbs, triggers: ["suspend"] }, true)).toBeGreaterThan(same);
    expect(of(timber, curbs, false)).toBeLessThan(of(timber, { ...curbs, objects: ["import"] }, false));
    expect(of(timber, { ...curbs, triggers: ["suspend"] }, false)).toBeLessThan(
      of(timber, { triggers: ["suspend"], objects: ["import"] }, false),
    );
    expect(of(timber, { triggers: ["enforce"] }, true)).toBe(same);
  });

  it("counts another kind of act against two, the same number of its kind for them", () => {
    const of = (a: Partial<Profile>, b: Partial<Profile>) =>
      likeness({ ...SHELLING, ...a }, { ...SHELLING, ...b }, false)!.points;
    const [missile, bomb] = [{ kinds: ["missile"] }, { kinds: ["nuclear"] }];
    expect(of(missile, bomb)).toBeLessThan(of(missile, missile));
    expect(of(missile, { objects: ["nuclear", "bomb"] })).toBeLessThan(of(missile, {}));
    expect(of(bomb, { objects: ["nuclear", "bomb"] })).toBe(of(bomb, {}));
    expect(of({ ordinal: 6 }, { ordinal: 6 })).toBeGreaterThan(of({}, {}));
    // One says the 15th of the year, the other the 19th: a tension, not two acts.
    expect(of({ ordinal: 15 }, { ordinal: 19 })).toBe(of({}, {}));
  });

  it("takes the same words in quotation marks for one statement, whatever day the reports' dates make of it", () => {
    const said: Profile = { ...SHELLING, types: ["REQUEST"], quoted: ["1a2b"] };
    const later = { ...said, from: "2017-05-01", to: "2017-05-02" };
    expect(likeness(said, later, false)!.reasons).toContain("they quote the same words");
    expect(likeness(said, { ...later, quoted: ["3c4d"] }, false)).toBeUndefined();
    expect(likeness(said, later, true)).toBeUndefined();
  });

  it.each<[string, Partial<Profile>]>([
    ["another day", { from: "2017-03-04", to: "2017-03-05" }],
    ["another month", { from: "2017-04-01", to: "2017-05-01" }],
    ["another source", { sources: [{ code: "SWE" }] }],
    ["a state's rebels instead of its police", { sources: [{ code: "RUR", sector: "REB" }] }],
    ["only wanted", { reality: "wanted" }],
    ["a type that no act shares", { types: ["CONSULT"] }],
  ])("is none for %s", (_, other) => {
    expect(points(other)).toBeUndefined();
  });

  it.each<[string, Partial<Profile>]>([
    ["the next day", { from: "2017-03-02", to: "2017-03-03" }],
    ["the month around it", { from: "2017-03-01", to: "2017-04-01" }],
    ["another target", { targets: [{ code: "SWE" }] }],
    ["another type that may be the same act", { types: ["THREATEN"] }],
    ["other words", { words: [["parley", 1]], triggers: ["parley"] }],
    ["several acts", { several: true }],
    ["what lies in the past", { past: true }],
  ])("is less for %s", (_, other) => {
    expect(points(other)).toBeLessThan(points({})!);
  });

  it("is more for the same place, number and person", () => {
    const one: Profile = {
      ...SHELLING,
      place: "Strelsau",
      quantities: ["count 3 count"],
      sources: [{ code: "RUR", person: "Rupert" }],
    };
    expect(likeness(one, one, false)!.points).toBeGreaterThan(points({})!);
    expect(likeness(one, { ...one, place: "Zenda" }, false)!.points).toBeLessThan(
      likeness(one, one, false)!.points,
    );
  });

  it("is more the nearer reports of acts without a date are", () => {
    const told = (published: string) => likeness(UNDATED, { ...UNDATED, published }, false)!.points;
    expect(told("2017-03-02")).toBeGreaterThan(told("2017-03-05"));
    expect(told("2017-03-05")).toBeGreaterThan(told("2017-05-05"));
    const dated = (published: string) => likeness(SHELLING, { ...UNDATED, published }, false)!.points;
    expect(dated("2017-03-02")).toBeGreaterThan(dated("2017-03-20"));
  });

  it("lets the sides of mutual acts be swapped, and only theirs", () => {
    const talks: Profile = { ...SHELLING, types: ["CONSULT"], mutual: true };
    const swapped: Profile = { ...talks, sources: talks.targets, targets: talks.sources };
    expect(likeness(talks, swapped, false)!.points).toBe(likeness(talks, talks, false)!.points);
    expect(points({ sources: SHELLING.targets, targets: SHELLING.sources })).toBeUndefined();
  });

  it("is the same whichever comes first", () => {
    const party = fc.array(
      fc.record({ code: fc.constantFrom("RUR", "NOR"), person: fc.constantFrom("Kari", "Ola") }),
      { maxLength: 2 },
    );
    const profile: fc.Arbitrary<Profile> = fc
      .record({
        types: fc.constantFrom<Profile["types"]>(["MOBILIZE"], ["THREATEN"], ["REQUEST", "ACCUSE"]),
        sources: party,
        targets: party,
        mutual: fc.boolean(),
        past: fc.boolean(),
        published: fc.constantFrom("2017-03-01", "2017-03-02", "2017-04-20"),
        dated: fc.boolean(),
      })
      .map(({ dated, ...rest }) => ({ ...(dated ? SHELLING : UNDATED), ...rest }));
    fc.assert(
      fc.property(profile, profile, fc.boolean(), (a, b, sameReport) => {
        expect(likeness(b, a, sameReport)?.points).toBe(likeness(a, b, sameReport)?.points);
      }),
      { seed: 3 },
    );
  });
});
