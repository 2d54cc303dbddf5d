import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { evaluateSyntax } from "../../src/evaluate/syntax.js";
import type { UniversalTag } from "../../src/language/analysis.js";
import type { GivenSentence } from "../../src/language/language.js";
import { splitSentences } from "../../src/language/sentences.js";
import { splitWords } from "../../src/language/tokens.js";
import type { Report } from "../../src/report/report.js";
import { analysisOfWords } from "../support/given-words.js";

const gold = [
  "# newdoc id = a",
  "# newpar",
  "# sent_id = a-1",
  "# text = He didn't go.",
  "1\tHe\the\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_",
  "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
  "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tEntity=x|SpaceAfter=No",
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
  "",
  "# newpar",
  "# sent_id = a-2",
  "# text = No",
  "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_",
  "",
  "",
].join("\n");

const tags: Record<string, UniversalTag> = {
  He: "PRON",
  did: "VERB",
  "n't": "PART",
  go: "VERB",
  ".": "PUNCT",
  No: "INTJ",
};
const says = (form: string) => ({ upos: tags[form] ?? "X" });

function analyse(report: Report) {
  const sentences: GivenSentence[] = [];
  for (const paragraph of report.paragraphs) {
    const words = splitWords(report.text, paragraph.start, paragraph.end);
    const given = words.map((w) => ({
      form: report.text.slice(w.start, w.end),
      spaceAfter: /\s/.test(report.text[w.end] ?? ""),
    }));
    const starts = splitSentences(words, report.text);
    starts.forEach((start, i) => {
      sentences.push({ words: given.slice(start, starts[i + 1] ?? given.length), startsParagraph: i === 0 });
    });
  }
  return analysisOfWords(sentences, says);
}

const language = {
  analyseWords: async (sentences: readonly GivenSentence[]) => analysisOfWords(sentences, says),
  analyseAll: async (reports: readonly Report[]) => reports.map(analyse),
};

describe("evaluateSyntax", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-"));
  const path = join(folder, "gold.conllu.gz");
  const out = join(folder, "out.conllu");
  writeFileSync(path, gzipSync(gold));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("scores the model's columns on the gold words and writes them with the gold's ids and comments", async () => {
    const { metrics } = await evaluateSyntax(path, language, { out });
    expect(Object.keys(metrics)).toEqual(["upos", "xpos", "uas", "las", "lemmas"]);
    expect(metrics.upos).toBeCloseTo((100 * 5) / 6, 5);
    expect(metrics.uas).toBeCloseTo(100 / 6, 5);
    const [first, second] = parseConllu(readFileSync(out, "utf8"));
    const [goldFirst] = parseConllu(gold);
    expect(first!.comments).toEqual(goldFirst!.comments);
    expect(first!.tokens).toEqual(goldFirst!.tokens);
    expect(first!.words.map((w) => w.form)).toEqual(goldFirst!.words.map((w) => w.form));
    expect(first!.words.map((w) => w.head)).toEqual([0, 1, 1, 1, 1]);
    expect(first!.words.map((w) => w.misc)).toEqual(["_", "_", "_", "SpaceAfter=No", "_"]);
    expect(second!.words[0]).toMatchObject({ form: "No", head: 0, deprel: "root" });
  });

  it("reads the plain text with --raw", async () => {
    const { metrics } = await evaluateSyntax(path, language, { out, raw: true });
    expect(Object.keys(metrics).slice(0, 2)).toEqual(["words", "sentences"]);
    expect(metrics.words).toBe(100);
    expect(metrics.sentences).toBe(100);
    const written = parseConllu(readFileSync(out, "utf8"));
    expect(written.map((s) => s.text)).toEqual(["He didn't go.", "No"]);
    expect(written[0]!.comments.slice(0, 2)).toEqual(["# newdoc id = a", "# newpar"]);
    expect(written[0]!.words.map((w) => w.misc)).toEqual(["_", "SpaceAfter=No", "_", "SpaceAfter=No", "_"]);
  });
});
