import type { Word } from "../language/analysis.js";
import { overlaps } from "../record/span.js";
import { bucket } from "./act-clues.js";
import type { Cast } from "./cast.js";
import type { EventType, Participant } from "./event.js";
import { type LearnedCode, learnedCode } from "./learned-coder.js";
import { type LikelyPair, likelyPairs } from "./learned-roles.js";
import type { Candidate } from "./role-candidates.js";
import type { Roles } from "./roles.js";

/** How the sides of an act are named, and what the coder of pairs says of the two and of the type: features, by name. */
export function sideClues(
  cast: Cast,
  trigger: Word,
  type: EventType,
  { sources, targets }: Roles,
): readonly string[] {
  const clues = [`source ${formOf(cast, sources)}`, `target ${formOf(cast, targets)}`];
  const state = codeOf(sources);
  if (state && state === codeOf(targets)) clues.push("sides same");
  const pair = pairOf(cast, trigger, sources, targets);
  if (!pair) return [...clues, "pair open"];
  return [
    ...clues,
    `pair ${bucket(pair.probability)}`,
    `pair told ${bucket(pair.code.told)}`,
    `pair type ${bucket(likelihoodOf(pair.code, type))}`,
  ];
}

/** What the coder of pairs says of the two sides; undefined where the act's sentence has no phrases for both. */
function pairOf(
  cast: Cast,
  trigger: Word,
  sources: readonly Participant[],
  targets: readonly Participant[],
): { readonly probability: number; readonly code: LearnedCode } | undefined {
  let probability = 0;
  let best: LikelyPair | undefined;
  for (const pair of likelyPairs(cast, cast.analysis.sentences[trigger.sentence]!)) {
    if (!isOneOf(sources, pair.source) || !isOneOf(targets, pair.target)) continue;
    best ??= pair;
    probability += pair.probability;
  }
  const code = best && learnedCode(cast.analysis, best.source.word, best.target.word);
  return code && { probability, code };
}

/** Of the two types that YIELD stands for, each has its probability. */
function likelihoodOf({ ranking }: LearnedCode, type: EventType): number {
  const code = type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
  return ranking.find(([own]) => own === code)?.[1] ?? 0;
}

function formOf(cast: Cast, [first]: readonly Participant[]): string {
  if (!first?.actor.known) return "unknown";
  return first.mention === undefined ? "place" : cast.mentions[first.mention]!.form;
}

function codeOf([first]: readonly Participant[]): string | undefined {
  return first?.actor.known ? first.actor.value.code : undefined;
}

function isOneOf(participants: readonly Participant[], { span }: Candidate): boolean {
  return participants.some((p) => p.span && overlaps(p.span, span));
}
