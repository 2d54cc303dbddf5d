import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { Event } from "../event/event.js";
import type { Language } from "../language/language.js";
import { readAnalysed } from "../reading/read.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Evaluation } from "./evaluations.js";
import { type EventMarkReport, type MarkedSide, readEventMarks } from "./event-mark-gold.js";
import { readGoldFile } from "./gold-file.js";
import { type SourceReport, sourceReports } from "./gold-sources.js";
import {
  alignEvents,
  type GoldEvent,
  judge,
  markFigures,
  markTables,
  type ScoredEvent,
} from "./marked-events-score.js";
import { bandLines, calibrationError, probableEvents, thresholdLines } from "./marked-events-sureness.js";
import { readGiven } from "./read-given.js";

/** The halves of a set of marked reports, by the hash of their identifiers. */
export const HALVES = ["development", "unseen"] as const;
export type Half = (typeof HALVES)[number];

/** Which half a report belongs to: `development` where the first hexadecimal digit of its identifier's SHA-256 is below 8. */
export function halfOf(id: string): Half {
  const first = createHash("sha256").update(id, "utf8").digest("hex")[0]!;
  return Number.parseInt(first, 16) < 8 ? "development" : "unseen";
}

/**
 * Scores the events of whole reports against marks made by reading (`docs/event-marks.md`). `reports`: files in which
 * the texts are looked up by identifier. `out`: a file of JSON Lines, a mark each with what was found for it, then what
 * was found where nothing is marked; of the development half only. Throws an Error where the gold is not in its format
 * or a text is not the one that was marked.
 */
export async function evaluateMarkedEvents(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[] | undefined; readonly out?: string | undefined } = {},
): Promise<Evaluation> {
  const sources = sourceReports(options.reports ?? []);
  const all: ScoredEvent[] = [];
  const halves: Record<Half, ScoredEvent[]> = { development: [], unseen: [] };
  const lines: string[] = [];
  for (const gold of readEventMarks(readGoldFile(goldPath))) {
    const report = sourceOf(gold, sources.get(gold.id));
    const marks = marksOf(gold, report);
    const reading = readAnalysed(report, await language.analyse(report));
    const found = reading.events.filter((e) =>
      marks.ranges.some((r) => r.start <= e.trigger.start && e.trigger.end <= r.end),
    );
    const scored = alignEvents(marks.events, found, reading.analysis);
    all.push(...scored);
    halves[halfOf(gold.id)].push(...scored);
    if (halfOf(gold.id) === "development")
      for (const row of scored) lines.push(JSON.stringify(told(gold.id, row, report.text)));
  }
  if (options.out) writeFileSync(options.out, lines.map((line) => `${line}\n`).join(""));
  const ofHalf = HALVES.map((half) => {
    const { all, type, events, marks } = markFigures(halves[half]);
    return `${half}: type ${type} all ${all} (F1) of ${events} events and ${marks} marks`;
  });
  const probable = probableEvents(all);
  const sure = probable.length > 0 ? [...bandLines(probable), ...thresholdLines(all)] : [];
  return {
    metrics: {
      ...markFigures(all),
      ...(probable.length > 0 && { calibration_error: calibrationError(probable) }),
    },
    lines: [...markTables(all), ...sure, ...ofHalf],
  };
}

/** The report that was marked, from a file of reports. Throws an Error where it is missing or refused. */
export function sourceOf(
  { id, published }: { readonly id: string; readonly published?: string | undefined },
  source: SourceReport | undefined,
): Report {
  if (!source) throw new Error(`the text of report ${id} is in no file given with --reports`);
  const content = source.title ? `${source.title}\n\n${source.text}` : source.text;
  return readGiven(id, content, { ...source, ...(published ? { published } : {}) });
}

/** Marks in the report's offsets, code units instead of code points. Throws an Error where the words are others. */
export function marksOf(
  gold: EventMarkReport,
  report: Report,
): { readonly ranges: readonly Span[]; readonly events: readonly GoldEvent[] } {
  const { span, checked } = unitsOf(gold.id, report);
  const sides = (list: readonly MarkedSide[]) =>
    list.map(({ code, words }) => ({
      ...(code ? { code } : {}),
      ...(words ? { span: checked(words) } : {}),
    }));
  return {
    ranges: gold.ranges.map(([start, end]) => span({ start, end })),
    events: gold.events.map((e) => ({
      trigger: checked(e.trigger),
      type: e.type,
      status: e.status,
      sources: sides(e.sources),
      targets: sides(e.targets),
    })),
  };
}

/** Marked spans, of code points, in the report's offsets; `checked` throws an Error where other words stand there. */
export function unitsOf(
  id: string,
  { text }: Report,
): { readonly span: (span: Span) => Span; readonly checked: (words: Span & { surface: string }) => Span } {
  const units = [0];
  for (const character of text) units.push(units.at(-1)! + character.length);
  const span = ({ start, end }: Span): Span => ({
    start: units[start] ?? text.length,
    end: units[end] ?? text.length,
  });
  return {
    span,
    checked(words) {
      const own = span(words);
      const met = text.slice(own.start, own.end);
      if (met !== words.surface)
        throw new Error(`report ${id} at ${words.start}: "${words.surface}" expected, "${met}" met`);
      return own;
    },
  };
}

const CONTEXT = 80;

function told(report: string, { gold, found }: ScoredEvent, text: string): object {
  const { start, end } = gold?.trigger ?? found!.trigger;
  const slice = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  return {
    report,
    ...(gold && found ? { right: judge(gold, found) } : {}),
    ...(gold ? { gold: { ...gold, trigger: slice(gold.trigger.start, gold.trigger.end) } } : {}),
    ...(found ? { found: shortened(found, text) } : {}),
    context: `${slice(start - CONTEXT, start)}[${slice(start, end)}]${slice(end, end + CONTEXT)}`,
  };
}

function shortened(event: Event, text: string): object {
  const { type, status, probability, sources, targets, trigger, explanation } = event;
  const side = (list: Event["sources"]) =>
    list.map(({ actor, span }) => ({
      ...(actor.known ? { code: actor.value.code, sector: actor.value.sector } : {}),
      ...(span ? { words: text.slice(span.start, span.end) } : {}),
    }));
  const words = text.slice(trigger.start, trigger.end);
  return {
    type,
    status,
    probability,
    trigger: words,
    sources: side(sources),
    targets: side(targets),
    by: explanation.by,
  };
}
