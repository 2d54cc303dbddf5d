import { writeFileSync } from "node:fs";
import type { Language } from "../language/language.js";
import { readGoldFile } from "./gold-file.js";
import { predictAttributions, reportOf } from "./quotation-predictions.js";
import {
  type GoldArticle,
  type GoldAttribution,
  type QuotationScores,
  type Score,
  scoreQuotations,
} from "./quotations-score.js";

export interface QuotationEvaluation {
  readonly scores: QuotationScores;
  /** The table for people. */
  readonly table: string;
  /** Name and value in percent, for the last line of the command. */
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * Scores the quotation reader against a gold file in PolNeAR's layout (JSON Lines, gzipped or not, offsets in code
 * points; see the data's README) and writes the predictions in that layout to `out`.
 * @param options.alone what tells the attributions where it is not rules and language model together
 * @throws Error where a line of the gold is no JSON object with id, text and attributions
 */
export async function evaluateQuotations(
  goldPath: string,
  language: Language,
  {
    out,
    alone,
  }: { readonly out?: string | undefined; readonly alone?: "rules" | "learned" | undefined } = {},
): Promise<QuotationEvaluation> {
  const gold = readGold(goldPath);
  const predicted = new Map<string, readonly GoldAttribution[]>();
  for (const article of gold) {
    const report = reportOf(article);
    predicted.set(article.id, predictAttributions(report, await language.analyse(report), alone));
  }
  if (out) {
    const lines = gold.map((a) => JSON.stringify({ id: a.id, attributions: predicted.get(a.id) }));
    writeFileSync(out, `${lines.join("\n")}\n`);
  }
  const scores = scoreQuotations(gold, predicted);
  return { scores, table: tableOf(scores), metrics: metricsOf(scores) };
}

/** Reads a gold file; a line that is not an article is an error that names the line. */
export function readGold(path: string): GoldArticle[] {
  const articles: GoldArticle[] = [];
  readGoldFile(path)
    .split("\n")
    .forEach((line, number) => {
      if (line.trim() === "") return;
      const article = parseArticle(line);
      if (!article) {
        throw new Error(`${path} line ${number + 1}: an object with id, text and attributions expected`);
      }
      articles.push(article);
    });
  return articles;
}

function parseArticle(line: string): GoldArticle | undefined {
  try {
    const { id, text, attributions } = JSON.parse(line) as Partial<GoldArticle>;
    const complete = typeof id === "string" && typeof text === "string" && Array.isArray(attributions);
    return complete ? { id, text, attributions } : undefined;
  } catch {
    return undefined;
  }
}

/** In percent with one decimal, rounded to four places first as the reference scorer does. */
function percent(value: number): string {
  return (100 * (Math.round(value * 1e4) / 1e4)).toFixed(1);
}

/** The main rows of the scores for people. */
export function tableOf(scores: QuotationScores): string {
  const row = (name: string, s: Score) =>
    `  ${name.padEnd(34)} ${percent(s.precision)} / ${percent(s.recall)} / ${percent(s.f1)}`;
  const lines = [
    `${scores.articles} articles, ${scores.gold} attributions in the gold, ${scores.predicted} predicted`,
    "precision / recall / F1, in percent",
    row("direct content, exact", scores.contentDirectExact),
    row("detected", scores.detected),
    row("relation", scores.relation),
    row("relation and cue", scores.relationCue),
  ];
  for (const role of ["content", "cue", "source"] as const)
    lines.push(row(`words of ${role}`, scores.words[role]));
  for (const role of ["content", "cue", "source", "all"] as const)
    lines.push(row(`linked ${role}`, scores.linked[role]));
  const { direct, mixed, indirect } = scores.relationRecall;
  lines.push(
    `  relation recall: direct ${percent(direct)}, mixed ${percent(mixed)}, indirect ${percent(indirect)}`,
  );
  for (const [group, s] of [...scores.speaker].sort()) {
    const share = (n: number) => percent(n / s.segments);
    lines.push(
      `  speaker of ${group.padEnd(9)} right ${share(s.right)}, found ${share(s.found)}, of ${s.segments}`,
    );
  }
  return lines.join("\n");
}

function metricsOf(scores: QuotationScores): Readonly<Record<string, number>> {
  const value = (n: number) => Number(percent(n));
  const speaker = (metric: string, group: string) => {
    const row = scores.speaker.get(group);
    return row ? { [metric]: value(row.right / row.segments) } : {};
  };
  return {
    ...speaker("speaker-right", "all"),
    ...speaker("speaker-direct", "direct"),
    ...speaker("speaker-mixed", "mixed"),
    "content-direct-exact": value(scores.contentDirectExact.f1),
    relation: value(scores.relation.f1),
    "linked-all": value(scores.linked.all.f1),
    "content-tokens": value(scores.words.content.f1),
    "cue-tokens": value(scores.words.cue.f1),
    "source-tokens": value(scores.words.source.f1),
  };
}
