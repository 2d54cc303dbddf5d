import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { type Draft, keyOf, type Sort } from "./draft.js";

/** A noun phrase that a later word may refer to, whether it is an actor or not. */
export interface Candidate {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly sort: Sort;
  readonly plural: boolean;
  /** Who or what it speaks of: candidates with one key are one. */
  readonly key: string;
  readonly draft?: Draft;
}

/** The noun phrases of a report so far, in text order, and what each may be to a later word. */
export class Candidates {
  readonly #analysis: Analysis;
  readonly list: Candidate[] = [];

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  addDraft(draft: Draft): void {
    const word = this.#analysis.words[draft.head]!;
    this.#add(
      word,
      draft,
      draft.sort,
      draft.plural,
      keyOf(draft) ?? `phrase ${word.lemma.toLowerCase()}`,
      draft,
    );
  }

  addThing(word: Word, span: { readonly first: number; readonly last: number }, plural: boolean): void {
    this.#add(word, span, "thing", plural, `thing ${word.lemma.toLowerCase()}`);
  }

  #add(
    word: Word,
    span: { readonly first: number; readonly last: number },
    sort: Sort,
    plural: boolean,
    key: string,
    draft?: Draft,
  ): void {
    const { paragraph } = this.#analysis.sentences[word.sentence]!;
    const { index: head, sentence } = word;
    this.list.push({
      head,
      first: span.first,
      last: span.last,
      sentence,
      paragraph,
      sort,
      plural,
      key,
      ...(draft && { draft }),
    });
  }

  /** Candidates before a word, the nearest first, as far back as so many paragraphs before its own, a few hundred at most. */
  *before(word: Word, paragraphs = 1): Iterable<Candidate> {
    const { paragraph } = this.#analysis.sentences[word.sentence]!;
    for (let i = this.list.length - 1; i >= Math.max(0, this.list.length - FARTHEST); i--) {
      const candidate = this.list[i]!;
      if (candidate.head >= word.index) continue;
      if (candidate.paragraph < paragraph - paragraphs) return;
      yield candidate;
    }
  }

  /** Keys of those who take part in the verbs above a phrase: a full phrase does not refer to them (Principle C). */
  argumentsAbove(word: Word): ReadonlySet<string> {
    const above = new Set<number>();
    for (let at = word; ; ) {
      const over = governor(this.#analysis, at);
      // What stands beside a parenthesis, a quotation or a clause with a subject of its own is not above it.
      if (
        !over ||
        relation(at) === "parataxis" ||
        (relation(at) === "conj" && hasSubject(this.#analysis, at))
      )
        break;
      above.add(over.index);
      at = over;
    }
    return this.#keys(word, (w) => ARGUMENTS.has(relation(w)) && above.has(w.head));
  }

  /** Keys of the other arguments of a pronoun's own verb: it does not refer to them unless it is reflexive (Principle B). */
  coarguments(word: Word): ReadonlySet<string> {
    const verb = clauseOf(this.#analysis, word);
    if (!verb) return new Set();
    const subject = relation(word) === "nsubj" ? undefined : subjectOf(this.#analysis, verb);
    return this.#keys(
      word,
      (w) =>
        w.index === subject?.index ||
        (w.head === verb.index && (ARGUMENTS.has(relation(w)) || relation(w) === "obl")),
    );
  }

  #keys(word: Word, wanted: (w: Word) => boolean): ReadonlySet<string> {
    const keys = new Set<string>();
    const { words } = this.#analysis;
    for (let i = this.list.length - 1; i >= 0; i--) {
      const candidate = this.list[i]!;
      if (candidate.sentence < word.sentence) break;
      if (candidate.head !== word.index && wanted(words[candidate.head]!)) keys.add(candidate.key);
    }
    return keys;
  }

  /**
   * How near to mind a candidate is at a later word, after Lappin and Leass (1994): its grammatical role counts,
   * halved for each sentence in between, and more where both are subjects.
   */
  salience(candidate: Candidate, word: Word): number {
    const { words } = this.#analysis;
    const from = words[candidate.head]!;
    const top = topOfCoordination(this.#analysis, from);
    const rel = relation(top);
    let weight = 100;
    if (rel === "nsubj" || rel === "csubj") weight += 80;
    else if (rel === "obj" || rel === "root") weight += 50;
    else if (rel === "iobj" || rel === "obl") weight += 40;
    else if (top.deprel === "nmod:poss") weight += 20;
    if (rel !== "nmod" && rel !== "compound" && rel !== "amod") weight += 30;
    if (rel === relation(word)) weight += 35;
    if (rel === "compound" || rel === "amod") weight /= 2;
    // Within a sentence, nearness counts a little.
    if (candidate.sentence === word.sentence) weight /= 1 + (word.index - candidate.head) / 40;
    return weight / 2 ** (word.sentence - candidate.sentence);
  }
}

/** More candidates than this before a word are never looked at, so that time stays linear in the text. */
const FARTHEST = 600;

const ARGUMENTS: ReadonlySet<string> = new Set(["nsubj", "obj", "iobj"]);

function hasSubject(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((c) => relation(c) === "nsubj");
}

/** The first conjunct of a coordination, or the word itself. */
export function topOfCoordination(analysis: Analysis, word: Word): Word {
  let top = word;
  while (relation(top) === "conj") {
    const over = governor(analysis, top);
    if (!over) break;
    top = over;
  }
  return top;
}

/** A verb's subject: its own, or the understood one that it shares with the verb above ("shifting it onto China, urging it"). */
export function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  for (let at: Word | undefined = verb; at; at = governor(analysis, at)) {
    const own = children(analysis, at);
    const subject = own.find((c) => relation(c) === "nsubj");
    if (subject) return subject;
    const rel = relation(at);
    const above = governor(analysis, at);
    if (rel === "xcomp" && above) {
      const object = children(analysis, above).find((c) => relation(c) === "obj" || relation(c) === "iobj");
      if (object) return object;
    }
    if (rel !== "xcomp" && rel !== "advcl" && rel !== "conj") return undefined;
  }
  return undefined;
}

/** The verb or predicate that a pronoun is an argument of; undefined for a possessive inside a noun phrase. */
function clauseOf(analysis: Analysis, word: Word): Word | undefined {
  const rel = relation(word);
  return ARGUMENTS.has(rel) || rel === "obl" ? governor(analysis, word) : undefined;
}
