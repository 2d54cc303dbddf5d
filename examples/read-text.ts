/**
 * Reads one report and prints who said and did what to whom, each with the words that say so.
 *
 *   npx tsx examples/read-text.ts [file]
 */
import { readFileSync } from "node:fs";
import {
  actorCode,
  loadLanguage,
  type Participant,
  read,
  readReport,
  refusalSentence,
  textOf,
} from "demarche";

const [file] = process.argv.slice(2);
const content = file
  ? readFileSync(file)
  : `STRELSAU, March 4, 2019 (Zenda Wire)

Norway rejected a demand by Iceland on Monday to open its ports.

"The ports stay closed," Norwegian Foreign Minister Kari Nordmann said.`;

const report = readReport({ origin: file ?? "-", content });
if (report.kind === "refusal") {
  // Bad input is an answer, not an error: what was met, what was expected, what to do.
  console.error(refusalSentence(report));
  process.exit(1);
}

const language = await loadLanguage();
const { statements, events } = await read(report, language);
await language.close();

for (const { speaker, content: spans, act } of statements) {
  // What the text does not say is unknown, with the reason.
  const who = speaker.known ? actorCode(speaker.value) : `somebody (${speaker.reason})`;
  console.log(`${who} ${act ?? "says"}: ${spans.map((span) => textOf(report.text, span)).join(" … ")}`);
}

const names = (participants: readonly Participant[]) =>
  participants.map(({ actor }) => (actor.known ? actorCode(actor.value) : "?")).join(", ");
for (const { sources, type, targets, status, trigger } of events)
  console.log(`${names(sources)} ${type} ${names(targets)} (${status}: “${textOf(report.text, trigger)}”)`);
