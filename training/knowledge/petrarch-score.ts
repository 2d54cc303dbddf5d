/**
 * Measures how many of the events that PETRARCH2's unit tests expect have their source and target codes among the
 * mentions of the sentence, with the tests' invented actors loaded as a user's own file:
 *
 *     npx tsx training/knowledge/petrarch-score.ts events/petrarch2-cases.jsonl test/data/actors/petrarch2.tsv [--misses]
 *
 * A side that the test leaves open ("---", "###") is not asked for. "with sector" also asks for the sector, where the
 * test names one.
 */
import { readFileSync } from "node:fs";
import { findMentions } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { readActorFile } from "../../src/knowledge/actor-file.js";
import { knowledgeWith } from "../../src/knowledge/knowledge.js";
import { loadLanguage } from "../../src/language/language.js";
import { known } from "../../src/record/value.js";
import type { Report } from "../../src/report/report.js";

interface Case {
  readonly id: string;
  readonly date: string;
  readonly sentence: string;
  readonly expected: readonly (readonly [string, string, string])[];
}

/** CAMEO's codes of organisations that demarche calls otherwise. */
const ORGANISATIONS: Readonly<Record<string, string>> = { IGOEEU: "EU", IGOUNO: "UNO", IGOAFR: "AU" };

const [casesPath, actorsPath, misses] = process.argv.slice(2);
if (!casesPath || !actorsPath) throw new Error("cases and a file of actors expected");
const own = readActorFile(actorsPath);
if (!own.file) throw new Error(own.findings.map((f) => `line ${f.line}: ${f.code}, ${f.met}`).join("\n"));
const knowledge = knowledgeWith(own.file);
const cases = readFileSync(casesPath, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

const language = await loadLanguage();
const reports = cases.map(reportOf);
const analyses = await language.analyseAll(reports);
let [events, byCode, bySector] = [0, 0, 0];
for (const [i, { id, expected, sentence }] of cases.entries()) {
  const actors = findMentions(reports[i]!, analyses[i]!, { knowledge }).flatMap((m) => m.actors);
  const has = (side: string, sector: boolean) => {
    const { code, sectors } = parse(side);
    return actors.some(
      (a) => a.code === code && (!sector || sectors.length === 0 || sectors.includes(a.sector ?? "")),
    );
  };
  for (const [source, target] of expected) {
    const sides = [source, target].filter((side) => /^[A-Z]{3,}$/.test(side));
    if (sides.length === 0) continue;
    events++;
    if (sides.every((side) => has(side, false))) byCode++;
    else if (misses)
      console.log(id, source, target, "|", sentence, "|", actors.map((a) => `${a.code}.${a.sector}`).join(" "));
    if (sides.every((side) => has(side, true))) bySector++;
  }
}
await language.close();
const percent = (n: number) => ((100 * n) / events).toFixed(1);
console.log(`events ${events}  codes ${percent(byCode)}  with-sector ${percent(bySector)}`);

function parse(side: string): { code: string; sectors: string[] } {
  const organisation = ORGANISATIONS[side];
  if (organisation) return { code: organisation, sectors: [] };
  return { code: side.slice(0, 3), sectors: side.slice(3).match(/.{3}/g) ?? [] };
}

function reportOf({ id, date, sentence }: Case): Report {
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  return goldReport({
    id,
    text: sentence,
    paragraphs: [{ start: 0, end: sentence.length, role: "body" }],
    published: known(day, "given", "date of the test"),
  });
}
