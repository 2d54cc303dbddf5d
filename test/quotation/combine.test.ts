import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, AttributionRole, RoleSpan } from "../../src/language/analysis.js";
import { findAttributions } from "../../src/quotation/find-attributions.js";
import { learnedAttributions } from "../../src/quotation/learned.js";
import { makeAnalysis, type Row } from "./rows.js";

/** A sentence and the spans that a model might tell: [role, first word, one past the last, first word of the cue]. */
function read(
  rows: readonly Row[],
  roles: readonly (readonly [AttributionRole, number, number, number, number?])[],
  alone?: "rules" | "learned",
) {
  const { report, analysis } = makeAnalysis(rows);
  const told: RoleSpan[] = roles.map(([role, first, last, cue, confidence]) => ({
    role,
    first,
    last,
    cue,
    ...(confidence === undefined ? {} : { confidence }),
    start: analysis.words[first]!.start,
    end: analysis.words[last - 1]!.end,
  }));
  const withRoles: Analysis = { ...analysis, roles: told };
  const text = (s: { start: number; end: number }) => report.text.slice(s.start, s.end);
  return findAttributions(report, withRoles, alone).map((a) => ({
    source: a.source && text(a.source.span),
    content: a.content.map(text).join(" ... "),
    by: a.by,
    rule: a.rule,
    act: a.act,
  }));
}

const SAID: readonly Row[] = [
  ["Berg", "Berg", "PROPN", "NNP", 1, "nsubj"],
  ["said", "say", "VERB", "VBD", -1, "root"],
  ["prices", "price", "NOUN", "NNS", 3, "nsubj"],
  ["fell", "fall", "VERB", "VBD", 1, "ccomp"],
  [".", ".", "PUNCT", ".", 1, "punct"],
];
const SHRUGGED: readonly Row[] = [
  ["Berg", "Berg", "PROPN", "NNP", 1, "nsubj"],
  ["shrugged", "shrug", "VERB", "VBD", -1, "root"],
  ["that", "that", "SCONJ", "IN", 4, "mark"],
  ["prices", "price", "NOUN", "NNS", 4, "nsubj"],
  ["fell", "fall", "VERB", "VBD", 1, "ccomp"],
  [".", ".", "PUNCT", ".", 1, "punct"],
];
const BACKED: readonly Row[] = [
  ["Berg", "Berg", "PROPN", "NNP", 1, "nsubj"],
  ["supported", "support", "VERB", "VBD", -1, "root"],
  ["the", "the", "DET", "DT", 3, "det"],
  ["plan", "plan", "NOUN", "NN", 1, "obj"],
  [".", ".", "PUNCT", ".", 1, "punct"],
];

const CALLS: readonly Row[] = [
  ["Oman", "Oman", "PROPN", "NNP", 1, "nsubj"],
  ["rejected", "reject", "VERB", "VBD", -1, "root"],
  ["calls", "call", "NOUN", "NNS", 1, "obj"],
  ["by", "by", "ADP", "IN", 4, "case"],
  ["Iran", "Iran", "PROPN", "NNP", 2, "nmod"],
  ["to", "to", "PART", "TO", 6, "mark"],
  ["talk", "talk", "VERB", "VB", 2, "acl"],
  [".", ".", "PUNCT", ".", 1, "punct"],
];

