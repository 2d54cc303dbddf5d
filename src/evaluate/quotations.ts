import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Analysis, Word } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { children, governor } from "../language/tree.js";
import type { Attribution } from "../quotation/attribution.js";
import { closeBracket, extents } from "../quotation/extent.js";
import { findAttributions } from "../quotation/find-attributions.js";
import type { Span } from "../record/span.js";
import { unknown } from "../record/value.js";
import type { Paragraph, Report } from "../report/report.js";
import {
  codePointOffsets,
  type GoldArticle,
  type GoldAttribution,
  type QuotationScores,
  type Score,
  type Stretch,
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
 * points; see the data's README) and writes the predictions in that layout to `outPath`.
 * @throws Error where a line of the gold is no JSON object with id, text and attributions
 */
export async function evaluateQuotations(
  goldPath: string,
  language: Language,
  outPath?: string,
): Promise<QuotationEvaluation> {
  const gold = readGold(goldPath);
  const predicted = new Map<string, readonly GoldAttribution[]>();
  for (const article of gold) {
    const report = reportOf(article);
    predicted.set(article.id, predictAttributions(report, await language.analyse(report)));
  }
  if (outPath) {
    const lines = gold.map((a) => JSON.stringify({ id: a.id, attributions: predicted.get(a.id) }));
    writeFileSync(outPath, `${lines.join("\n")}\n`);
  }
  const scores = scoreQuotations(gold, predicted);
  return { scores, table: tableOf(scores), metrics: metricsOf(scores) };
}

/** Reads a gold file; a line that is not an article is an error that names the line. */
export function readGold(path: string): GoldArticle[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  const articles: GoldArticle[] = [];
  text.split("\n").forEach((line, number) => {
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

/** The article as a report whose text is the gold's to the letter; its first line is the headline. */
export function reportOf(article: { readonly id: string; readonly text: string }): Report {
  const paragraphs: Paragraph[] = [];
  for (const match of article.text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    const role = paragraphs.length === 0 ? "title" : "body";
    paragraphs.push({ start: match.index, end: match.index + match[0].length, role });
  }
  const none = unknown("a gold text");
  return {
    kind: "report",
    id: article.id,
    origin: article.id,
    text: article.text,
    paragraphs,
    title: none,
    outlet: none,
    published: none,
    bylines: [],
    licence: none,
  };
}

/**
 * What the reader finds, in PolNeAR's manner: only outermost attributions; all that hangs on one cue, or goes on from
 * it, as one attribution; the cue with its auxiliaries and adverbs; the source as the whole phrase, "who" as itself.
 */
export function predictAttributions(report: Report, analysis: Analysis): readonly GoldAttribution[] {
  const attributions = findAttributions(report, analysis);
  const codePoint = codePointOffsets(report.text);
  const reach = extents(analysis);
  const stretch = (span: Span): Stretch => [codePoint[span.start]!, codePoint[span.end]!];
  const merged = new Map<unknown, { first: Attribution; content: Span[] }>();
  for (const attribution of outermost(analysis, attributions)) {
    let origin = attribution;
    while (!origin.cue && origin.goesOnFrom !== undefined) origin = attributions[origin.goesOnFrom]!;
    const key = origin.cue?.cue ?? origin;
    const entry = merged.get(key);
    if (entry) entry.content.push(...attribution.content);
    else merged.set(key, { first: origin, content: [...attribution.content] });
  }
  return [...merged.values()].map(({ first, content }) => {
    const { subject } = first.source ?? {};
    const source = subject && wholePhrase(analysis, reach, subject, first.cue!.cue);
    return {
      source: source ? [stretch(source)] : [],
      cue: first.cue ? [stretch(verbGroup(analysis, first.cue.first, first.cue.last, first.cue.cue))] : [],
      content: content.sort((a, b) => a.start - b.start).map(stretch),
      ...(subject ? { source_head: stretch(subject) } : {}),
      by: first.cue
        ? `${first.cue.cue.upos} ${first.cue.rule} ${first.cue.cue.lemma.toLowerCase()}`
        : first.rule,
    };
  });
}

function outermost(analysis: Analysis, attributions: readonly Attribution[]): readonly Attribution[] {
  const { words } = analysis;
  const contents = attributions.flatMap((a) => a.content.map((span) => ({ span, a })));
  contents.sort((x, y) => x.span.start - y.span.start);
  return attributions.filter((a) => {
    if (!a.cue) return true;
    const at = words[a.cue.cue.index]!.start;
    return !contents.some(
      ({ span, a: other }) => other !== a && other.cue !== a.cue && span.start <= at && at < span.end,
    );
  });
}

/** The phrase of `head` with all that describes it, up to the cue. */
function wholePhrase(analysis: Analysis, reach: ReturnType<typeof extents>, head: Word, cue: Word): Span {
  const { words } = analysis;
  let first = reach.first[head.index]!;
  let last = reach.last[head.index]!;
  if (cue.index > head.index) last = Math.min(last, cue.index);
  else if (cue.index < head.index) first = Math.max(first, cue.index + 1);
  const leading = (w: Word) =>
    w.upos === "PUNCT" ||
    w.upos === "CCONJ" ||
    w.deprel === "mark" ||
    w.deprel === "fixed" ||
    (w.deprel === "case" && w.index < head.index);
  while (first < head.index && leading(words[first]!)) first++;
  while (last > head.index + 1 && (words[last - 1]!.upos === "PUNCT" || words[last - 1]!.xpos === "POS"))
    last--;
  last = closeBracket(words, first, last);
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

/** The cue with the auxiliaries, adverbs and catenative verbs before it: "has repeatedly said", "went on to say". */
function verbGroup(analysis: Analysis, first: number, last: number, cue: Word): Span {
  const { words } = analysis;
  let start = first;
  let verb: Word | undefined = cue;
  while (verb) {
    const kids: readonly Word[] = children(analysis, verb);
    while (
      start > 0 &&
      kids.some(
        (c) =>
          c.index === start - 1 &&
          (c.deprel.startsWith("aux") || c.deprel === "advmod" || c.deprel === "mark" || c.deprel === "cop"),
      ) &&
      (words[start - 1]!.deprel !== "mark" || verb.deprel === "xcomp")
    ) {
      start--;
    }
    const above: Word | undefined = verb.deprel === "xcomp" ? governor(analysis, verb) : undefined;
    if (!above || above.index !== start - 1) break;
    start = above.index;
    verb = above;
  }
  return { start: words[start]!.start, end: words[last - 1]!.end };
}

/** In percent with one decimal, rounded to four places first as the reference scorer does. */
function percent(value: number): string {
  return (100 * (Math.round(value * 1e4) / 1e4)).toFixed(1);
}

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
  const all = scores.speaker.get("all");
  const value = (n: number) => Number(percent(n));
  return {
    "speaker-right": value(all ? all.right / all.segments : 0),
    "content-direct-exact": value(scores.contentDirectExact.f1),
    relation: value(scores.relation.f1),
    "linked-all": value(scores.linked.all.f1),
    "content-tokens": value(scores.words.content.f1),
    "cue-tokens": value(scores.words.cue.f1),
    "source-tokens": value(scores.words.source.f1),
  };
}
