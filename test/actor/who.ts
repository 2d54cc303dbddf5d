import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadLanguage } from "../../src/language/language.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";

const language = await loadLanguage();

/** Who a name is in a report of these words, read whole; "?" where nobody is known or it is no mention. */
export async function whoIn(content: string, name: string): Promise<string> {
  const report = readReport({ origin: "case", content }) as Report;
  const [analysis] = await language.analyseAll([report]);
  const found = findMentions(report, analysis!).find((m) => content.slice(m.start, m.end) === name);
  return found?.actors.map(actorCode).join(" & ") || "?";
}

export const closeLanguage = () => language.close();
