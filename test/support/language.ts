import { afterAll, beforeAll } from "vitest";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { makeAnalysis } from "./reading.js";

/** The trained language, loaded before the tests of a file or group and closed behind them. */
export function trainedLanguage(): () => Language {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());
  return () => language;
}

/** A language without a model: words at white space, one flat tree a sentence. */
export const plainLanguage = {
  analyse: async (report: Parameters<typeof makeAnalysis>[0]) => makeAnalysis(report),
};
