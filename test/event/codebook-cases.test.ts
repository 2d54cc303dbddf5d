import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCases } from "../../src/evaluate/codebook-cases.js";
import { parseCodebookFile, readCodebookFile } from "../../src/event/codebook.js";
import { EVENT_TYPES } from "../../src/event/event.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

/** How many cases a file of the project's own codebook has at least. */
const ARE = 25;
const ARE_NOT = 15;

describe("the cases of the codebook", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it.each(EVENT_TYPES)("%s", async (type) => {
    const name = `${type}.yaml`;
    const file = parseCodebookFile(name, readCodebookFile(type));
    expect(file.cases.are.length).toBeGreaterThanOrEqual(ARE);
    expect(file.cases["are-not"].length).toBeGreaterThanOrEqual(ARE_NOT);
    const problems = await runCases(name, file, language);
    expect(problems.map((p) => p.sentence).join("\n")).toBe("");
  });
});
