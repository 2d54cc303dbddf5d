import { type Knowledge, shippedKnowledge } from "../knowledge/knowledge.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Mention } from "./actor.js";
import { type AntecedentRanker, shippedRanker } from "./antecedent-ranker.js";
import { CandidateFacts } from "./candidate-facts.js";
import { type Candidate, Candidates } from "./candidates.js";
import { asMentions, type Draft, isPlural } from "./draft.js";
import { introductionsIn, soughtNames } from "./introductions.js";
import type { Introduction } from "./learned-offices.js";
import { OpenPhrases } from "./open-phrases.js";
import { headsPhrase } from "./phrases.js";
import { type PronounKind, pronounKind } from "./pronoun-kinds.js";
import { relativeAntecedent, resolvePronoun, subjectAhead } from "./pronouns.js";
import { Reader } from "./reader.js";
import { determinationOf, resolveLatter, resolvePair } from "./references.js";
import { SurroundingPhrases } from "./surrounding-phrases.js";
import { Surroundings } from "./surroundings.js";
import { isPluralFirst, sideOf, type Voice, Voices } from "./voices.js";

/**
 * Finds the places in a report that refer to somebody: states, bodies, people, groups, by name, title, demonym,
 * metonym, noun phrase or pronoun, each with its actors or the reason why there are none. In text order, a phrase
 * before those inside it. Pure.
 * @param options.knowledge who is known beforehand; what demarche ships, unless a user's own file of actors is over it
 * @param options.offices what other reports tell of people whom this one may only name
 * @param options.ranker what chooses the antecedents of pronouns; the learned one that demarche ships
 * @param options.voices the direct speech of the report (`voicesOf` of quotation/); without it "we" and "my" stay unknown
 */
export function findMentions(report: Report, analysis: Analysis, options: MentionOptions = {}): Mention[] {
  return findActors(report, analysis, options).mentions;
}

/** Who a report speaks of, what it tells of them for other reports, and whom other reports would have to tell of. */
export interface FoundActors {
  readonly mentions: Mention[];
  /** The offices that the report itself gives people; `options.offices` plays no part in them. */
  readonly introductions: Introduction[];
  /** Names of people whose office must come from other reports. */
  readonly sought: string[];
}

/** As `findMentions`, with what ties the report to others. */
export function findActors(report: Report, analysis: Analysis, options: MentionOptions = {}): FoundActors {
  const { knowledge = shippedKnowledge(), ranker = shippedRanker(), offices = [], voices = [] } = options;
  const reader = new Reader(report, analysis, knowledge, offices);
  const mentions = new Finder(report, analysis, reader, knowledge, ranker, voices).find();
  return {
    mentions,
    introductions: introductionsIn(report, analysis, reader.people()),
    sought: soughtNames(reader.people()),
  };
}

export interface MentionOptions {
  readonly knowledge?: Knowledge | undefined;
  readonly ranker?: AntecedentRanker | undefined;
  readonly voices?: readonly Voice[] | undefined;
  readonly offices?: readonly Introduction[] | undefined;
}

class Finder {
  readonly #analysis: Analysis;
  readonly #reader: Reader;
  readonly #candidates: Candidates;
  readonly #drafts: Draft[] = [];
  readonly #byHead = new Map<number, Draft>();
  readonly #open: OpenPhrases;
  readonly #around: SurroundingPhrases;
  readonly #facts: CandidateFacts;
  readonly #ranker: AntecedentRanker;
  readonly #voices: Voices;
  /** Speakers who were read before their turn, by the head word. */
  readonly #speakers = new Map<number, Draft | undefined>();
  /** Pronouns before the subject that they stand for ("In his speech, Trump said"), by the subject's head. */
  readonly #ahead = new Map<number, Word[]>();

