import { readFileSync, writeFileSync } from "node:fs";
import { type Codebook, loadCodebook } from "../event/codebook.js";
import type { Coder, PairBasis } from "../event/learned-coder.js";
import type { Analysis } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import type { Span } from "../record/span.js";
import { codePair } from "./code-pair.js";
import { type ClassScores, scoreClasses } from "./events-score.js";
import { reportOf } from "./times.js";

/** One row of a gold TSV: a sentence, the pair, the class, and the row as it was written. */
export interface GoldPair {
  readonly sentence: string;
  readonly sources: readonly Span[];
  readonly targets: readonly Span[];
  readonly root: string;
  readonly line: string;
}

export interface EventEvaluation {
  readonly scores: ClassScores;
  /** Share of rows that an act of the codebook joins to the pair, rather than a fall-back. */
  readonly covered: number;
  readonly table: string;
  /** Name and value in percent, for the last line of the command. */
  readonly metrics: Readonly<Record<string, number>>;
}

const BATCH = 200;

/**
 * Scores the event coder on given pairs: a TSV in the layout of the PLV data (header line, no quoting, columns in any
 * order; `marked_sentence` with <s> and <t> around the pair, or `sentence`, `source` and `target`; `root` with the
 * class). Writes the same lines with a column `predicted` added at the end to `outPath`.
 * @throws Error where the header lacks a column or a row has another number of columns
 */
export async function evaluateEvents(
  goldPath: string,
  language: Language,
  outPath?: string,
  codebook: Codebook = loadCodebook(),
  alone?: Coder,
): Promise<EventEvaluation> {
  const { header, pairs } = readGoldPairs(readFileSync(goldPath, "utf8"), goldPath);
  const predicted: string[] = [];
  const bases: PairBasis[] = [];
  for (let i = 0; i < pairs.length; i += BATCH) {
    const batch = pairs.slice(i, i + BATCH);
    const analyses = await language.analyseAll(batch.map((p) => reportOf(p.sentence, undefined)));
    batch.forEach((pair, j) => {
      const { code, basis } = predictPair(analyses[j]!, codebook, pair, alone);
      predicted.push(code);
      bases.push(basis);
    });
  }
  if (outPath) {
    const lines = pairs.map((p, i) => `${p.line}\t${predicted[i]}`);
    writeFileSync(outPath, `${[`${header}\tpredicted`, ...lines].join("\n")}\n`);
  }
  return report(pairs, predicted, bases);
}

export function predictPair(
  analysis: Analysis,
  codebook: Codebook,
  pair: GoldPair,
  alone?: Coder,
): ReturnType<typeof codePair> {
  return codePair(analysis, codebook, pair.sources, pair.targets, { alone });
}

/** Reads a gold TSV's text; `name` is for messages. */
export function readGoldPairs(text: string, name: string): { header: string; pairs: GoldPair[] } {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((l) => l !== "");
  const header = lines[0] ?? "";
  const columns = header.split("\t");
  const at = (column: string) => columns.indexOf(column);
  if (
    at("root") < 0 ||
    (at("marked_sentence") < 0 && (at("sentence") < 0 || at("source") < 0 || at("target") < 0))
  ) {
    throw new Error(
      `${name} line 1: columns root and marked_sentence (or sentence, source, target) expected, "${columns.join(", ")}" met`,
    );
  }
  const pairs = lines.slice(1).map((line, i): GoldPair => {
    const cells = line.split("\t");
    if (cells.length !== columns.length) {
      throw new Error(`${name} line ${i + 2}: ${columns.length} columns expected, ${cells.length} met`);
    }
    const root = cells[at("root")]!;
    const marked = at("marked_sentence") < 0 ? undefined : cells[at("marked_sentence")];
    if (marked) return { ...unmark(marked), root, line };
    const sentence = cells[at("sentence")]!;
    return {
      sentence,
      sources: occurrences(sentence, cells[at("source")]!),
      targets: occurrences(sentence, cells[at("target")]!),
      root,
      line,
    };
  });
  return { header, pairs };
}

/** Takes the marks <s>, </s>, <t>, </t> out of a sentence and gives the spans that they enclosed. */
export function unmark(marked: string): Pick<GoldPair, "sentence" | "sources" | "targets"> {
  const spans: Record<"s" | "t", Span[]> = { s: [], t: [] };
  const open: Record<"s" | "t", number> = { s: -1, t: -1 };
  let sentence = "";
  let last = 0;
  for (const mark of marked.matchAll(/<(\/?)([st])>/g)) {
    sentence += marked.slice(last, mark.index);
    last = mark.index + mark[0].length;
    const role = mark[2] as "s" | "t";
    if (mark[1] === "") open[role] = sentence.length;
    else if (open[role] >= 0) {
      spans[role].push({ start: open[role], end: sentence.length });
      open[role] = -1;
    }
  }
  return { sentence: sentence + marked.slice(last), sources: spans.s, targets: spans.t };
}

function occurrences(sentence: string, words: string): Span[] {
  const start = words.trim() === "" ? -1 : sentence.indexOf(words.trim());
  return start < 0 ? [] : [{ start, end: start + words.trim().length }];
}

function report(
  pairs: readonly GoldPair[],
  predicted: readonly string[],
  bases: readonly PairBasis[],
): EventEvaluation {
  const scores = scoreClasses(
    pairs.map((p) => p.root),
    predicted,
  );
  const covered = bases.filter((b) => b === "joined").length / Math.max(1, bases.length);
  const rows = [...scores.labels].map(
    ([label, s]) =>
      `${label.padEnd(10)} ${String(s.gold).padStart(5)} ${String(s.predicted).padStart(5)} ${String(s.right).padStart(5)} ${(s.f1 * 100).toFixed(1).padStart(6)}`,
  );
  const percent = (x: number) => Math.round(x * 1000) / 10;
  return {
    scores,
    covered,
    table: ["class       gold  said right     F1", ...rows].join("\n"),
    metrics: {
      accuracy: percent(scores.accuracy),
      "macro-f1": percent(scores.macroF1),
      covered: percent(covered),
    },
  };
}
