import { beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { textOf } from "../../src/record/span.js";
import { readText } from "../support/read-text.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});

/** "source | cue | act" of each statement. */
async function told(text: string): Promise<readonly string[]> {
  const { report, statements } = await readText(language, text);
  const words = (span: { start: number; end: number } | undefined) =>
    span ? textOf(report.text, span) : "-";
  return statements.map(({ source, cue, act }) => [words(source), words(cue), act].join(" | "));
}

describe("whose a noun of saying is", () => {
  it.each([
    ["Ethiopia rejected an Egyptian request that it open the gates.", "Egyptian | request | demands"],
    ["Iran dismissed an American call to release the sailors.", "American | call | demands"],
    ["Poland welcomed the German proposal to hold talks.", "German | proposal | demands"],
    [
      "The government in Tehran brushed aside U.S. demands to halt the enrichment of uranium.",
      "U.S. | demands | demands",
    ],
    ["Iran rejected Tuesday's demand by Oman to release the sailors.", "Oman | demand | demands"],
    ["Moscow denied a Ukrainian claim that its troops had crossed.", "Ukrainian | claim | asserts"],
  ])("names the people, state or body before it or after 'by': %s", async (text, expected) => {
    expect(await told(text)).toEqual([expected]);
  });

  it.each([
    "The village rejected an angry demand that it open the gates.",
    "The company dismissed a safety warning that the bridge could fall.",
  ])("takes no other adjective or noun before it for one: %s", async (text) => {
    expect((await told(text)).filter((line) => /^(?:angry|safety) /.test(line))).toEqual([]);
  });
});

describe("what is no statement", () => {
  it.each([
    "Addis Ababa refused to release more water from its dam.",
    "The army refused to release the two sailors.",
    "The foreign minister is expected to travel to Cairo on Friday.",
  ])("%s", async (text) => {
    expect(await told(text)).toEqual([]);
  });

  it.each([
    ["The ministry refused to release details of the talks.", "The ministry | refused | refuses to comment"],
    ["The general is believed to be hiding in the hills.", "- | believed | thinks"],
    ["Analysts expect the minister to travel to Cairo.", "Analysts | expect | thinks"],
  ])("but: %s", async (text, expected) => {
    expect(await told(text)).toEqual([expected]);
  });
});
