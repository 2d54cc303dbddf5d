import type { Language } from "../../src/language/language.js";
import { read } from "../../src/reading/read.js";
import type { Reading } from "../../src/reading/reading.js";
import { readReport } from "../../src/report/read-report.js";

/** Reads a text as the report of an outlet on a day; throws where it is refused. */
export async function readText(
  language: Language,
  content: string,
  given: { readonly published?: string; readonly outlet?: string } = {},
): Promise<Reading> {
  const report = readReport({ origin: "test", content, ...given });
  if (report.kind === "refusal") throw new Error(report.met);
  return read(report, language);
}
