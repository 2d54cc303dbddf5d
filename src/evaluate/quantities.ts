import { writeFileSync } from "node:fs";
import type { Language } from "../language/language.js";
import { findQuantities } from "../quantity/find-quantities.js";
import { findTimes } from "../time/find-times.js";
import type { Evaluation } from "./evaluations.js";
import { readGoldFile } from "./gold-file.js";
import { sourceReports } from "./gold-sources.js";
import {
  type FoundQuantity,
  isRight,
  quantityFigures,
  type ScoredQuantity,
  scoreQuantities,
} from "./quantities-score.js";
import { type GoldQuantity, type QuantityGoldReport, readQuantityGold } from "./quantity-gold.js";
import { type MarkedSource, markedSource } from "./source-text.js";

/**
 * Scores the numbers that are read against a gold file (`docs/quantity-gold.md`). `reports`: files in which the texts
 * are looked up by identifier. `out`: a file of JSON Lines, a mark each with what was found, then what was found where
 * nothing is marked. Throws an Error where the gold is not in its format or a text is not the one that was marked.
 */
export async function evaluateQuantities(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[] | undefined; readonly out?: string | undefined } = {},
): Promise<Evaluation> {
  const sources = sourceReports(options.reports ?? []);
  const all: ScoredQuantity[] = [];
  const lines: string[] = [];
  for (const gold of readQuantityGold(readGoldFile(goldPath))) {
    const source = markedSource(gold.id, sources.get(gold.id));
    checkWords(gold, source);
    const scored = scoreQuantities(gold.quantities, await foundIn(source, language), gold.ranges);
    all.push(...scored);
    for (const row of scored) lines.push(JSON.stringify(told(gold.id, row, source)));
  }
  if (options.out) writeFileSync(options.out, lines.map((line) => `${line}\n`).join(""));
  return { metrics: quantityFigures(all) };
}

async function foundIn(source: MarkedSource, language: Pick<Language, "analyse">): Promise<FoundQuantity[]> {
  const analysis = await language.analyse(source.report);
  return findQuantities(source.report, analysis, findTimes(source.report, analysis)).map((q) => ({
    low: q.low,
    ...(q.high === undefined ? {} : { high: q.high }),
    unit: q.unit,
    bound: q.bound,
    ...source.inGold(q),
    ...(q.of ? { of: source.inGold(q.of) } : {}),
  }));
}

function checkWords({ id, quantities }: QuantityGoldReport, { characters }: MarkedSource): void {
  for (const { start, end, surface } of quantities.flatMap((q) => [q, ...q.of])) {
    const met = characters.slice(start, end).join("");
    if (met !== surface) throw new Error(`report ${id} at ${start}: "${surface}" expected, "${met}" met`);
  }
}

const CONTEXT = 80;

function told(report: string, row: ScoredQuantity, { characters }: MarkedSource): object {
  const slice = (start: number, end: number) =>
    characters.slice(Math.max(0, start), end).join("").replace(/\s+/g, " ");
  const { start, end } = (row.gold ?? row.found) as GoldQuantity | FoundQuantity;
  const { of, ...found } = row.found ?? {};
  return {
    report,
    right: isRight(row),
    measured: row.of,
    ...(row.gold ? { gold: row.gold } : {}),
    ...(row.found ? { found: { ...found, ...(of ? { of: slice(of.start, of.end) } : {}) } } : {}),
    context: `${slice(start - CONTEXT, start)}[${slice(start, end)}]${slice(end, end + CONTEXT)}`,
  };
}
