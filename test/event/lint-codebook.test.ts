import { describe, expect, it } from "vitest";
import { loadCodebook, parseCodebookFile, readCodebookFile } from "../../src/event/codebook.js";
import { EVENT_TYPES } from "../../src/event/event.js";
import { lintCodebookFile } from "../../src/event/lint-codebook.js";

const cases = {
  are: Array.from({ length: 10 }, (_, i) => ({ text: `Peru sanctioned Norway ${i} times.`, source: "Peru" })),
  "are-not": Array.from({ length: 6 }, (_, i) => `Rain fell on day ${i}.`),
};
const file = (pattern: object, other: object = {}) => ({
  type: "SANCTION",
  definition: "A side cuts back what went on between it and another.",
  patterns: [{ name: "sanction", verb: "sanction", source: "subject", target: "object", ...pattern }],
  cases,
  ...other,
});
const problems = (data: unknown, name = "SANCTION.yaml") =>
  lintCodebookFile(name, data).map((p) => p.sentence);

describe("the project's codebook", () => {
  it.each(EVENT_TYPES)("%s.yaml has no problems", (type) => {
    expect(parseCodebookFile(`${type}.yaml`, readCodebookFile(type)).type).toBe(type);
  });

  it("is indexed by lemma", () => {
    const codebook = loadCodebook();
    expect(codebook.verbs.get("turn")?.some((e) => e.particles[0] === "down")).toBe(true);
    expect(codebook.nouns.get("sanction")?.length).toBeGreaterThan(0);
    expect(codebook.verbs.size).toBeGreaterThan(500);
  });
});

describe("the linter", () => {
  it("accepts a sound file", () => {
    expect(problems(file({}))).toEqual([]);
  });

  it.each([
    ["a pattern without a trigger", file({ verb: undefined }), "no trigger"],
    ["an unknown slot", file({ target: "beneficiary" }), '"beneficiary"'],
    ["an unknown list", file({ with: { object: "<nothing>" } }), '"<nothing>"'],
    ["light verbs without a noun", file({ light: "impose" }), "light verbs without an event noun"],
    ["an unknown field", file({ colour: "red" }), "colour"],
    ["words in capitals", file({ verb: "Sanction" }), "lower case"],
    ["an unknown kind of actor", file({ kinds: { source: "states" } }), "PLOVER sector"],
    ["a file named for another type", file({}, { type: "AID" }), "the type AID"],
    ["too few cases", file({}, { cases: { are: [], "are-not": [] } }), "cases.are"],
  ])("says what is wrong with %s", (_, data, words) => {
    const found = problems(data);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join("\n")).toContain(words);
    for (const sentence of found)
      expect(sentence).toMatch(/^codebook\/SANCTION\.yaml.*: met .*; expected .*\.$/s);
  });

  it("names the pattern, not its number", () => {
    expect(problems(file({ name: "cut-ties", source: "subjekt.x" }))[0]).toContain(
      'pattern "cut-ties", source',
    );
  });

  it("wants names, sentences and their words to be found once", () => {
    const twice = file({});
    twice.patterns.push(twice.patterns[0]!);
    expect(problems(twice)[0]).toContain("the name twice");
    const wrong = { ...cases, are: cases.are.map((c, i) => (i === 0 ? { ...c, source: "Chile" } : c)) };
    expect(problems(file({}, { cases: wrong }))[0]).toContain('source "Chile"');
    const again = { ...cases, "are-not": [...cases["are-not"], cases["are-not"][0]!] };
    expect(problems(file({}, { cases: again }))[0]).toContain("the same sentence twice");
  });
});
