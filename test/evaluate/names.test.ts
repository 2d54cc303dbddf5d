import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { evaluateNames } from "../../src/evaluate/names.js";
import type { GivenSentence } from "../../src/language/language.js";
import { analysisOfWords, type Says } from "../support/given-words.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-"));
afterAll(() => rmSync(folder, { recursive: true }));

function gold(text: string): string {
  const path = join(folder, "gold.iob");
  writeFileSync(path, text);
  return path;
}

function fake(says: Says) {
  const calls: (readonly GivenSentence[])[] = [];
  return {
    calls,
    analyseWords: async (sentences: readonly GivenSentence[]) => {
      calls.push(sentences);
      return analysisOfWords(sentences, says);
    },
  };
}

const conll = [
  "-DOCSTART- -X- O O",
  "",
  "Seoul NNP I-NP I-LOC",
  "said VBD I-VP O",
  "",
  "Chinese JJ I-NP I-MISC",
  "Monday NNP I-NP O",
  "",
  "-DOCSTART- -X- O O",
  "",
  "Kim NNP I-NP I-PER",
  "UN NNP I-NP I-ORG",
  "",
].join("\n");

describe("evaluateNames", () => {
  const says: Says = (form) =>
    ({
      Seoul: { name: "GPE" as const },
      Chinese: { name: "NORP" as const },
      Monday: { name: "DATE" as const },
      Kim: { name: "PERSON" as const },
      UN: { name: "GPE" as const },
    })[form] ?? {};

  it("maps our types to the gold's, gives a document's sentences together, and writes IOB2", async () => {
    const language = fake(says);
    const out = join(folder, "out.iob");
    const { metrics } = await evaluateNames(gold(conll), language, { out });
    expect(metrics).toEqual({
      precision: 75,
      recall: 75,
      f1: 75,
      loc: (100 * 2) / 3,
      misc: 100,
      org: 0,
      per: 100,
    });
    expect(language.calls.map((sentences) => sentences.map((s) => s.words.map((w) => w.form)))).toEqual([
      [
        ["Seoul", "said"],
        ["Chinese", "Monday"],
      ],
      [["Kim", "UN"]],
    ]);
    expect(readFileSync(out, "utf8")).toBe(
      conll
        .replace("I-LOC", "B-LOC")
        .replace("I-MISC", "B-MISC")
        .replace("I-PER", "B-PER")
        .replace("I-ORG", "B-LOC"),
    );
  });

  it("leaves nationalities out where the gold has no MISC", async () => {
    const uner = "1\tChinese\tO\t-\t-\n2\tKim\tB-PER\t-\t-\n";
    expect((await evaluateNames(gold(uner), fake(says))).metrics).toMatchObject({
      precision: 100,
      recall: 100,
    });
  });
});
