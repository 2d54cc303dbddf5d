import type { Actor } from "../../actor/actor.js";
import type { Event } from "../../event/event.js";
import type { Analysis, Word } from "../../language/analysis.js";
import { children, governor, relation } from "../../language/tree.js";
import type { Statement } from "../../quotation/statement.js";
import type { Span } from "../../record/span.js";
import { exchangePatterns } from "./exchange-patterns.js";

/** One side of an exchange: the record that tells it, and how it was found. */
export interface Told {
  readonly record: Event | Statement;
  readonly how: string;
}

/** Records further back than this many are no longer what "the demand" means; it also bounds the work. */
export const RECORDS_BACK = 100;
const CLOSING = new Set(['"', "”", "’", "''"]);
const POINTING = new Set(["this", "these", "that", "those", "such"]);

/** The last records that start before `offset`, in text order; `records` stand in text order. */
export function before<T extends Event | Statement>(records: readonly T[], offset: number): readonly T[] {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(records[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return records.slice(Math.max(0, low - RECORDS_BACK), low);
}

export function startOf(record: Event | Statement): number {
  return (record.kind === "event" ? record.trigger : record.content[0])?.start ?? 0;
}

/** True for nouns that take up what was demanded, alleged or said elsewhere. */
export function takesUp(word: Word): boolean {
  const { demandNouns, ownedNouns, notions } = exchangePatterns();
  const lemma = word.lemma.toLowerCase();
  return word.upos === "NOUN" && [demandNouns, ownedNouns, notions].some((nouns) => nouns.has(lemma));
}

/** Those who do an event or make a statement, as far as they are known. */
export function actorsOf(record: Event | Statement): Actor[] {
  const values = record.kind === "event" ? record.sources.map((source) => source.actor) : [record.speaker];
  return values.flatMap((value) => (value.known ? [value.value] : []));
}

export function sameActor(a: Actor | undefined, b: Actor | undefined): boolean {
  return a !== undefined && b !== undefined && a.code === b.code && a.person === b.person;
}

/** Words that begin inside `span` or reach into it; `words` stand in text order. */
export function wordsInside(words: readonly Word[], span: Span): readonly Word[] {
  const inside: Word[] = [];
  for (let i = firstWordFrom(words, span.start); i < words.length && words[i]!.start < span.end; i++)
    inside.push(words[i]!);
  return inside;
}

/** Index of the first word that ends after `offset`; words stand in text order. */
function firstWordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those who own a demand, by its possessor or the preposition after it: "Norway" of "comments by Norway". */
export function ownersOf(analysis: Analysis, word: Word): Word[] {
  return [
    ...children(analysis, word).filter((c) => c.deprel === "nmod:poss"),
    ...["by", "of", "from"].flatMap((preposition) => nextTo(analysis, word, preposition) ?? []),
    ...makersOf(analysis, word),
  ];
}

/** Those who put a text forward: "Norway" of "a Norwegian-drafted resolution", "a motion proposed by Norway". */
export function makersOf(analysis: Analysis, word: Word): Word[] {
  const { drafting } = exchangePatterns();
  return children(analysis, word)
    .filter((c) => (c.deprel === "amod" || c.deprel === "acl") && drafting.has(c.lemma.toLowerCase()))
    .flatMap((made) =>
      made.deprel === "acl"
        ? children(analysis, made).filter((c) => c.deprel === "obl:agent")
        : children(analysis, made).filter((c) => c.index < made.index && c.upos !== "PUNCT"),
    );
}

export function isDefinite(analysis: Analysis, word: Word): boolean {
  return isPointing(analysis, word) || determiners(analysis, word).includes("the");
}

/** True for "these accusations", "such a demand". */
export function isPointing(analysis: Analysis, word: Word): boolean {
  return determiners(analysis, word).some((lemma) => POINTING.has(lemma));
}

/** "Such" is an adjective to Universal Dependencies. */
function determiners(analysis: Analysis, word: Word): string[] {
  return children(analysis, word)
    .filter((c) => c.deprel.startsWith("det") || c.deprel === "amod")
    .map((c) => c.lemma.toLowerCase());
}

export function isOwned(analysis: Analysis, word: Word): boolean {
  return ownersOf(analysis, word).length > 0 || children(analysis, word).some((c) => relation(c) === "acl");
}

/** What the preposition right after `word` leads to, wherever the tree attaches it: "demands" of "response to demands". */
export function nextTo(analysis: Analysis, word: Word, preposition: string): Word | undefined {
  const after = analysis.words[word.index + 1];
  // "retaliation" for the sanctions: the mark that closes the quotation parts no phrase.
  const next = after && CLOSING.has(after.form) ? analysis.words[after.index + 1] : after;
  if (next?.lemma !== preposition || (next.deprel !== "case" && next.deprel !== "mark")) return undefined;
  const head = governor(analysis, next);
  return head && head.index > word.index ? head : undefined;
}
