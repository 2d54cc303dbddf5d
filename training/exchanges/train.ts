import { readFileSync, writeFileSync } from "node:fs";
import { readEventMarks } from "../../src/evaluate/event-mark-gold.js";
import { readExchangeMarks } from "../../src/evaluate/exchange-mark-gold.js";
import { readGoldFile } from "../../src/evaluate/gold-file.js";
import { type Half, HALVES, halfOf } from "../../src/evaluate/marked-events.js";
import { pairsOf } from "../../src/evaluate/marked-exchanges.js";
import { pairsWithin } from "../../src/evaluate/marked-exchanges-score.js";
import type { Analysis } from "../../src/language/analysis.js";
import { readAnalysed } from "../../src/reading/read.js";
import type { Report } from "../../src/report/report.js";
import { type Case, fit, foldOf, probability } from "./fit.js";
import { markedReading } from "./marked-reading.js";

/*
 * Learns which turn of a report answers which (docs/exchange-marks.md), from the events that demarche finds and from those
 * that readers marked, and prints what it is worth on reports that it has not seen, by thresholds.
 *
 *   npx tsx training/exchanges/train.ts WEIGHTS.tsv EXCHANGES.jsonl.gz EVENTS.jsonl.gz ANALYSES.jsonl...
 */
const FOLDS = 5;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** From here on more than half are right in both halves together; above, nearly all links go. */
const THRESHOLD = 0.4;
const [out, exchangesPath, eventsPath, ...analysisPaths] = process.argv.slice(2) as [string, string, string];
const gold = new Map(readExchangeMarks(readGoldFile(exchangesPath)).map((one) => [one.id, one]));
const marks = new Map(readEventMarks(readGoldFile(eventsPath)).map((one) => [one.id, one]));

interface Asked extends Case {
  readonly how: "found" | "marked";
  readonly answer: string;
  readonly kind: boolean;
}

const cases: Asked[] = [];
for (const path of analysisPaths)
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const row = JSON.parse(line) as { id: string; report: Report; analysis: Analysis };
    const one = gold.get(row.id) ?? gold.get(row.id.slice(row.id.indexOf("/") + 1));
    if (!one) continue;
    const { pairs, ranges } = pairsOf(one, row.report);
    const reading = readAnalysed(row.report, row.analysis);
    const events = marks.get(one.id);
    const readings = [
      ["found", reading],
      ["marked", events && markedReading(reading, events)],
    ] as const;
    for (const [how, read] of readings)
      if (read) for (const pair of pairsWithin(read, pairs, ranges)) cases.push({ report: one.id, how, ...pair });
  }

const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(cases.filter(({ report }) => foldOf(report, FOLDS) !== fold));
  return cases
    .filter(({ report }) => foldOf(report, FOLDS) === fold)
    .map((one) => ({ ...one, sure: probability(weights, one.features) }));
}).flat();

for (const how of ["found", "marked"] as const) for (const half of HALVES) console.log(curve(how, half));

const weights = [...fit(cases)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  out,
  `# How much each thing speaks for one turn's being the answer to another of its report; see src/ledger/exchanges/answer-features.ts.
# Learned by training/exchanges/train.ts from the marks of docs/exchange-marks.md.
feature\tweight
threshold\t${THRESHOLD}
${weights
  .filter(([, weight]) => Math.abs(weight) >= 0.05)
  .map(([name, weight]) => `${name}\t${weight.toFixed(2)}\n`)
  .join("")}`,
);

/** How many of the links are right from each threshold on, each answer linked to what it most likely answers. */
function curve(how: Asked["how"], half: Half): string {
  const best = new Map<string, (typeof heldOut)[number]>();
  for (const one of heldOut) {
    if (one.how !== how || halfOf(one.report) !== half) continue;
    const key = `${one.report} ${one.answer}`;
    if (one.sure > (best.get(key)?.sure ?? 0)) best.set(key, one);
  }
  const counts = THRESHOLDS.map((threshold) => {
    const taken = [...best.values()].filter(({ sure }) => sure >= threshold);
    return `${threshold}: ${taken.filter(({ right }) => right).length}/${taken.length}`;
  });
  return `${how} ${half}: ${counts.join("  ")}`;
}
