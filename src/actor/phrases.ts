import type { Analysis, Word } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { Hits } from "./hits.js";

/** A noun phrase: its head and the words that name, without relative clauses, coordinations and set-off appositions. */
export interface Phrase {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** A name in brackets right behind ("(KCNA)"): its word. */
  readonly bracketed?: number;
  /** Prepositional phrases behind the head: preposition and the head of its noun phrase. */
  readonly complements: readonly { readonly preposition: string; readonly head: number }[];
}

const INSIDE: ReadonlySet<string> = new Set([
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "amod",
  "det",
  "nummod",
]);
const BEFORE: ReadonlySet<string> = new Set([
  "amod",
  "compound",
  "det",
  "nummod",
  "nmod",
  "flat",
  "advmod",
  "obl",
]);

/** True where a word heads a noun phrase that may be an argument. */
export function headsPhrase(word: Word): boolean {
  const rel = relation(word);
  if (word.deprel === "nmod:desc" || (INSIDE.has(rel) && word.upos !== "PRON")) return false;
  if (rel === "case" || rel === "punct" || rel === "cc" || rel === "mark" || rel === "expl") return false;
  switch (word.upos) {
    case "NOUN":
    case "PROPN":
    case "PRON":
      return true;
    case "ADJ":
    case "NUM":
    case "DET":
    case "X":
      return (
        rel === "nsubj" ||
        rel === "obj" ||
        rel === "obl" ||
        rel === "nmod" ||
        rel === "iobj" ||
        rel === "conj"
      );
    default:
      return false;
  }
}

/** The noun phrase of a head. */
export function phraseOf(analysis: Analysis, hits: Hits, head: number): Phrase {
  const word = analysis.words[head]!;
  let first = head;
  let last = head + 1;
  const complements: { preposition: string; head: number }[] = [];
  const own = hits.at(head);
  if (own) last = Math.max(last, own.last);
  for (const child of children(analysis, word)) {
    const rel = relation(child);
    if (child.index < head) {
      if (BEFORE.has(rel) && (rel !== "obl" || word.upos !== "VERB"))
        first = Math.min(first, leftmost(analysis, child));
    } else if (rel === "flat" || rel === "fixed" || rel === "goeswith") {
      last = Math.max(last, child.index + 1);
    }
  }
  if (own) first = Math.min(first, own.first);
  const name = hits.at(last - 1);
  if (name && name.first >= first) last = Math.max(last, name.last);

  // "director general of the agency": the tree may hang the complement from either word of the role.
  for (let at = own?.first ?? head; at < (own?.last ?? head + 1); at++) {
    for (const child of children(analysis, analysis.words[at]!)) {
      const preposition = child.index < last ? undefined : prepositionOf(analysis, child);
      if (preposition && relation(child) === "nmod") complements.push({ preposition, head: child.index });
    }
  }
  const bracketed = bracketAt(analysis, last);
  if (bracketed !== undefined) last = bracketed + 2;
  while (first < head && analysis.words[first]!.upos === "PUNCT") first++;
  return {
    head,
    first,
    last,
    complements,
    ...(bracketed !== undefined && { bracketed }),
  };
}

/** The word in brackets at a place, where the brackets hold one word only. */
function bracketAt(analysis: Analysis, at: number): number | undefined {
  const { words } = analysis;
  if (words[at]?.form !== "(" || words[at + 2]?.form !== ")") return undefined;
  if (words[at]!.sentence !== words[at - 1]?.sentence) return undefined;
  const form = words[at + 1]!.form;
  return /^[A-Z][A-Z.-]+$/.test(form) ? at + 1 : undefined;
}

function leftmost(analysis: Analysis, word: Word): number {
  let left = word.index;
  const stack = [word];
  while (stack.length > 0) {
    const w = stack.pop()!;
    if (w.index < left) left = w.index;
    for (const child of children(analysis, w)) stack.push(child);
  }
  return left;
}
