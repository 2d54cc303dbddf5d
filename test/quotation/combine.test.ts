import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, AttributionRole, RoleSpan } from "../../src/language/analysis.js";
import { findAttributions } from "../../src/quotation/find-attributions.js";
import { learnedAttributions } from "../../src/quotation/learned.js";
import { makeAnalysis, type Row } from "./rows.js";

/** A sentence and the spans that a model might tell: [role, first word, one past the last, first word of the cue]. */
function read(
  rows: readonly Row[],
  roles: readonly (readonly [AttributionRole, number, number, number])[],
  alone?: "rules" | "learned",
) {
  const { report, analysis } = makeAnalysis(rows);
  const told: RoleSpan[] = roles.map(([role, first, last, cue]) => ({
    role,
    first,
    last,
    cue,
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

describe("combine", () => {
  it("keeps the words of the rules where both tell an attribution", () => {
    const roles = [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 3, 4, 1],
    ] as const;
    expect(read(SAID, roles)).toEqual([
      { source: "Berg", content: "prices fell", by: "both", rule: "clause" },
    ]);
  });

  it("adds what only the model tells, at a cue that the list does not have", () => {
    const roles = [
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 2, 5, 1],
    ] as const;
    const learned = { source: "Berg", content: "that prices fell", by: "learned", rule: "learned" };
    expect(read(SHRUGGED, roles)).toEqual([learned]);
    expect(read(SHRUGGED, roles, "learned")).toEqual([learned]);
    expect(read(SHRUGGED, roles, "rules")).toEqual([]);
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
    expect(learnedAttributions({ ...analysis, roles: [span] })).toEqual([{ sources: [], content: [[2, 4]] }]);
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
