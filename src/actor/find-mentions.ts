import { type Knowledge, shippedKnowledge } from "../knowledge/knowledge.js";
import { isSomebody } from "../knowledge/noun-kinds.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Mention } from "./actor.js";
import { type AntecedentRanker, shippedRanker } from "./antecedent-ranker.js";
import { CandidateFacts } from "./candidate-facts.js";
import { Candidates } from "./candidates.js";
import { asMentions, type Draft, isPlural } from "./draft.js";
import { Drafts } from "./drafts.js";
import { introductionsIn, soughtNames } from "./introductions.js";
import type { Introduction } from "./learned-offices.js";
import { NominalMentions } from "./nominal-mentions.js";
import { OpenPhrases } from "./open-phrases.js";
import { headsPhrase } from "./phrases.js";
import { pronounKind } from "./pronoun-kinds.js";
import { PronounMentions } from "./pronoun-mentions.js";
import { Reader } from "./reader.js";
import { SurroundingPhrases } from "./surrounding-phrases.js";
import { Surroundings } from "./surroundings.js";
import { UnnamedPhrases } from "./unnamed-phrases.js";
import { type Voice, Voices } from "./voices.js";

/**
 * Finds the places in a report that refer to somebody: states, bodies, people, groups, by name, title, demonym,
 * metonym, noun phrase or pronoun, each with its actors or the reason why there are none. In text order, a phrase
 * before those inside it. Pure.
 * @param options.knowledge who is known beforehand; what demarche ships, unless a user's own file of actors is over it
 * @param options.offices what other reports tell of people whom this one may only name
 * @param options.ranker what chooses the antecedents of pronouns; the learned one that demarche ships
 * @param options.voices the speech of the report (`voicesOf` of quotation/); without it "we" and "my" stay unknown
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
  readonly #drafts: Drafts;
  readonly #open: OpenPhrases;
  readonly #around: SurroundingPhrases;
  readonly #nominals: NominalMentions;
  readonly #pronouns: PronounMentions;
  readonly #unnamed: UnnamedPhrases;

  constructor(
    report: Report,
    analysis: Analysis,
    reader: Reader,
    knowledge: Knowledge,
    ranker: AntecedentRanker,
    voices: readonly Voice[],
  ) {
    this.#analysis = analysis;
    this.#reader = reader;
    const candidates = new Candidates(analysis, knowledge);
    const drafts = new Drafts(analysis);
    const facts = new CandidateFacts(analysis);
    this.#candidates = candidates;
    this.#drafts = drafts;
    const surroundings = new Surroundings(report, reader);
    const { list, byHead } = drafts;
    this.#open = new OpenPhrases({
      report,
      analysis,
      reader,
      candidates,
      drafts: list,
      byHead,
      surroundings,
    });
    this.#nominals = new NominalMentions(reader, facts, candidates, drafts, ranker);
    this.#pronouns = new PronounMentions({
      facts,
      candidates,
      drafts,
      ranker,
      voices: new Voices(voices),
      surroundings,
      readPhrase: (head) => this.#readPhrase(head),
    });
    this.#unnamed = new UnnamedPhrases(reader, candidates, (head) => this.#readPhrase(head));
    this.#around = new SurroundingPhrases(reader, surroundings);
  }

  find(): Mention[] {
    for (const head of this.#reader.heads()) {
      const word = this.#analysis.words[head]!;
      const hit = this.#reader.hits.at(head);
      const kind = hit ? undefined : pronounKind(word);
      // A name inside a phrase counts by itself; a person's does not ("the Trump administration").
      const inner = !headsPhrase(word) && (!hit?.person || relation(word) === "compound");
      if (hit && inner && !this.#isBodyBefore(word)) this.#keep(this.#reader.inner(hit));
      else if (kind) this.#pronouns.read(word, kind);
      else this.#phrase(word);
      this.#pronouns.readAhead(head);
    }
    return asMentions(this.#analysis, this.#drafts.list);
  }

  /** "police response", "Ministry footage": a body of the state before a noun that is no actor. */
  #isBodyBefore(word: Word): boolean {
    const { hits } = this.#reader;
    const role = hits.at(word.index)?.role;
    // "court proceedings" are of no one court.
    return (
      role?.kind === "institution" &&
      role.sector !== "JUD" &&
      relation(word) === "compound" &&
      hits.at(word.head) === undefined &&
      !isSomebody(this.#analysis.words[word.head]!.lemma.toLowerCase())
    );
  }

  #keep(draft: Draft | undefined): void {
    if (!draft) return;
    this.#drafts.add(draft);
    this.#candidates.addDraft(draft, this.#nominals.takenBy(draft.head));
  }

  /** A phrase by its own words and the text before it, without keeping it. */
  #readPhrase(head: number): Draft | undefined {
    const read = this.#reader.read(head);
    return read && read.actors.length === 0 ? this.#settle(read, this.#analysis.words[head]!) : read;
  }

  #phrase(word: Word): void {
    let draft = this.#reader.read(word.index) ?? this.#unnamed.read(word);
    const unsettled = draft?.person && (draft.actors.length === 0 || draft.person.sought);
    if (unsettled && (this.#open.place(draft!.person!, word) || this.#around.place(draft!.person!, word)))
      draft = this.#reader.read(word.index);
    if (draft) {
      const open = draft.actors.length === 0 || (draft.role !== undefined && !draft.person);
      const settled = open ? this.#settle(draft, word) : draft;
      if (settled !== draft) this.#open.settleBeside(settled);
      if (settled.actors.length > 0 || !referenceWords().weak.has(settled.role ?? "")) {
        this.#keep(settled);
        return;
      }
    }
    if (this.#reader.hits.at(word.index)?.names.length) return;
    const taken = draft
      ? undefined
      : (this.#open.relative(word) ?? this.#nominals.read(word, undefined) ?? this.#equated(word));
    if (taken) {
      this.#keep(taken);
      return;
    }
    const { measures, peoplePronouns } = referenceWords();
    const lemma = word.lemma.toLowerCase();
    if (word.upos === "NOUN" || word.upos === "PROPN" ? !measures.has(lemma) : peoplePronouns.has(lemma)) {
      this.#candidates.addNoun(word, this.#reader.phrase(word.index));
    }
  }

  /** "Ghana is a leading exporter": a noun that is no role, of somebody whom the sentence names. */
  #equated(word: Word): Draft | undefined {
    if (word.upos !== "NOUN") return undefined;
    const lemma = word.lemma.toLowerCase();
    const found = isSomebody(lemma) ? this.#open.equated(word) : undefined;
    if (!found) return undefined;
    const { first, last } = this.#reader.phrase(word.index);
    const plural = isPlural(word);
    const sort = found.person ? "person" : "body";
    return { head: word.index, first, last, form: plural ? "group" : "nominal", sort, plural, ...found };
  }

  /** Settles a phrase by what leans on the text before it; one of weak nouns is not looked at beyond that. */
  #settle(draft: Draft, word: Word): Draft {
    const settled = this.#lookAround(draft, word);
    const [actor] = draft.role === "congress" && draft.actors.length === 0 ? settled.actors : [];
    if (!actor || referenceWords().congresses.has(actor.code.toLowerCase())) return settled;
    return { ...draft, reason: `the parliament of ${actor.code} is no congress` };
  }

  #lookAround(draft: Draft, word: Word): Draft {
    if (this.#around.isAct(word)) return draft;
    const settled = this.#open.settle(draft, word);
    if (referenceWords().weak.has(settled.role ?? "")) return settled;
    const taken =
      settled.actors.length > 0 || settled.antecedent ? undefined : this.#nominals.read(word, settled);
    return taken ?? this.#around.settle(settled, word);
  }
}
