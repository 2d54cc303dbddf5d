import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSentence } from "../../src/evaluate/codebook-cases.js";
import { CODEBOOK } from "../../src/event/words.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const groups = z
  .record(z.string(), z.array(z.string()).min(20))
  .parse(parse(readFileSync(`${CODEBOOK}not-events.yaml`, "utf8")));
const sentences = Object.values(groups).flat();

/** How many of a hundred may give an event; lower it when fewer do. */
const CEILING = 5;

describe("hard negatives", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it("are at least 300 different sentences", () => {
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(300);
  });

  it("give next to no event", async () => {
    const wrong: string[] = [];
    for (const text of sentences) {
      const { events } = await readSentence(text, language);
      const news = events.filter((e) => e.status !== "background");
      if (news.length > 0) wrong.push(`${text} met ${news.map((e) => e.explanation.by).join(", ")}`);
    }
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual((sentences.length * CEILING) / 100);
  });
});
