import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cast } from "../../src/event/cast.js";
import { loadCodebook } from "../../src/event/codebook.js";
import { Matcher } from "../../src/event/match-patterns.js";
import { meansOthers } from "../../src/event/unnamed.js";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { readReport } from "../../src/report/read-report.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});
afterAll(() => language.close());

describe("meansOthers", () => {
  it.each([
    ["All parties need to leave the port, Kenya said.", "need", true],
    ["Countries outside the region should leave the port, Kenya said.", "should", true],
    ["Certain people have been lying, Kenya said.", "lying", true],
    ["Norway urged a foreign government to leave.", "urged", true],
    ["The government needs to leave the port, Kenya said.", "needs", false],
    ["Norway needs to leave the port, Kenya said.", "needs", false],
    ["Norway met all parties in Kenya.", "met", false],
  ])("%s", async (content, form, expected) => {
    const report = readReport({ origin: "test", content });
    if (report.kind === "refusal") throw new Error(report.met);
    const analysis = await language.analyse(report);
    const cast = new Cast(analysis, [], []);
    const trigger = analysis.words.find((word) => word.form === form)!;
    const matches = new Matcher(analysis, loadCodebook()).at(trigger);
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.some((match) => meansOthers(cast, match))).toBe(expected);
  });
});
