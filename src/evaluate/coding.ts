import { writeFileSync } from "node:fs";
import { type Codebook, loadCodebook } from "../event/codebook.js";
import { type PlvClass, plvClass } from "../event/crosswalk.js";
import type { Event, Participant } from "../event/event.js";
import type { Coder } from "../event/learned-coder.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Language } from "../language/language.js";
import { readAnalysed } from "../reading/read.js";
import { type GoldSentence, readCodingGold } from "./coding-gold.js";
import { type CodingResult, type FoundEvent, scoreCoding } from "./coding-score.js";
import type { Evaluation } from "./evaluations.js";
import type { CodeScheme } from "./gold-class.js";
import { readGoldFile } from "./gold-file.js";
import { reportOf } from "./times.js";

const BATCH = 100;

export interface CodingOptions {
  readonly out?: string | undefined;
  readonly knowledge?: Knowledge | undefined;
  readonly codebook?: Codebook | undefined;
  /** One of the two coders alone; both together where it is missing. */
  readonly alone?: Coder | undefined;
  /** Whose codes the gold has; CAMEO's where it is missing. */
  readonly scheme?: CodeScheme | undefined;
}

/**
 * Scores who did what to whom from raw sentences against a gold file (`docs/coding-gold.md`): the share of expected
 * events whose source was found in any event, the target in any, both in one, and both in one of the right type. Writes
 * each sentence with what was found to `out`. Throws an Error where the gold is not in its format.
 */
export async function evaluateCoding(
  goldPath: string,
  language: Pick<Language, "analyseAll">,
  { out, knowledge, codebook = loadCodebook(), alone, scheme }: CodingOptions = {},
): Promise<Evaluation> {
  const gold = readCodingGold(readGoldFile(goldPath), scheme);
  const plv = classesByPattern(codebook);
  const results: CodingResult[] = [];
  const lines: string[] = [];
  let [without, silent, untyped] = [0, 0, 0];
  for (let i = 0; i < gold.length; i += BATCH) {
    const batch = gold.slice(i, i + BATCH);
    const reports = batch.map((g) => reportOf(g.sentence, g.date));
    const analyses = await language.analyseAll(reports);
    for (const [j, sentence] of batch.entries()) {
      const { events, mentions } = readAnalysed(reports[j]!, analyses[j]!, { knowledge, codebook, alone });
      const found = events.map((event): FoundEvent => ({ event, classes: classesOf(event, plv) }));
      const own = sentence.expected.map((e) => scoreCoding(e, found, mentions));
      results.push(...own);
      untyped += sentence.untyped;
      if (sentence.expected.length + sentence.untyped === 0) {
        without += 1;
        if (events.length === 0) silent += 1;
      }
      lines.push(JSON.stringify(told(sentence, own, events)));
    }
  }
  if (out) writeFileSync(out, lines.map((line) => `${line}\n`).join(""));
  return {
    metrics: {
      source: share(results, "source"),
      target: share(results, "target"),
      both: share(results, "both"),
      all: share(results, "all"),
    },
    lines: [
      `${results.length} expected events in ${gold.length} sentences`,
      ...(untyped > 0 ? [`${untyped} more have a code without a PLOVER type and are not asked for`] : []),
      `${silent} of ${without} sentences without an expected event gave none`,
    ],
  };
}

/** The classes of patterns that the PLV data class otherwise than by type. */
function classesByPattern(codebook: Codebook): ReadonlyMap<string, PlvClass> {
  const out = new Map<string, PlvClass>();
  for (const index of [codebook.verbs, codebook.nouns, codebook.adjectives])
    for (const entries of index.values())
      for (const { pattern } of entries) if (pattern.plv) out.set(pattern.id, pattern.plv as PlvClass);
  return out;
}

/** As told, and as type and status together imply: aid that is planned is AGREE in PLOVER, a demanded act REQUEST. */
function classesOf({ type, status, explanation }: Event, plv: ReadonlyMap<string, PlvClass>): PlvClass[] {
  const own = plv.get(explanation.by);
  return [...new Set([plvClass(type, "asserted"), plvClass(type, status), ...(own ? [own] : [])])];
}

function told({ id, sentence }: GoldSentence, results: readonly CodingResult[], events: readonly Event[]) {
  const side = (participants: readonly Participant[]) =>
    participants.map(({ actor, span }) => ({
      ...(actor.known ? { code: actor.value.code } : {}),
      ...(span ? { words: sentence.slice(span.start, span.end) } : {}),
    }));
  return {
    id,
    results,
    events: events.map((e) => ({
      sources: side(e.sources),
      type: e.type,
      targets: side(e.targets),
      status: e.status,
      by: e.explanation.by,
    })),
  };
}

function share(results: readonly CodingResult[], part: keyof CodingResult): number {
  return Math.round((1000 * results.filter((r) => r[part]).length) / Math.max(1, results.length)) / 10;
}
