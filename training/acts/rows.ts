/**
 * Writes what the probability of a whole row is learned from: the acts that the folds' weights find in reports that neither
 * they nor the encoder have seen, with what speaks for each and whether type, status, source and target are right.
 *
 *     npx tsx training/acts/rows.ts GOLD FOLDER REPORTS...
 *
 * FOLDER is where `examples.ts` and `demarche_training.acts fit` wrote; it gets `rows.jsonl`. With `row` weights in the
 * folds' files (written by `demarche_training.acts rows`), prints what is right of the events that they tell, too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alignEvents, judge, markFigures, markTables, type ScoredEvent } from "../../src/evaluate/marked-events-score.js";
import { HALVES, halfOf } from "../../src/evaluate/marked-events.js";
import { type ActWeights, parseActWeights } from "../../src/event/act-weights.js";
import { loadCodebook } from "../../src/event/codebook.js";
import type { Event } from "../../src/event/event.js";
import { findEvents } from "../../src/event/find-events.js";
import { likelyActs } from "../../src/event/learned-acts.js";
import { rowClues } from "../../src/event/row-probability.js";
import { triggerSpan } from "../../src/event/event-words.js";
import { readAnalysed } from "../../src/reading/read.js";
import { type MarkedReading, markedReadings } from "./reports.js";
import { foldOf, isKeptApart } from "./split.js";

const [gold, folder, ...files] = process.argv.slice(2);
if (!gold || !folder || files.length === 0) throw new Error("a gold file, a folder and files of reports expected");
const FOLDS = 5;
const weights = Array.from({ length: FOLDS }, (_, f) => parseActWeights(readFileSync(join(folder, `${f}.tsv`), "utf8")));
const rows: string[] = [];
const scored: { readonly id: string; readonly events: readonly ScoredEvent[]; readonly before: readonly ScoredEvent[] }[] = [];
for await (const reading of markedReadings(gold, files, isKeptApart)) {
  const own = weights[foldOf(reading.id)]!;
  rowsOf(reading, own);
  if (own.row.size > 0) told(reading, own);
}
writeFileSync(join(folder, "rows.jsonl"), rows.join(""));
if (scored.length > 0) {
  console.log(markTables(scored.flatMap((s) => s.events)).join("\n"));
  for (const half of [undefined, ...HALVES]) {
    const own = scored.filter((s) => half === undefined || halfOf(s.id) === half);
    console.log(half ?? "both halves", "before:", JSON.stringify(markFigures(own.flatMap((s) => s.before))));
    console.log(half ?? "both halves", "now:   ", JSON.stringify(markFigures(own.flatMap((s) => s.events))));
  }
}

function rowsOf({ id, analysis, cast, drafts, marks }: MarkedReading, own: ActWeights): void {
  const likely = likelyActs(cast, loadCodebook(), drafts, own, analysis.acts!).filter(({ word }) =>
    marks!.ranges.some((r) => r.start <= word.word.start && word.word.end <= r.end),
  );
  const events = likely.map(({ act, chosen }) => ({
    type: act.type,
    status: act.status,
    trigger: triggerSpan(analysis, act.match),
    ...chosen.roles,
  })) as unknown as Event[];
  const aligned = new Map(alignEvents(marks!.events, events, analysis).map((s) => [s.found, s.gold]));
  for (const [i, found] of likely.entries()) {
    const mark = aligned.get(events[i]!);
    const { type = false, status = false, source = false, target = false } = mark ? judge(mark, events[i]!) : {};
    const { likely: p, chosen, status: sure } = found;
    const probabilities = { likely: p, source: chosen.source, target: chosen.target, status: sure };
    rows.push(
      `${JSON.stringify({ report: id, probabilities, clues: rowClues(found), parts: { type, status, source, target }, right: type && status && source && target })}\n`,
    );
  }
}

function told({ id, report, analysis, marks }: MarkedReading, own: ActWeights): void {
  const inside = (events: readonly Event[]) =>
    events.filter((e) => marks!.ranges.some((r) => r.start <= e.trigger.start && e.trigger.end <= r.end));
  const { acts: _, ...bare } = analysis;
  const { mentions, times, places, statements, events } = readAnalysed(report, bare);
  const now = findEvents(report, analysis, mentions, times, places, statements, undefined, undefined, own);
  scored.push({
    id,
    events: alignEvents(marks!.events, inside(now), analysis),
    before: alignEvents(marks!.events, inside(events), analysis),
  });
}
