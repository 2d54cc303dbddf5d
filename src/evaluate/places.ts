import { writeFileSync } from "node:fs";
import type { Analysis } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { clausePlace } from "../place/find-places.js";
import type { Where } from "../place/where.js";
import { readAnalysed } from "../reading/read.js";
import type { Span } from "../record/span.js";
import type { Evaluation } from "./evaluations.js";
import { readGoldFile } from "./gold-file.js";
import { sourceReports } from "./gold-sources.js";
import { type MarkedText, markedText } from "./marked-text.js";
import { type GoldPlace, PLACE_KINDS, readPlaceGold } from "./place-gold.js";
import {
  type FoundPlace,
  placeFigures,
  type ScoredAct,
  type ScoredPlace,
  scoreActs,
  scorePlaces,
} from "./places-score.js";

/**
 * Scores the places that are read against a gold file (`docs/place-gold.md`), and the place of each marked act, which
 * is that of its word's clause. `reports`: files in which the texts are looked up by identifier. `out`: a file of JSON
 * Lines, a mark or an act each with what was found. Throws an Error where the gold is not in its format or a text is
 * not the one that was marked.
 */
export async function evaluatePlaces(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[] | undefined; readonly out?: string | undefined } = {},
): Promise<Evaluation> {
  const sources = sourceReports(options.reports ?? []);
  const all: ScoredPlace[] = [];
  const allActs: ScoredAct[] = [];
  const lines: string[] = [];
  for (const gold of readPlaceGold(readGoldFile(goldPath))) {
    const words = gold.places.flatMap((p) => (p.act ? [p, p.act] : [p]));
    const text = markedText(gold, words, sources);
    const { analysis, places } = readAnalysed(text.report, await language.analyse(text.report));
    const found = places.map((where) => inGold(where, text));
    const scored = scorePlaces(gold.places, found, gold.range ?? [0, text.characters.length]);
    const acts = scoreActs(gold.places, (act) => placeOf(act, analysis, places, found, text));
    all.push(...scored);
    allActs.push(...acts);
    lines.push(...scored.map((row) => told(gold.id, row, row.gold ?? row.found!, text)));
    lines.push(...acts.map((row) => told(gold.id, row, row.act, text)));
  }
  if (options.out) writeFileSync(options.out, lines.map((line) => `${line}\n`).join(""));
  return { metrics: placeFigures(all, allActs), lines: table(all) };
}

function inGold(where: Where, text: MarkedText): FoundPlace {
  const { name, precision, country, latitude, longitude, by, reason } = where;
  return {
    ...text.inGold(where),
    name,
    precision,
    ...(country ? { country } : {}),
    ...(latitude !== undefined ? { latitude } : {}),
    ...(longitude !== undefined ? { longitude } : {}),
    by,
    ...(reason ? { reason } : {}),
  };
}

function placeOf(
  act: Span,
  analysis: Analysis,
  places: readonly Where[],
  found: readonly FoundPlace[],
  text: MarkedText,
): FoundPlace | undefined {
  const word = analysis.words.find((w) => {
    const { start, end } = text.inGold(w);
    return start < act.end && end > act.start;
  });
  const place = word && clausePlace(analysis, places, word.index);
  return place === undefined ? undefined : found[place];
}

const CONTEXT = 60;

function told(
  report: string,
  row: ScoredPlace | ScoredAct,
  { start, end }: Span | GoldPlace,
  text: MarkedText,
): string {
  const slice = (from: number, to: number) =>
    text.characters.slice(Math.max(0, from), to).join("").replace(/\s+/g, " ");
  const context = `${slice(start - CONTEXT, start)}[${slice(start, end)}]${slice(end, end + CONTEXT)}`;
  return JSON.stringify({ report, ...row, context });
}

function table(all: readonly ScoredPlace[]): string[] {
  const rows: [string, readonly ScoredPlace[]][] = [
    ...PLACE_KINDS.map((kind): [string, readonly ScoredPlace[]] => [
      kind,
      all.filter((s) => s.gold?.kind === kind),
    ]),
    ["all places", all.filter((s) => s.gold?.kind)],
    ["no place", all.filter((s) => s.gold?.not)],
  ];
  const lines = rows
    .filter(([, of]) => of.length > 0)
    .map(([name, of]) => {
      const cells = (["right", "wrong", "unknown"] as const).map((result) =>
        String(of.filter((s) => s.result === result).length).padStart(8),
      );
      return `${name.padEnd(11)}${String(of.length).padStart(6)}${cells.join("")}`;
    });
  const head = ["right", "wrong", "unknown"].map((name) => name.padStart(8)).join("");
  const spurious = all.filter((s) => !s.gold).length;
  return [
    `${"kind".padEnd(11)}${"marks".padStart(6)}${head}`,
    ...lines,
    `${spurious} where nothing is marked`,
  ];
}
