import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { subtree } from "../../src/language/tree.js";
import { unknown } from "../../src/record/value.js";
import type { Paragraph, Report } from "../../src/report/report.js";

function report(...paragraphs: { text: string; role?: Paragraph["role"] }[]): Report {
  let text = "";
  const placed = paragraphs.map(({ text: own, role = "body" }): Paragraph => {
    if (text) text += "\n\n";
    const start = text.length;
    text += own;
    return { start, end: text.length, role };
  });
  const no = unknown("not stated");
  return {
    kind: "report",
    id: "r0",
    origin: "test",
    text,
    paragraphs: placed,
    title: no,
    outlet: no,
    published: no,
    bylines: [],
    licence: no,
  };
}

describe("loadLanguage", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it("reads a sentence into words, a tree and names", async () => {
    const analysis = await language.analyse(
      report({ text: "Japan's Foreign Ministry didn't reject the offer on Monday." }),
    );
    expect(analysis.words.map((w) => w.form).join(" ")).toBe(
      "Japan 's Foreign Ministry did n't reject the offer on Monday .",
    );
    const verb = analysis.words.find((w) => w.form === "reject")!;
    expect(verb).toMatchObject({ upos: "VERB", head: -1, deprel: "root", lemma: "reject" });
    const subject = analysis.words.find((w) => w.head === verb.index && w.deprel === "nsubj")!;
    expect(subject.form).toBe("Ministry");
    expect(analysis.names.map((n) => [analysis.text.slice(n.start, n.end), n.type])).toContainEqual([
      "Monday",
      "DATE",
    ]);
  });

  it("leaves furniture unread and reads a headline without a full stop as a sentence", async () => {
    const analysis = await language.analyse(
      report(
        { text: "Peru Recalls Its Envoy", role: "title" },
        { text: "Share this", role: "furniture" },
        { text: "Peru recalled its envoy." },
      ),
    );
    expect(analysis.sentences.map((s) => [analysis.text.slice(s.start, s.end), s.paragraph])).toEqual([
      ["Peru Recalls Its Envoy", 0],
      ["Peru recalled its envoy.", 2],
    ]);
  });

  it("gives the same analysis alone and among others", async () => {
    const one = report({ text: "Chile and Bolivia signed a treaty. It ends a long dispute over water." });
    const other = report({ text: `${"The minister said nothing new. ".repeat(40)}Nobody asked.` });
    const [together] = await language.analyseAll([one, other, one]);
    expect(together).toEqual(await language.analyse(one));
  });

  it("makes one tree with one root of every sentence, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: "grapheme", maxLength: 60 }),
            fc.constantFrom(
              "He said: “No.”",
              "a\u0301 e\u0308",
              "😀👍🏽 ok",
              "U.S. v. Iran",
              "x".repeat(900),
              "\r\n",
              '"',
            ),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        async (pieces) => {
          const analysis = await language.analyse(report({ text: pieces.join(" ") }));
          for (const sentence of analysis.sentences) {
            const words = analysis.words.slice(sentence.first, sentence.last);
            expect(words.filter((w) => w.head === -1).map((w) => w.index)).toEqual([sentence.root]);
            expect(subtree(analysis, analysis.words[sentence.root]!)).toHaveLength(words.length);
          }
          for (const word of analysis.words)
            expect(analysis.text.slice(word.start, word.end)).toBe(word.form);
          expect(analysis.words.map((w) => w.form).join("")).toBe(analysis.text.replace(/\s+/gu, ""));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("reads an endless paragraph without a full stop in parts", async () => {
    const analysis = await language.analyse(report({ text: "talks and more ".repeat(2000) }));
    expect(analysis.words).toHaveLength(6000);
    expect(analysis.sentences.length).toBeGreaterThan(10);
  });

  it("reads nothing out of nothing", async () => {
    expect(await language.analyse(report({ text: "Menu", role: "furniture" }))).toMatchObject({
      words: [],
      sentences: [],
      names: [],
    });
  });

  it("keeps given words and sentences as they are", async () => {
    const words = (text: string) => text.split(" ").map((form) => ({ form, spaceAfter: true }));
    const analysis = await language.analyseWords([
      { words: words("Norway do n't agree"), startsParagraph: true },
      { words: words("no . stop here"), startsParagraph: false },
    ]);
    expect(analysis.words.map((w) => w.form)).toEqual([
      "Norway",
      "do",
      "n't",
      "agree",
      "no",
      ".",
      "stop",
      "here",
    ]);
    expect(analysis.sentences.map((s) => [s.first, s.last])).toEqual([
      [0, 4],
      [4, 8],
    ]);
  });

  it("gives one tree for a given sentence that is longer than any window", async () => {
    const analysis = await language.analyseWords([
      {
        words: Array.from({ length: 700 }, () => ({ form: "word", spaceAfter: true })),
        startsParagraph: true,
      },
    ]);
    expect(analysis.sentences).toHaveLength(1);
    expect(analysis.words.filter((w) => w.head === -1)).toHaveLength(1);
  });
});
