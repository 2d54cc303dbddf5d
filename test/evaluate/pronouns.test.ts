import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { evaluatePronouns } from "../../src/evaluate/pronouns.js";
import { analysisOfWords } from "../support/given-words.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-pronouns-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PERSONAL = "Gender=Masc|Number=Sing|Person=3|PronType=Prs";

function document(name: string): string {
  const row = (
    id: number,
    form: string,
    upos: string,
    xpos: string,
    feats: string,
    head: number,
    rel: string,
    misc = "_",
  ) => [id, form, form.toLowerCase(), upos, xpos, feats, head, rel, "_", misc].join("\t");
  return [
    `# newdoc id = GUM_${name}_treaty`,
    "# newpar",
    "# text = Xi Jinping spoke.",
    row(1, "Xi", "PROPN", "NNP", "_", 3, "nsubj", "Entity=(1-person-new-cf1"),
    row(2, "Jinping", "PROPN", "NNP", "_", 1, "flat", "Entity=1)"),
    row(3, "spoke", "VERB", "VBD", "_", 0, "root", "SpaceAfter=No"),
    row(4, ".", "PUNCT", ".", "_", 3, "punct"),
    "",
    "# newpar",
    "# text = Then he left.",
    row(1, "Then", "ADV", "RB", "_", 3, "advmod"),
    row(2, "he", "PRON", "PRP", PERSONAL, 3, "nsubj", "Entity=(1-person-giv:act-cf1)"),
    row(3, "left", "VERB", "VBD", "_", 0, "root", "SpaceAfter=No"),
    row(4, ".", "PUNCT", ".", "_", 3, "punct"),
    "",
    "",
  ].join("\n");
}

describe("evaluatePronouns", () => {
  const gold = join(folder, "gold.conllu");
  writeFileSync(gold, document("news") + document("fiction"));
  const language = {
    analyseWords: async (sentences: Parameters<typeof analysisOfWords>[0]) =>
      analysisOfWords(sentences, (form) => (form === "Xi" ? { name: "PERSON" } : {})),
  };

  it("reads the gold's trees, and writes every pronoun with its sentence", async () => {
    const out = join(folder, "out.jsonl");
    const { metrics, lines } = await evaluatePronouns(gold, language, { genres: ["news"], out });
    expect(metrics).toEqual({ pronouns: 100, third: 100, quoted: 0, unquoted: 0, wrong: 0, count: 1 });
    expect(lines[1]).toMatch(/^third +1 +100\.0 +0\.0 +0\.0$/);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      document: "GUM_news_treaty",
      pronoun: "he",
      result: "right",
      expected: ["Xi Jinping"],
      found: "Xi Jinping",
      sentence: "Then [he] left.",
    });
  });

  it("takes all documents where no genre is asked for, and the model's trees with raw", async () => {
    expect((await evaluatePronouns(gold, language)).metrics).toMatchObject({ count: 2 });
    // The fake model knows no pronouns.
    expect((await evaluatePronouns(gold, language, { raw: true })).metrics).toMatchObject({
      pronouns: 0,
      wrong: 0,
    });
  });

  it("tells that there is nothing to score", async () => {
    await expect(evaluatePronouns(gold, language, { genres: ["speech"] })).rejects.toThrow("no pronoun");
  });
});
