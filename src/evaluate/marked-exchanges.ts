import { writeFileSync } from "node:fs";
import type { Language } from "../language/language.js";
import { readAnalysed } from "../reading/read.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Evaluation } from "./evaluations.js";
import { type ExchangeMarkReport, readExchangeMarks } from "./exchange-mark-gold.js";
import { readGoldFile } from "./gold-file.js";
import { sourceReports } from "./gold-sources.js";
import { isKeptApart } from "./kept-apart.js";
import { sourceOf, unitsOf } from "./marked-events.js";
import { type GoldPair, pairFigures, type ScoredPairs, scorePairs } from "./marked-exchanges-score.js";

/** Parts of the marked reports: of those kept apart nothing but figures is looked at. */
const PARTS = ["four fifths", "kept apart"] as const;
type Part = (typeof PARTS)[number];

/**
 * Scores the exchanges inside reports against marks made by reading (`docs/exchange-marks.md`). `reports`: files in which
 * the texts are looked up by identifier. `out`: a file of JSON Lines, an answer each that was found or missed, but
 * for the fifth that is kept apart. Throws an Error where the gold is not in its format or a text is not the one that was marked.
 */
export async function evaluateMarkedExchanges(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[] | undefined; readonly out?: string | undefined } = {},
): Promise<Evaluation> {
  const sources = sourceReports(options.reports ?? []);
  const parts: Record<Part, ScoredPairs[]> = { "four fifths": [], "kept apart": [] };
  const lines: string[] = [];
  for (const gold of readExchangeMarks(readGoldFile(goldPath))) {
    const report = sourceOf(gold, sources.get(gold.id));
    const { pairs, ranges } = pairsOf(gold, report);
    const scored = scorePairs(readAnalysed(report, await language.analyse(report)), pairs, ranges);
    const isKept = isKeptApart(gold.id);
    parts[isKept ? "kept apart" : "four fifths"].push(scored);
    if (!isKept) lines.push(...told(gold.id, scored).map((l) => JSON.stringify(l)));
  }
  if (options.out) writeFileSync(options.out, lines.map((line) => `${line}\n`).join(""));
  return {
    metrics: pairFigures(PARTS.flatMap((part) => parts[part])),
    lines: PARTS.flatMap((part) => partLines(part, parts[part])),
  };
}

/** Marks in the report's offsets. Throws an Error where the words are others. */
export function pairsOf(
  { id, ranges, exchanges }: ExchangeMarkReport,
  report: Report,
): { readonly pairs: readonly GoldPair[]; readonly ranges: readonly Span[] } {
  const { span, checked } = unitsOf(id, report);
  return {
    pairs: exchanges.map(({ opening, answer, ...rest }) => ({
      ...rest,
      opening: checked(opening),
      ...(answer ? { answer: checked(answer) } : {}),
    })),
    ranges: ranges.map(([start, end]) => span({ start, end })),
  };
}

function partLines(part: Part, scores: readonly ScoredPairs[]): string[] {
  const figure = (value: number) => value.toFixed(1);
  const { precision, recall, kinds, openings_precision, openings_recall, answers } = pairFigures(
    scores,
  ) as Record<string, number>;
  const found = scores.flatMap((score) => score.found);
  const by = (["explicit", "inferred"] as const).map((how) => {
    const rows = found.filter(({ link }) => link.link === how);
    return `${how} ${rows.filter(({ right }) => right).length} of ${rows.length}`;
  });
  return [
    `${part}: precision ${figure(precision!)} (${by.join(", ")}) recall ${figure(recall!)} of ${answers} kinds ${figure(kinds!)} openings ${figure(openings_precision!)} / ${figure(openings_recall!)}`,
  ];
}

function told(report: string, { asked, found }: ScoredPairs): object[] {
  return [
    ...asked.map(({ gold, found }) => ({ report, gold, found: found ?? null })),
    ...found.filter(({ right }) => !right).map(({ link }) => ({ report, wrong: link })),
  ];
}
