import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NONE_FEATURES } from "../../src/actor/antecedent-features.js";
import { type AntecedentQuestion, LearnedRanker } from "../../src/actor/antecedent-ranker.js";
import { CANDIDATE_FEATURES, CANDIDATE_VALUES, NOTHING } from "../../src/actor/antecedent-values.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { QuotedWords } from "../../src/actor/quoted-words.js";
import { sideOf, Voices } from "../../src/actor/voices.js";
import { stateKind } from "../../src/knowledge/state-kinds.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { loadCases } from "./cases.js";

const cases = loadCases();
const FORMS = [
  "Macron",
  "Merkel",
  "he",
  "she",
  "its",
  "they",
  "their",
  "we",
  "our",
  "himself",
  "who",
  "“",
  "”",
  "and",
  "said",
  "China",
];

const question = (values: AntecedentQuestion["values"], none: AntecedentQuestion["none"]) =>
  ({ word: 9, group: "it", candidates: [], values, none }) as const;

describe("LearnedRanker", () => {
  const table = [
    "pronouns\tfeature\tvalue\tweight",
    "# a comment",
    "it\tdistance\t0\t2",
    "it\tnone\tnsubj\t1",
    "",
  ];
  const far = (words: string) =>
    CANDIDATE_FEATURES.map((name) =>
      name === "distance" ? CANDIDATE_VALUES.distance.indexOf(words) : NOTHING,
    );
  const none = NONE_FEATURES.map((name) => (name === "none" ? "nsubj" : undefined));

  it("gives the softmax over the sums of weights, none last", () => {
    const ranker = new LearnedRanker(table.join("\n"));
    const found = ranker.probabilities(question([far("0"), far("5")], none));
    const sum = Math.exp(2) + 1 + Math.exp(1);
    expect(found).toHaveLength(3);
    expect(found[0]).toBeCloseTo(Math.exp(2) / sum, 10);
    expect(found[1]).toBeCloseTo(1 / sum, 10);
    expect(found[2]).toBeCloseTo(Math.exp(1) / sum, 10);
  });

  it("is sure of none where there is no candidate", () => {
    expect(new LearnedRanker("").probabilities(question([], []))).toEqual([1]);
  });

  it.each(["it\tdistance\t0\tmuch", "it\tdistance\tfar\t1", "we\tdistance\t0\t1", "it\theight\t0\t1", "it"])(
    "names the line that is no weight: %j",
    (line) => {
      expect(() => new LearnedRanker(`# a comment\n${line}`)).toThrow("line 2");
    },
  );

  it("has each value's words once", () => {
    for (const values of Object.values(CANDIDATE_VALUES)) expect(new Set(values).size).toBe(values.length);
  });
});

describe("quotations and who speaks in them", () => {
  it("numbers the stretches between marks", () => {
    const { analysis } = cases.get("quoted-side")!;
    const quoted = new QuotedWords(analysis);
    const inside = analysis.words.filter((w) => quoted.of(w.index) > 0).map((w) => w.form);
    expect(inside.slice(0, 2)).toEqual(["We", "will"]);
    expect(inside).not.toContain("Osei");
  });

  it("gives the innermost voice", () => {
    const voices = new Voices([
      { content: [{ start: 0, end: 100 }], source: 50 },
      { content: [{ start: 20, end: 40 }], source: 60 },
    ]);
    expect(voices.sourceAt({ start: 25, end: 27 })).toBe(60);
    expect(voices.sourceAt({ start: 45, end: 47 })).toBe(50);
    expect(voices.sourceAt({ start: 99, end: 102 })).toBeUndefined();
  });

  it("lets a minister speak for the state and a manager for the company", () => {
    expect(sideOf([{ code: "GHA", sector: "GOV", agency: "foreign ministry", person: "Ama Osei" }])).toEqual([
      { code: "GHA" },
    ]);
    expect(sideOf([{ code: "RUS", sector: "BUS", agency: "Gazprom", person: "Ivan Belov" }])).toEqual([
      { code: "RUS", sector: "BUS", agency: "Gazprom" },
    ]);
  });

  it("reads 'we' and 'our' as the side of the speaker who is named behind them", () => {
    const { report, analysis } = cases.get("quoted-side")!;
    const osei = analysis.words.find((w) => w.form === "Osei")!;
    const head = osei.deprel === "flat" ? osei.head : osei.index;
    const end = analysis.text.indexOf("”");
    const voices = [{ content: [{ start: 1, end }], source: head }];
    const found = findMentions(report, analysis, { voices });
    const we = found.find((m) => analysis.text.slice(m.start, m.end) === "We")!;
    expect(we.actors).toEqual([{ code: "GHA" }]);
    expect(found[we.antecedent!]!.actors[0]?.person).toBe("Ama Osei");
    const army = found.find((m) => analysis.text.slice(m.start, m.end) === "our army")!;
    expect(army.actors).toMatchObject([{ code: "GHA", sector: "MIL" }]);
    expect(findMentions(report, analysis).find((m) => m.head === we.head)!.actors).toEqual([]);
  });
});

describe("phrases that lean on the text", () => {
  const who = (id: string, words: string) => {
    const { report, analysis } = cases.get(id)!;
    const mention = findMentions(report, analysis).find((m) => analysis.text.slice(m.start, m.end) === words);
    return mention?.actors.map((a) => a.person ?? [a.code, a.sector, a.agency].filter(Boolean).join(" "));
  };

  it.each([
    ["met-and-agreed", "They", ["Emmanuel Macron", "Angela Merkel"]],
    ["met-and-agreed", "the president", ["Emmanuel Macron"]],
    ["met-and-agreed", "her", ["Angela Merkel"]],
    ["counterpart", "his Turkish counterpart", ["TUR GOV foreign ministry"]],
    ["kingdom-and-emirate", "The kingdom", ["SAU"]],
    ["kingdom-and-emirate", "the emirate", ["QAT"]],
    ["thanked-for-its", "its", ["GHA"]],
    ["unknown-body-between", "the group", []],
  ])("%s: %s", (id, words, expected) => {
    expect(who(id, words)).toEqual(expected);
  });
});

describe("kinds of states", () => {
  it("knows which states a noun may mean", () => {
    expect(stateKind(["islamic republic", "republic"])?.has("IRN")).toBe(true);
    expect(stateKind(["republic"])).toBeUndefined();
    expect(stateKind(["small kingdom", "kingdom"])?.has("FRA")).toBe(false);
  });
});

describe("any analysis at all", () => {
  const { report } = cases.get("latter")!;

  it("gives every pronoun a confidence between 0 and 1 or none, and follows chains without end", () => {
    fc.assert(
      fc.property(arbitraryAnalysis(FORMS), fc.nat(30), (analysis, source) => {
        const voices = [
          {
            content: [{ start: 0, end: analysis.text.length }],
            source: Math.min(source, analysis.words.length - 1),
          },
        ];
        const found = findMentions(
          { ...report, text: analysis.text },
          analysis,
          analysis.words.length > 0 ? { voices } : {},
        );
        for (const mention of found) {
          if (mention.confidence !== undefined) {
            expect(mention.confidence).toBeGreaterThanOrEqual(0);
            expect(mention.confidence).toBeLessThanOrEqual(1 + 1e-9);
          }
          if (mention.actors.length === 0) expect(mention.reason).toBeTruthy();
          if (mention.antecedent !== undefined) expect(found[mention.antecedent]).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});