describe("combine", () => {
  it("takes who is named after 'by' for the source of a noun of saying, whatever the model tells", () => {
    const told = read(CALLS, [
      ["source", 0, 1, 2],
      ["cue", 2, 3, 2],
      ["content", 5, 7, 2],
    ]);
    expect(told.map(({ source }) => source)).toEqual(["Iran"]);
  });

  it("keeps the words of the rules where both tell an attribution", () => {
    const roles = [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 3, 4, 1],
    ] as const;
    expect(read(SAID, roles)).toEqual([
      { source: "Berg", content: "prices fell", by: "both", rule: "clause", act: "asserts" },
    ]);
  });

  it("adds what only the model tells, at a cue that the list does not have", () => {
    const roles = [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 2, 5, 1],
    ] as const;
    const learned = {
      source: "Berg",
      content: "that prices fell",
      by: "learned",
      rule: "learned",
      act: "asserts",
    };
    expect(read(SHRUGGED, roles)).toEqual([learned]);
    expect(read(SHRUGGED, roles, "learned")).toEqual([learned]);
    expect(read(SHRUGGED, roles, "rules")).toEqual([]);
  });

  it("leaves out what the model tells without a source, or is not sure of", () => {
    const cue = ["cue", 1, 2, 1] as const;
    expect(read(SHRUGGED, [["source", 0, 1, 1], cue, ["content", 2, 5, 1, 0.2]])).toEqual([]);
    expect(
      read(SHRUGGED, [
        ["source", 0, 1, 1],
        ["cue", 1, 2, 1, 0.2],
        ["content", 2, 5, 1],
      ]),
    ).toEqual([]);
    expect(read(SHRUGGED, [["source", 0, 1, 1], cue, ["content", 2, 5, 1, 0.5]])).toHaveLength(1);
    const nobody = SHRUGGED.map(
      (row): Row => (row[0] === "Berg" ? ["Then", "then", "ADV", "RB", 1, "advmod"] : row),
    );
    expect(read(nobody, [cue, ["content", 2, 5, 1]])).toEqual([]);
  });

  it("leaves out a cue inside the very quotation that the model hangs on it", () => {
    const rows: Row[] = [
      ["“", "“", "PUNCT", "``", 2, "punct"],
      ["We", "we", "PRON", "PRP", 2, "nsubj"],
      ["know", "know", "VERB", "VBP", 7, "ccomp"],
      ["why", "why", "ADV", "WRB", 2, "advmod"],
      [",", ",", "PUNCT", ",", 2, "punct"],
      ["”", "”", "PUNCT", "''", 2, "punct"],
      ["Berg", "Berg", "PROPN", "NNP", 7, "nsubj"],
      ["said", "say", "VERB", "VBD", -1, "root"],
      [".", ".", "PUNCT", ".", 7, "punct"],
    ];
    const roles = [
      ["source", 1, 2, 2],
      ["cue", 2, 3, 2],
      ["content", 3, 4, 2],
    ] as const;
    expect(read(rows, roles)).toMatchObject([{ source: "Berg", content: "We know why ,", by: "rules" }]);
    expect(read(rows, roles, "learned")).toEqual([]);
  });

  it("does not take whom something is said of for who says it", () => {
    const rows: Row[] = [
      ["Berg", "Berg", "PROPN", "NNP", 2, "nsubj:pass"],
      ["was", "be", "AUX", "VBD", 2, "aux:pass"],
      ["charged", "charge", "VERB", "VBN", -1, "root"],
      ["with", "with", "ADP", "IN", 4, "case"],
      ["fraud", "fraud", "NOUN", "NN", 2, "obl"],
      [".", ".", "PUNCT", ".", 2, "punct"],
    ];
    const roles = [
      ["source", 0, 1, 2],
      ["cue", 2, 3, 2],
      ["content", 4, 5, 2],
    ] as const;
    expect(read(rows, roles)).toEqual([]);
  });

  it("does not know what a cue does that no list has", () => {
    const unheard = SHRUGGED.map(
      (row): Row => (row[1] === "shrug" ? ["wombled", "womble", "VERB", "VBD", -1, "root"] : row),
    );
    const [found] = read(unheard, [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 2, 5, 1],
    ]);
    expect(found).toMatchObject({ by: "learned", act: undefined });
  });

  it("keeps the words of the rules where the model tells a part of them", () => {
    const roles = [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 4, 5, 1],
    ] as const;
    const fixed: Row[] = [
      SAID[0]!,
      SAID[1]!,
      ["prices", "price", "NOUN", "NNS", 5, "nsubj"],
      ["at", "at", "ADP", "IN", 4, "case"],
      ["home", "home", "NOUN", "NN", 2, "nmod"],
      ["fell", "fall", "VERB", "VBD", 1, "ccomp"],
      [".", ".", "PUNCT", ".", 1, "punct"],
    ];
    expect(read(fixed, roles)).toMatchObject([{ content: "prices at home fell", by: "both" }]);
  });

  it("keeps what the rules tell as said where the model is silent, but no stance", () => {
    expect(read(SAID, [])).toMatchObject([{ content: "prices fell", by: "rules" }]);
    expect(read(BACKED, [])).toEqual([]);
    expect(read(BACKED, [], "rules")).toMatchObject([{ content: "the plan" }]);
  });

  it("gives nothing for learned spans that are no attribution: a cue without content, content that is a mark", () => {
    expect(read(SHRUGGED, [["cue", 1, 2, 1]])).toEqual([]);
    expect(read(SHRUGGED, [["content", 5, 6, -1]])).toEqual([]);
  });

  it("reads content without a cue near by as nobody's", () => {
    const { analysis } = makeAnalysis(SAID);
    const span = { role: "content", first: 2, last: 4, cue: -1, start: 10, end: 21 } as const;
    expect(learnedAttributions({ ...analysis, roles: [span] })).toEqual([
      { content: [[2, 4]], confidence: 1 },
    ]);
  });

  it("gives words of the text, whatever the model tells", () => {
    const rows = [...SAID, ...SHRUGGED, ...BACKED].map((row, i): Row => {
      const begin = i < 5 ? 0 : i < 11 ? 5 : 11;
      return [row[0], row[1], row[2], row[3], row[4] < 0 ? (begin === 0 ? -1 : 1) : row[4] + begin, row[5]];
    });
    const span = fc
      .tuple(fc.constantFrom<AttributionRole>("source", "cue", "content"), fc.nat(15), fc.nat(4), fc.nat(15))
      .map(([role, first, length, cue]) => [role, first, Math.min(16, first + 1 + length), cue] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (roles) => {
        for (const a of read(rows, roles)) {
          expect(a.content).toMatch(/[a-z]/);
          expect(["rules", "learned", "both"]).toContain(a.by);
        }
        expect(read(rows, roles)).toEqual(read(rows, roles));
      }),
    );
  });

  it("takes time in proportion to the words, whatever the model tells", () => {
    const rows = Array.from({ length: 400 }, (): readonly Row[] => SAID).flatMap((five, n) =>
      five.map(
        (row): Row => [row[0], row[1], row[2], row[3], row[4] < 0 ? n * 5 - 4 : row[4] + n * 5, row[5]],
      ),
    );
    rows[1] = [...rows[1]!.slice(0, 4), -1, "root"] as unknown as Row;
    const roles = Array.from({ length: 990 }, (_, i) => {
      const role = (["cue", "content", "source"] as const)[i % 3]!;
      return [role, i * 2, i * 2 + 2, (i - (i % 3)) * 2] as const;
    });
    const before = process.cpuUsage();
    expect(read(rows, roles).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});
