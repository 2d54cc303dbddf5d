import type { Analysis, Word } from "../language/analysis.js";
import { type AnaphorGroup, type AntecedentRanker, groupOf } from "./antecedent-ranker.js";
import { Authors } from "./authors.js";
import type { CandidateFacts } from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";
import { type Draft, isPlural, textOf } from "./draft.js";
import type { Drafts } from "./drafts.js";
import { type PronounKind, pronounKind } from "./pronoun-kinds.js";
import { type Antecedent, type FoundAntecedent, resolvePronoun, subjectAhead } from "./pronouns.js";
import { relativeAntecedent } from "./relative-pronouns.js";
import type { Surroundings } from "./surroundings.js";
import { introducedBy, isPluralFirst, sideOf, type Voices } from "./voices.js";

/** What the reader of pronouns works with. */
export interface PronounSources {
  readonly facts: CandidateFacts;
  readonly candidates: Candidates;
  readonly drafts: Drafts;
  readonly ranker: AntecedentRanker;
  readonly voices: Voices;
  readonly surroundings: Surroundings;
  /** Reads the phrase of a speaker who is named only behind his words. */
  readonly readPhrase: (head: number) => Draft | undefined;
}

/** Reads pronouns as mentions: whom each stands for, with the chain that leads there, or why that is not known. */
export class PronounMentions {
  readonly #analysis: Analysis;
  readonly #facts: CandidateFacts;
  readonly #candidates: Candidates;
  readonly #drafts: Drafts;
  readonly #ranker: AntecedentRanker;
  readonly #voices: Voices;
  readonly #surroundings: Surroundings;
  readonly #readPhrase: (head: number) => Draft | undefined;
  readonly #authors: Authors;
  /** Speakers who were read before their turn, by the head word. */
  readonly #speakers = new Map<number, Draft | undefined>();
  /** Pronouns before the subject that they stand for ("In his speech, Trump said"), by the subject's head. */
  readonly #ahead = new Map<number, Word[]>();

  constructor({ facts, candidates, drafts, ranker, voices, surroundings, readPhrase }: PronounSources) {
    this.#analysis = facts.analysis;
    this.#facts = facts;
    this.#candidates = candidates;
    this.#drafts = drafts;
    this.#ranker = ranker;
    this.#voices = voices;
    this.#surroundings = surroundings;
    this.#readPhrase = readPhrase;
    this.#authors = new Authors(facts.analysis, facts.quoted);
  }

  /** Reads the pronouns that have waited for a subject, once that has been read. */
  readAhead(subject: number): void {
    for (const pronoun of this.#ahead.get(subject) ?? []) {
      const draft = this.#drafts.byHead.get(subject);
      if (!draft) return;
      const { actors, person, role, sort, plural, reason } = draft;
      const by = `the subject that follows "${pronoun.form}": "${this.#textOf(draft)}"`;
      this.#keepPronoun(pronoun, { actors, person, role, sort, plural, by, reason, antecedent: draft });
    }
  }