  constructor(
    report: Report,
    analysis: Analysis,
    reader: Reader,
    knowledge: Knowledge,
    ranker: AntecedentRanker,
    voices: readonly Voice[],
  ) {
    this.#voices = new Voices(voices);
    this.#analysis = analysis;
    this.#facts = new CandidateFacts(analysis);
    this.#ranker = ranker;
    this.#reader = reader;
    this.#candidates = new Candidates(analysis, knowledge);
    this.#open = new OpenPhrases({
      report,
      analysis,
      reader: this.#reader,
      candidates: this.#candidates,
      drafts: this.#drafts,
      byHead: this.#byHead,
    });
    const surroundings = new Surroundings(report, analysis, reader.hits);
    this.#around = new SurroundingPhrases(analysis, reader, surroundings);
  }

  find(): Mention[] {
    for (const head of this.#reader.heads()) {
      const word = this.#analysis.words[head]!;
      const hit = this.#reader.hits.at(head);
      // A name inside a phrase counts by itself; a person's does not ("the Trump administration").
      const inner = !headsPhrase(word) && (!hit?.person || relation(word) === "compound");
      if (hit && inner) this.#keep(this.#reader.inner(hit));
      else if (!hit && pronounKind(word)) this.#pronoun(word);
      else this.#phrase(word);
      for (const pronoun of this.#ahead.get(head) ?? []) this.#resolveAhead(pronoun, head);
    }
    return asMentions(this.#analysis, this.#drafts);
  }

  #keep(draft: Draft | undefined): void {
    if (!draft) return;
    this.#drafts.push(draft);
    this.#byHead.set(draft.head, draft);
    this.#candidates.addDraft(draft);
  }

  #phrase(word: Word): void {
    let draft = this.#reader.read(word.index) ?? this.#unnamed(word);
    const unsettled = draft?.person && (draft.actors.length === 0 || draft.person.sought);
    if (unsettled && (this.#open.place(draft!.person!, word) || this.#around.place(draft!.person!, word)))
      draft = this.#reader.read(word.index);
    if (draft) {
      const open = draft.actors.length === 0 || (draft.role !== undefined && !draft.person);
      const settled = open ? this.#settle(draft, word) : draft;
      if (settled !== draft) this.#open.settleBeside(settled);
      if (settled.actors.length > 0 || !WEAK.has(settled.role ?? "")) {
        this.#keep(settled);
        return;
      }
    }
    if (this.#reader.hits.at(word.index)?.names.length) return;
    const { measures, peoplePronouns } = referenceWords();
    const lemma = word.lemma.toLowerCase();
    if (word.upos === "NOUN" || word.upos === "PROPN" ? !measures.has(lemma) : peoplePronouns.has(lemma)) {
      this.#candidates.addNoun(word, this.#reader.phrase(word.index));
    }
  }

  /** Settles a phrase by what leans on the text before it; one of weak nouns is not looked at beyond that. */
  #settle(draft: Draft, word: Word): Draft {
    if (this.#around.isAct(word)) return draft;
    const settled = this.#open.settle(draft, word);
    return WEAK.has(settled.role ?? "") ? settled : this.#around.settle(settled, word);
  }

  /** Phrases without any name or role that may still refer: "the North", "the latter", "both". */
  #unnamed(word: Word): Draft | undefined {
    const form = word.form;
    const span = this.#reader.phrase(word.index);
    const base = {
      head: word.index,
      first: span.first,
      last: span.last,
      sort: "body",
      plural: false,
    } as const;
    const determination = determinationOf(this.#analysis, word);
    const the = determination.definite || this.#analysis.words[word.index - 1]?.form.toLowerCase() === "the";
    if ((form === "North" || form === "South") && the) {
      const code = form === "North" ? "PRK" : "KOR";
      const named = this.#reader.hits.statesNamed;
      if (!named.has("PRK") && !named.has("KOR")) return undefined;
      return {
        ...base,
        form: "nominal",
        actors: [{ code }],
        by: `"the ${form}" in a report that names Korea's states`,
      };
    }
    const lower = form.toLowerCase();
    if ((lower === "latter" || lower === "former") && determination.definite) {
      return { ...base, form: "nominal", ...resolveLatter(this.#analysis, this.#candidates, word) };
    }
    if (lower === "pair" || (lower === "two" && determination.definite)) {
      const persons = resolvePair(this.#analysis, this.#candidates, word, true);
      const resolution =
        persons.actors.length > 0 ? persons : resolvePair(this.#analysis, this.#candidates, word, false);
      return { ...base, form: "group", plural: true, ...resolution };
    }
    return undefined;
  }

  #pronoun(word: Word): void {
    const kind = pronounKind(word)!;
    if (kind === "first") {
      this.#firstPerson(word);
    } else if (kind === "relative") {
      const candidate = relativeAntecedent(this.#facts, this.#candidates, word);
      if (candidate) this.#refer(word, kind, candidate, "relative pronoun of");
    } else {
      const source = this.#voices.sourceAt(word);
      const speaker = source === undefined ? undefined : this.#speaker(source);
      const found = resolvePronoun(this.#facts, this.#candidates, this.#ranker, word, kind, speaker);
      if ("candidate" in found) {
        this.#refer(word, kind, found.candidate, `antecedent of "${word.form}":`, found.confidence);
        return;
      }
      const subject = subjectAhead(this.#facts, word);
      if (subject) {
        this.#ahead.set(subject.index, [...(this.#ahead.get(subject.index) ?? []), word]);
        return;
      }
      this.#unresolved(word, found.reason);
      this.#candidates.addPronoun(word, kind, undefined, undefined);
    }
  }

  /** "we", "my": the speaker of the quotation, or the speaker's side. */
  #firstPerson(word: Word): void {
    const source = this.#voices.sourceAt(word);
    const speaker = source === undefined ? undefined : this.#speaker(source);
    if (source === undefined || !speaker) {
      this.#unresolved(word, "first person: the speaker decides");
      return;
    }
    const side = isPluralFirst(word.form);
    this.#keepPronoun(word, {
      actors: side ? sideOf(speaker.actors) : speaker.actors,
      person: side ? undefined : speaker.person,
      sort: side ? "people" : speaker.sort,
      plural: side,
      by: `${side ? "the side of the speaker" : "the speaker"} of the quotation: "${this.#text(speaker)}"`,
      reason: speaker.reason ?? "the speaker is not known",
      antecedentHead: source,
    });
  }

  /** Who a speaker is; one who is named only behind the words is read before them. */
  #speaker(head: number): Draft | undefined {
    const before = this.#byHead.get(head) ?? this.#speakers.get(head);
    if (before || this.#speakers.has(head)) return before;
    this.#speakers.set(head, undefined);
    const word = this.#analysis.words[head]!;
    const kind = pronounKind(word);
    let draft: Draft | undefined;
    if (!kind) {
      const read = this.#reader.read(head);
      draft = read && read.actors.length === 0 ? this.#settle(read, word) : read;
    } else if (kind !== "first" && kind !== "relative") {
      const found = resolvePronoun(this.#facts, this.#candidates, this.#ranker, word, kind, undefined);
      draft = "candidate" in found ? found.candidate.draft : undefined;
    }
    this.#speakers.set(head, draft);
    return draft;
  }

  #keepPronoun({ index }: Word, rest: Omit<Draft, "head" | "first" | "last" | "form">): void {
    const draft: Draft = { head: index, first: index, last: index + 1, form: "pronoun", ...rest };
    this.#drafts.push(draft);
    this.#byHead.set(index, draft);
  }

  #unresolved(word: Word, reason: string): void {
    this.#keepPronoun(word, {
      actors: [],
      sort: "any",
      plural: isPlural(word),
      by: "pronoun",
      reason,
    });
  }

  /** Settles a pronoun; people who were no mention so far become one, so that the chain can be followed. */
  #refer(word: Word, kind: PronounKind, candidate: Candidate, by: string, confidence?: number): void {
    const antecedent =
      candidate.draft ?? (candidate.sort === "thing" ? undefined : this.#asMention(candidate));
    if (!antecedent) {
      const noun = this.#analysis.words[candidate.head]!.form;
      this.#unresolved(word, `"${word.form}" seems to stand for "${noun}"`);
      this.#candidates.addPronoun(word, kind, candidate, undefined);
      return;
    }
    const { index } = word;
    const { person, role, sort, plural } = antecedent;
    const unsure = confidence !== undefined && confidence < SURE_ENOUGH;
    const draft: Draft = {
      head: index,
      first: index,
      last: index + 1,
      form: "pronoun",
      actors: unsure ? [] : antecedent.actors,
      person,
      role,
      sort,
      plural,
      by: `${by} "${this.#text(antecedent)}"`,
      reason: unsure
        ? `"${word.form}" may stand for "${this.#text(antecedent)}", but others are nearly as likely`
        : antecedent.reason,
      antecedent,
      confidence,
    };
    this.#drafts.push(draft);
    this.#byHead.set(index, draft);
    this.#candidates.addPronoun(word, kind, candidate, draft);
  }

  /** A noun phrase that a pronoun stands for, as a mention of somebody unknown. */
  #asMention({ head, first, last, sort, plural }: Candidate): Draft {
    const known = this.#byHead.get(head);
    if (known) return known;
    const draft: Draft = {
      head,
      first,
      last,
      form: plural ? "group" : "nominal",
      actors: [],
      by: "noun phrase that a pronoun stands for",
      reason: `no state or body is named for "${this.#analysis.words[head]!.form}"`,
      sort,
      plural,
    };
    this.#drafts.push(draft);
    this.#byHead.set(head, draft);
    return draft;
  }

  #resolveAhead(pronoun: Word, subject: number): void {
    const draft = this.#byHead.get(subject);
    const base = {
      head: pronoun.index,
      first: pronoun.index,
      last: pronoun.index + 1,
      form: "pronoun",
    } as const;
    if (!draft) return;
    const { actors, person, role, sort, plural, reason } = draft;
    const by = `the subject that follows "${pronoun.form}": "${this.#text(draft)}"`;
    this.#drafts.push({ ...base, actors, person, role, sort, plural, by, reason, antecedent: draft });
  }

  #text(draft: Draft): string {
    const { words, text } = this.#analysis;
    return text.slice(words[draft.first]!.start, words[draft.last - 1]!.end);
  }
}

/** A pronoun whose antecedent is less likely than this keeps it, but takes no code from it. */
const SURE_ENOUGH = 0.35;

/** Nouns that are people only where it is known whose: "head", "side". */
const WEAK: ReadonlySet<string> = new Set([
  "head",
  "side",
  "unit",
  "team",
  "source",
  "staff",
  "chief",
  "intelligence",
]);
