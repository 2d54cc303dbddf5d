import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/time/calendar.js";
import { nthWeekday } from "../../src/time/moment.js";
import { COMPOUND, SIMPLE } from "../../src/time/patterns.js";
import { loadVocabulary } from "../../src/time/vocabulary.js";

const GROUPS = ["none", "date", "shift", "duration", "set", "reference", "since", "clock", "compound"];
const FIELDS =
  "read year month day weekday quarter half season decade century weekend unit count offset anchor days part mod value only within behind ahead not-ahead".split(
    " ",
  );

describe("the files of knowledge/time", () => {
  const vocabulary = loadVocabulary();

  it("has only groups and fields that the program reads", () => {
    expect([...vocabulary.patterns.keys()].sort()).toEqual([...GROUPS].sort());
    for (const [group, patterns] of vocabulary.patterns) {
      for (const pattern of patterns) {
        const fields = typeof pattern === "string" ? [] : Object.keys(pattern);
        expect([group, pattern, fields.filter((field) => !FIELDS.includes(field))]).toEqual([
          group,
          pattern,
          [],
        ]);
      }
    }
  });

  it("has each pattern once", () => {
    for (const [group, patterns] of vocabulary.patterns) {
      const reads = patterns.map((p) => (typeof p === "string" ? p : String(p.read)));
      expect([group, reads.filter((read, i) => reads.indexOf(read) !== i)]).toEqual([group, []]);
    }
  });

  it("can begin every pattern with some word", () => {
    for (const index of [SIMPLE, COMPOUND]) {
      const begun = new Set([...index.values()].flatMap((list) => list.map((c) => c.pattern.by)));
      const groups = index === SIMPLE ? GROUPS.filter((g) => g !== "compound") : ["compound"];
      const all = groups.reduce((sum, group) => sum + (vocabulary.patterns.get(group)?.length ?? 0), 0);
      expect(begun.size).toBe(all);
    }
  });

  it("writes all words in lower case", () => {
    for (const words of vocabulary.classes.values())
      for (const word of words.keys()) expect(word).toBe(word.toLowerCase());
    for (const list of vocabulary.lists.values())
      for (const word of list) expect(word).toBe(word.toLowerCase());
  });

  it("has a rule for every holiday", () => {
    for (const holiday of vocabulary.holidays) {
      const fixed = holiday.month !== undefined && holiday.day !== undefined;
      const floating =
        holiday.month !== undefined && holiday.weekday !== undefined && holiday.nth !== undefined;
      expect([holiday.name, fixed || floating || holiday.easter !== undefined]).toEqual([holiday.name, true]);
    }
  });

  it("finds the nth weekday of a month", () => {
    expect(nthWeekday(2016, 11, 4, 4)).toBe(dayOf({ year: 2016, month: 11, day: 24 }));
    expect(nthWeekday(2017, 5, 1, -1)).toBe(dayOf({ year: 2017, month: 5, day: 29 }));
  });
});