  /** Reads a pronoun; one that waits for a subject behind it is read by `readAhead`. */
  read(word: Word, kind: PronounKind): void {
    if (kind === "first") {
      this.#firstPerson(word);
    } else if (kind === "relative") {
      const candidate = relativeAntecedent(this.#facts, this.#candidates, word);
      if (candidate) this.#refer(word, kind, candidate, "relative pronoun of");
    } else {
      // Only inside quotation marks does "he" exclude the speaker: "Key said he believes it 'unlikely'".
      const source = this.#isQuoted(word) ? this.#sourceOf(word) : undefined;
      const speaker = source === undefined ? undefined : this.#speaker(source);
      const found = this.#resolve(word, kind, speaker);
      if ("candidate" in found) {
        this.#refer(word, kind, found.candidate, `antecedent of "${word.form}":`, found);
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

  #resolve(word: Word, kind: PronounKind, speaker: Draft | undefined): Antecedent {
    const around = (at: Word) => this.#surroundings.statesAt(at);
    return resolvePronoun(this.#facts, this.#candidates, this.#ranker, word, kind, speaker, around);
  }

  /** True inside quotation marks of any kind; a voice may be heard without them ("Key said he ..."). */
  #isQuoted(word: Word): boolean {
    if (this.#facts.quoted.of(word.index) > 0) return true;
    const voice = this.#voices.at(word);
    const { text } = this.#analysis;
    return (
      voice !== undefined && MARK.test(text.slice(Math.max(0, voice.span.start - 1), voice.span.start + 1))
    );
  }

  /**
   * The head word of whoever speaks a word. A quotation's later sentences are spoken by whom its first one is; one that goes
   * on after another without a word between has the other's speaker, and one behind a colon whoever is told of before it.
   */
  #sourceOf(word: Word): number | undefined {
    const { words } = this.#analysis;
    const { quoted } = this.#facts;
    const known = this.#voices.sourceAt(word);
    let first = known === undefined ? quoted.firstOf(word.index) : undefined;
    for (let steps = 0; first !== undefined && steps < MOST_PARTS; steps++) {
      const source = this.#voices.sourceAt(words[first]!);
      if (source !== undefined) return source;
      const before = words[first - 2];
      if (before?.form === ":") return introducedBy(this.#analysis, before);
      first = before && (quoted.firstOf(before.index) ?? quoted.firstOf(before.index - 1));
    }
    return known;
  }

  /** "we", "my": the speaker of the quotation, or the speaker's side. */
  #firstPerson(word: Word): void {
    const said = this.#sourceOf(word);
    const side = isPluralFirst(word.form);
    // A person may be told of with "that we have decided"; with "I", or where a body is told of, it is the writer.
    const told = said === undefined && side ? this.#voices.told?.sourceAt(word) : undefined;
    const author = said === undefined && !this.#isQuoted(word) ? this.#authors.at(word, side) : undefined;
    const source = said ?? author ?? told;
    const speaker = source === undefined ? undefined : this.#speaker(source);
    if (source === undefined || !speaker || (source === told && speaker.sort !== "person")) {
      this.#unresolved(word, "first person: the speaker decides");
      return;
    }
    this.#keepPronoun(word, {
      actors: side ? sideOf(speaker.actors) : speaker.actors,
      person: side ? undefined : speaker.person,
      sort: side ? "people" : speaker.sort,
      plural: side,
      by: `${side ? "the side of the speaker" : "the speaker"} of the ${source === author ? "declaration" : "quotation"}: "${this.#textOf(speaker)}"`,
      reason: speaker.reason ?? "the speaker is not known",
      antecedentHead: source,
    });
  }

  /** Who a speaker is; one who is named only behind the words is read before them. */
  #speaker(head: number): Draft | undefined {
    const before = this.#drafts.byHead.get(head) ?? this.#speakers.get(head);
    if (before || this.#speakers.has(head)) return before;
    this.#speakers.set(head, undefined);
    const word = this.#analysis.words[head]!;
    const kind = pronounKind(word);
    let draft: Draft | undefined;
    if (!kind) {
      draft = this.#readPhrase(head);
    } else if (kind !== "first" && kind !== "relative") {
      const found = this.#resolve(word, kind, undefined);
      draft = "candidate" in found ? found.candidate.draft : undefined;
    }
    this.#speakers.set(head, draft);
    return draft;
  }

  #keepPronoun({ index }: Word, rest: Omit<Draft, "head" | "first" | "last" | "form">): void {
    const draft: Draft = { head: index, first: index, last: index + 1, form: "pronoun", ...rest };
    this.#drafts.add(draft);
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
  #refer(word: Word, kind: PronounKind, candidate: Candidate, by: string, found?: FoundAntecedent): void {
    const antecedent =
      candidate.draft ?? (candidate.sort === "thing" ? undefined : this.#drafts.of(candidate));
    if (!antecedent) {
      const noun = this.#analysis.words[candidate.head]!.form;
      this.#unresolved(word, `"${word.form}" seems to stand for "${noun}"`);
      this.#candidates.addPronoun(word, kind, candidate, undefined);
      return;
    }
    const { index } = word;
    const { person, role, sort, plural } = antecedent;
    const { confidence, code, bySentence } = found ?? {};
    const isOwn = found === undefined || bySentence === true;
    const sure = confidence === undefined || confidence >= SURE_ENOUGH[groupOf(kind)];
    const shared = isOwn || sure ? undefined : code;
    const withheld = !isOwn && !code && (antecedent.actors.length > 0 || !sure);
    const draft: Draft = {
      head: index,
      first: index,
      last: index + 1,
      form: "pronoun",
      actors: withheld ? [] : (shared?.actors ?? antecedent.actors),
      person,
      role,
      sort,
      plural,
      by: `${by} "${this.#textOf(antecedent)}"${shared ? " or others of one code" : ""}`,
      reason: withheld
        ? `"${word.form}" may stand for "${this.#textOf(antecedent)}", but others are nearly as likely`
        : antecedent.reason,
      antecedent,
      confidence: code?.confidence ?? confidence,
    };
    this.#drafts.add(draft);
    this.#candidates.addPronoun(word, kind, candidate, draft);
  }

  #textOf(draft: Draft): string {
    return textOf(this.#analysis, draft);
  }
}

const MARK = /["'“„‘«]/;

/** Stretches of one quotation that are followed back, and no more. */
const MOST_PARTS = 20;

/** Below this a pronoun takes the code of its antecedent, but not whose it is: others of the code are nearly as likely. */
const SURE_ENOUGH: Readonly<Record<AnaphorGroup, number>> = {
  person: 0.15,
  it: 0.35,
  they: 0.35,
  nominal: 0.5,
};
