import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";
import { loadVocabulary } from "./vocabulary.js";
import type { When } from "./when.js";

/**
 * The time that belongs to a predicate: index in `times` of the one that is attached in its clause, the nearest where
 * there are several; else one that stands in front of a clause above it ("On Monday, Seoul said it had ..."), or in the
 * clause that it is joined to by "and", that it carries out ("began to") or that was true at once ("when"). Undefined where there is none. A length of time ("for five months") and a set
 * ("every year") say no when.
 */
export function clauseTime(
  analysis: Analysis,
  times: readonly When[],
  wordIndex: number,
): number | undefined {
  const predicate = analysis.words[wordIndex];
  if (!predicate) return undefined;
  const candidates = candidatesIn(analysis, times, predicate.sentence);
  if (candidates.length === 0) return undefined;
  const nominal = predicate.upos === "NOUN" || predicate.upos === "PROPN";
  // "The test on Sept 3": a noun that is itself what happened has what is attached to it.
  const own = nearest(
    candidates,
    predicate,
    (c) =>
      c.clause === wordIndex ||
      (nominal && relation(c.head) === "nmod" && governor(analysis, c.head) === predicate),
  );
  if (own !== undefined || nominal) return own;
  // "Did not shoot as they flew by this year": what was true at once has the time of both.
  const atOnce = new Set(
    children(analysis, predicate)
      .filter((c) => c.index > wordIndex && isAtOnce(analysis, c))
      .map((c) => c.index),
  );
  const same = atOnce.size > 0 ? nearest(candidates, predicate, (c) => atOnce.has(c.clause)) : undefined;
  if (same !== undefined) return same;
  let word = predicate;
  for (let above = governor(analysis, word); above; word = above, above = governor(analysis, word)) {
    if (relation(word) === "acl") return undefined;
    const clause = above.index;
    const joined = relation(word) === "conj" || isParticipial(analysis, word);
    const first = firstOfClause(analysis, above);
    const whole = isCarriedOut(word, above) || isAtOnce(analysis, word);
    const found = nearest(
      candidates,
      predicate,
      (c) =>
        c.clause === clause &&
        (whole || ((joined || c.head.index < first) && c.head.index < predicate.index)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Candidate {
  readonly index: number;
  readonly head: Word;
  /** The predicate that it is attached to, directly or through noun phrases. */
  readonly clause: number;
  readonly reference: boolean;
}

function candidatesIn(analysis: Analysis, times: readonly When[], sentence: number): Candidate[] {
  const { first, last } = analysis.sentences[sentence]!;
  const out: Candidate[] = [];
  const range = rangeWithin(times, analysis.sentences[sentence]!);
  for (let index = range.first; index < range.last; index++) {
    const time = times[index]!;
    if (time.type === "SET" || (time.type === "DURATION" && time.relation === undefined)) continue;
    const head = headOf(analysis, time, first, last);
    if (!head) continue;
    const clause =
      verbBefore(analysis, time, head)?.index ??
      orderedBefore(analysis, time, head)?.index ??
      clauseOf(analysis, head);
    out.push({ index, head, clause, reference: time.value.endsWith("_REF") });
  }
  return out;
}

/** The word of a span that the others hang from. */
export function headOf(analysis: Analysis, span: Span, first: number, last: number): Word | undefined {
  for (let i = first; i < last; i++) {
    const word = analysis.words[i]!;
    if (word.start < span.start || word.end > span.end) continue;
    const above = governor(analysis, word);
    if (!above || above.start < span.start || above.end > span.end) return word;
  }
  return undefined;
}

/** The word that a time stands right behind, a preposition aside; undefined where it is no part of a verb's phrase. */
function wordBefore(analysis: Analysis, time: Span, head: Word): Word | undefined {
  if (relation(head) !== "obl" && relation(head) !== "advmod") return undefined;
  const { words } = analysis;
  let first = head.index;
  while (first > 0 && words[first - 1]!.start >= time.start) first--;
  if (words[first - 1]?.upos === "ADP") first--;
  const before = words[first - 1];
  return before?.sentence === head.sentence ? before : undefined;
}

/** "The satellite launched earlier this week": a verb in the past right before a time has that time. */
function verbBefore(analysis: Analysis, time: Span, head: Word): Word | undefined {
  const before = wordBefore(analysis, time, head);
  return before?.upos === "VERB" && (before.xpos === "VBD" || before.xpos === "VBN") ? before : undefined;
}

/** "Sanctions were toughened following the test on Sept 3": the day of the test, wherever the tree hangs it. */
function orderedBefore(analysis: Analysis, time: Span, head: Word): Word | undefined {
  const before = wordBefore(analysis, time, head);
  return before?.upos === "NOUN" && children(analysis, before).some(isOrdering) ? before : undefined;
}

/** The predicate of the clause that a word stands in: the nearest verb above it, or noun or adjective with a copula. */
export function clauseOf(analysis: Analysis, word: Word): number {
  let at = word;
  for (let above = governor(analysis, at); above; at = above, above = governor(analysis, at)) {
    const nominal =
      above.upos === "NOUN" || above.upos === "PROPN" || above.upos === "PRON" || above.upos === "NUM";
    // "Tuesday's launch": the noun is itself what happened.
    // "The pact of March 1995 was rejected": the time of a subject is its own.
    if (nominal && relation(above) === "nsubj" && relation(at) === "nmod") return above.index;
    // "Voted after the test on Sept 3": that is the day of the test alone.
    if (nominal && at === word && children(analysis, above).some(isOrdering)) return above.index;
    const modifies = at.deprel === "nmod:poss" || relation(at) === "compound" || relation(at) === "amod";
    if (nominal && modifies && at === word) return above.index;
    if (!nominal || children(analysis, above).some((c) => relation(c) === "cop")) return above.index;
  }
  return at.index;
}

/** "Began to shell a village on Monday": what came about when the verb above it did has the time of that verb. */
function isCarriedOut(word: Word, above: Word): boolean {
  return relation(word) === "xcomp" && loadVocabulary().lists.get("implicative")!.has(above.lemma);
}

/** "Were hurt on Sunday when a gunman opened fire": both at once. */
function isAtOnce(analysis: Analysis, word: Word): boolean {
  const list = loadVocabulary().lists.get("simultaneous")!;
  const opens = (c: Word) => ["mark", "advmod"].includes(relation(c)) && list.has(c.form.toLowerCase());
  const own = children(analysis, word);
  return relation(word) === "advcl" && own.some(opens) && own.some((c) => relation(c) === "nsubj");
}

/** "After", "following": what such a word leads to happened at another time than what it is told with. */
function isOrdering(word: Word): boolean {
  return relation(word) === "case" && loadVocabulary().lists.get("ordering")!.has(word.form.toLowerCase());
}

/** "Made an offer on Monday, raising the pressure": a participle without a conjunction tells of the same time. */
function isParticipial(analysis: Analysis, word: Word): boolean {
  if (relation(word) !== "advcl" || word.xpos !== "VBG") return false;
  return !children(analysis, word).some((c) => ["mark", "case", "aux"].includes(relation(c)));
}

/** Index of the first subject or, where there is none, of the predicate: what stands before it is fronted. */
function firstOfClause(analysis: Analysis, predicate: Word): number {
  const subject = children(analysis, predicate).find(
    (c) => relation(c) === "nsubj" || relation(c) === "csubj",
  );
  return Math.min(subject?.index ?? predicate.index, predicate.index);
}

function nearest(
  candidates: readonly Candidate[],
  predicate: Word,
  test: (candidate: Candidate) => boolean,
): number | undefined {
  let best: Candidate | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (!test(candidate)) continue;
    const distance = Math.abs(candidate.head.index - predicate.index) + (candidate.reference ? 1000 : 0);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best?.index;
}
