import type { Knowledge } from "../knowledge/knowledge.js";
import { peopleNoun } from "../knowledge/people-nouns.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { subjectOf } from "../language/subject.js";
import { children, governor, relation } from "../language/tree.js";
import { ARGUMENTS, clauseOf, hasSubject, topOfCoordination } from "./clause-roles.js";
import { type Draft, isPlural, keyOf, type Sort } from "./draft.js";
import type { PronounKind } from "./pronoun-kinds.js";

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
  readonly draft?: Draft | undefined;
  readonly pronoun?: PronounKind | undefined;
  /** Those of whom it is made: joined by "and", or only told of in one sentence. */
  readonly parts?: readonly Candidate[];
}

/** The noun phrases of a report so far, in text order, and what each may be to a later word. */
export class Candidates {
  readonly #analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly list: Candidate[] = [];
  readonly #atHead = new Map<number, Candidate>();
  readonly #counts = new Map<string, number>();
  readonly #genders = new Map<string, "m" | "f">();

  constructor(analysis: Analysis, knowledge: Knowledge) {
    this.#analysis = analysis;
    this.knowledge = knowledge;
  }

  /** A mention; `taken` is whom it takes up, if anybody. */
  addDraft(draft: Draft, taken?: Candidate): void {
    const word = this.#analysis.words[draft.head]!;
    const { sort, plural } = draft;
    const key = keyOf(draft) ?? taken?.key ?? `phrase ${word.lemma.toLowerCase()}`;
    if (draft.person?.gender) this.#genders.set(key, draft.person.gender);
    const { first, last } = draft;
    this.#add(word, { first, last, sort, plural, key, draft });
  }

  /** A noun phrase that is no mention: a thing, or people whom neither the report nor knowledge tells apart. */
  addNoun(word: Word, span: { readonly first: number; readonly last: number }): void {
    const lemma = word.lemma.toLowerCase();
    const plural = isPlural(word);
    const noun = word.upos === "NOUN" || word.upos === "PROPN" ? peopleNoun(lemma) : "person";
    const sort = noun === "group" ? "body" : noun === undefined ? "thing" : plural ? "people" : "person";
    const key = `thing ${lemma}`;
    const { first, last } = span;
    this.#add(word, { first, last, sort, plural, key });
  }

  /** A pronoun with what it stands for; undefined for one that stands for nothing told before. */
  addPronoun(word: Word, kind: PronounKind, of: Candidate | undefined, draft: Draft | undefined): void {
    const span = { first: word.index, last: word.index + 1 };
    const key = of?.key ?? `pronoun ${word.index}`;
    if (kind === "he" || kind === "she") this.#genders.set(key, kind === "he" ? "m" : "f");
    const sort = of?.sort ?? (kind === "he" || kind === "she" ? "person" : "any");
    const plural = of?.plural ?? isPlural(word);
    this.#add(word, { ...span, sort, plural, key, draft, pronoun: kind });
  }

  #add(word: Word, given: Omit<Candidate, "head" | "sentence" | "paragraph">): void {
    const { paragraph } = this.#analysis.sentences[word.sentence]!;
    const candidate = { ...given, head: word.index, sentence: word.sentence, paragraph };
    this.list.push(candidate);
    this.#counts.set(given.key, this.countOf(given.key) + 1);
    if (given.pronoun) return;
    this.#atHead.set(word.index, candidate);
    this.#coordinate(word);
  }

  /** "Washington and Seoul": together they are one more candidate for "they" and "both". */
  #coordinate(word: Word): void {
    if (relation(word) !== "conj") return;
    const top = topOfCoordination(this.#analysis, word);
    const parts = [this.#atHead.get(top.index)];
    for (const child of children(this.#analysis, top)) {
      if (relation(child) === "conj" && child.index <= word.index) parts.push(this.#atHead.get(child.index));
    }
    const all = parts.filter((c) => c !== undefined);
    if (all.length !== parts.length || all.length < 2) return;
    this.list.push(this.together(all));
    this.#counts.set(this.list.at(-1)!.key, this.countOf(this.list.at(-1)!.key) + 1);
  }

  /** Several as one candidate, at the place of the first. */
  together(parts: readonly Candidate[]): Candidate {
    const { head, first, sentence, paragraph } = parts[0]!;
    const has = (sort: Sort) => parts.some((c) => c.sort === sort);
    const sort = has("body") ? "body" : has("person") || has("people") ? "people" : "thing";
    const draft = draftOfAll(this.#analysis, parts);
    const key = (draft && keyOf(draft)) ?? `together ${parts.map((c) => c.key).join(", ")}`;
    return {
      head,
      first,
      last: parts.at(-1)!.last,
      sentence,
      paragraph,
      sort,
      plural: true,
      key,
      draft,
      parts,
    };
  }

  /** How often a referent has been spoken of so far. */
  countOf(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Man or woman, by name, title, noun or an earlier pronoun. */
  genderOf(candidate: Candidate): "m" | "f" | undefined {
    const known = candidate.draft?.person?.gender ?? this.#genders.get(candidate.key);
    if (known || candidate.parts || candidate.pronoun) return known;
    const { upos, lemma } = this.#analysis.words[candidate.head]!;
    return upos === "NOUN" ? genderOfNoun(lemma.toLowerCase()) : undefined;
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

  /**
   * Keys of those who take part in the verbs above a phrase: a full phrase does not refer to them (Principle C).
   * @param within true for those alone over whom no clause with a subject of its own stands between
   */
  argumentsAbove(word: Word, within = false): ReadonlySet<string> {
    const above = new Set<number>();
    for (let at = word; ; ) {
      const over = governor(this.#analysis, at);
      // What stands beside a parenthesis, a quotation or a clause with a subject of its own is not above it.
      if (
        !over ||
        relation(at) === "parataxis" ||
        ((within || relation(at) === "conj") && hasSubject(this.#analysis, at))
      )
        break;
      above.add(over.index);
      at = over;
    }
    // "a member of the panel": what stands inside an argument is not barred from having the argument's code.
    return this.#keys(word, (w) => ARGUMENTS.has(relation(w)) && above.has(w.head) && !above.has(w.index));
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

function genderOfNoun(lemma: string): "m" | "f" | undefined {
  const { men, women } = referenceWords();
  return men.has(lemma) ? "m" : women.has(lemma) ? "f" : undefined;
}

/** A coordination as a draft, where all its parts are drafts: known as a whole or not at all. */
function draftOfAll(analysis: Analysis, parts: readonly Candidate[]): Draft | undefined {
  const drafts = parts.flatMap((c) => (c.draft ? [c.draft] : []));
  if (drafts.length < parts.length) return undefined;
  const first = parts[0]!.first;
  const last = parts.at(-1)!.last;
  const whole = drafts.every((d) => d.actors.length > 0);
  const text = analysis.text.slice(analysis.words[first]!.start, analysis.words[last - 1]!.end);
  return {
    head: parts[0]!.head,
    first,
    last,
    form: "group",
    actors: whole ? drafts.flatMap((d) => d.actors) : [],
    by: "coordination",
    reason: whole ? undefined : `not all of "${text}" are known`,
    sort: drafts.some((d) => d.sort === "body") ? "body" : "people",
    plural: true,
    antecedent: drafts[0],
  };
}

/** More candidates than this before a word are never looked at, so that time stays linear in the text. */
const FARTHEST = 600;
