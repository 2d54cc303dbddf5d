import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, Sentence, UniversalTag, Word } from "../../src/language/analysis.js";
import { findAttributions } from "../../src/quotation/find-attributions.js";
import { findStatements } from "../../src/quotation/find-statements.js";
import { unknown } from "../../src/record/value.js";
import type { Paragraph, Report } from "../../src/report/report.js";

const VOCABULARY: readonly (readonly [form: string, upos: UniversalTag, xpos: string])[] = [
  ["said", "VERB", "VBD"],
  ["say", "VERB", "VB"],
  ["adding", "VERB", "VBG"],
  ["called", "VERB", "VBD"],
  ["according", "VERB", "VBG"],
  ["to", "ADP", "IN"],
  ["to", "PART", "TO"],
  ["that", "SCONJ", "IN"],
  ["who", "PRON", "WP"],
  ["claim", "NOUN", "NN"],
  ["Berg", "PROPN", "NNP"],
  ["the", "DET", "DT"],
  ["confident", "ADJ", "JJ"],
  ["(", "PUNCT", "-LRB-"],
  [")", "PUNCT", "-RRB-"],
  [",", "PUNCT", ","],
  [":", "PUNCT", ":"],
  [".", "PUNCT", "."],
  ["“", "PUNCT", "``"],
  ["”", "PUNCT", "''"],
  ['"', "PUNCT", "''"],
  ["‘", "PUNCT", "``"],
];
const RELATIONS = [
  ..."nsubj nsubj:pass obj iobj obl obl:agent ccomp xcomp advcl acl acl:relcl conj cc parataxis mark case punct".split(
    " ",
  ),
  ..."aux aux:pass cop appos nmod nmod:poss csubj dep compound:prt fixed flat".split(" "),
];
const LEMMAS = new Map([
  ["said", "say"],
  ["adding", "add"],
  ["called", "call"],
]);

/** A sentence of any words under any tree: `order` says which word is attached when, `under` to which earlier one. */
const sentence = fc.array(
  fc.record({
    word: fc.constantFrom(...VOCABULARY),
    relation: fc.constantFrom(...RELATIONS),
    order: fc.nat(),
    under: fc.nat(),
  }),
  {
    minLength: 1,
    maxLength: 14,
  },
);
const text = fc.array(fc.tuple(sentence, fc.boolean()), { minLength: 1, maxLength: 6 });
type Drawn = typeof text extends fc.Arbitrary<infer T> ? T : never;

function build(drawn: Drawn): { report: Report; analysis: Analysis } {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let out = "";
  for (const [tokens, opens] of drawn) {
    const first = words.length;
    const order = tokens.map((_, i) => i).sort((a, b) => tokens[a]!.order - tokens[b]!.order || a - b);
    if (out) out += opens ? "\n" : " ";
    const start = out.length;
    tokens.forEach(({ word: [form, upos, xpos], relation, under }, i) => {
      if (i > 0) out += " ";
      const place = order.indexOf(i);
      words.push({
        index: first + i,
        start: out.length,
        end: out.length + form.length,
        form,
        lemma: LEMMAS.get(form) ?? form.toLowerCase(),
        upos,
        xpos,
        head: place === 0 ? -1 : first + order[under % place]!,
        deprel: place === 0 ? "root" : relation,
        sentence: sentences.length,
      });
      out += form;
    });
    if (paragraphs.length === 0 || opens) {
      paragraphs.push({ start, end: out.length, role: paragraphs.length === 0 ? "title" : "body" });
    } else paragraphs[paragraphs.length - 1] = { ...paragraphs.at(-1)!, end: out.length };
    sentences.push({
      index: sentences.length,
      start,
      end: out.length,
      first,
      last: words.length,
      root: first + order[0]!,
      paragraph: paragraphs.length - 1,
    });
  }
  const none = unknown("made up");
  const report: Report = {
    kind: "report",
    id: "r",
    origin: "-",
    text: out,
    paragraphs,
    title: none,
    outlet: none,
    published: none,
    bylines: [],
    licence: none,
  };
  return { report, analysis: { kind: "analysis", text: out, sentences, words, names: [] } };
}

describe("findAttributions", () => {
  it("gives words of the text, inside one paragraph, in order, for any words under any trees", () => {
    fc.assert(
      fc.property(text, (drawn) => {
        const { report, analysis } = build(drawn);
        const found = findAttributions(report, analysis);
        let before = -1;
        found.forEach((a, index) => {
          expect(a.content.length).toBeGreaterThan(0);
          expect(a.content[0]!.start).toBeGreaterThanOrEqual(before);
          before = a.content[0]!.start;
          const spans = [...a.content, ...(a.source ? [a.source.span] : [])];
          for (const { start, end } of spans) {
            expect(start).toBeLessThan(end);
            expect(report.paragraphs.some((p) => p.start <= start && end <= p.end)).toBe(true);
            expect(report.text.slice(start, end)).toMatch(/[a-z]/i);
          }
          if (a.goesOnFrom !== undefined) expect(found[a.goesOnFrom]!.content).not.toEqual(a.content);
          if (a.cue) expect(a.cue.first).toBeLessThan(a.cue.last);
          expect(index).toBe(found.indexOf(a));
        });
        expect(findAttributions(report, analysis)).toEqual(found);
        const statements = findStatements(report, analysis, [], []);
        const ids = statements.map((s) => s.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { chain = [], quoted = [], content, medium, venue, addressee } of statements) {
          expect(chain.at(-1)).toMatchObject({ role: "report" });
          expect(chain.filter((link) => link.role === "speaker")).toHaveLength(1);
          const links = chain.flatMap((link) => [link.span, link.cue]);
          for (const span of [...links, ...quoted, medium, venue, addressee]) {
            if (span) expect(report.text.slice(span.start, span.end).trim()).not.toBe("");
          }
          for (const span of quoted) {
            expect(content.some((c) => c.start <= span.start && span.end <= c.end)).toBe(true);
          }
          for (const { statement } of chain) if (statement) expect(ids).toContain(statement);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("takes time in proportion to the words, whatever the marks", () => {
    const { report, analysis } = build(
      Array.from({ length: 2_000 }, (_, i): Drawn[number] => [
        Array.from({ length: 12 }, (_, k) => ({
          word: VOCABULARY[(i * 7 + k * 5 + ((i * k) % 3)) % VOCABULARY.length]!,
          relation: RELATIONS[(i + k * 3) % RELATIONS.length]!,
          order: (k * 5 + i) % 12,
          under: i + k,
        })),
        i % 3 === 0,
      ]),
    );
    // Processor time: a busy machine must not make the test fail.
    const times = [1, 2].map(() => {
      const before = process.cpuUsage();
      findStatements(report, analysis, [], []);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(2000);
  });

  it("finds nothing in a megabyte of marks, at once", () => {
    const { report, analysis } = build([
      [[{ word: ["“'\"".repeat(350_000), "PUNCT", "``"], relation: "root", order: 0, under: 0 }], true],
    ]);
    const before = process.cpuUsage();
    expect(findStatements(report, analysis, [], [])).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it("reads an empty report", () => {
    const { report, analysis } = build([]);
    expect(findAttributions(report, analysis)).toEqual([]);
  });
});
