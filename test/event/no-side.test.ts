import { afterAll, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/language.js";
import { readAnalysed } from "../../src/reading/read.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";

const language = await loadLanguage();
afterAll(() => language.close());

/** Sectors of all who take part in the events of these words. */
async function sectorsIn(content: string): Promise<(string | undefined)[]> {
  const report = readReport({ origin: "case", content }) as Report;
  const [analysis] = await language.analyseAll([report]);
  const { events } = readAnalysed(report, analysis!);
  return events
    .flatMap(({ sources, targets }) => [...sources, ...targets])
    .flatMap(({ actor }) => (actor.known ? [actor.value.sector] : []));
}

it("keeps an outlet to which an act is told out of it, but not one that is accused", async () => {
  const told =
    "Russian troops began to leave Grozny on Sunday. The Russian commander told Interfax news agency he was delaying a pullout of troops there after Chechens disarmed a column.";
  const sectors = await sectorsIn(told);
  expect(sectors.length).toBeGreaterThan(0);
  expect(sectors).not.toContain("MED");
  expect(await sectorsIn("China accused the BBC of distorting the facts.")).toContain("MED");
});
