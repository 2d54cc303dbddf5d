import type { Word } from "../language/analysis.js";
import { ancestors, relation } from "../language/tree.js";
import type { Cast } from "./cast.js";
import type { Codebook } from "./codebook.js";
import type { Draft, Drafts } from "./draft-events.js";
import type { EventType } from "./event.js";
import type { Act } from "./read-acts.js";
import { learnedOf } from "./settle-type.js";

/** How the codebook stands to a word: it makes an act of it (by whom admitted), fits but is left out, knows it, or none. */
export type BookBasis = Draft["admission"] | "open" | "lemma" | "none";

/** What is known of a word that may tell an act, beside what the encoder says of it. */
export interface ActClues {
  readonly word: Word;
  readonly draft: Draft | undefined;
  /** What the codebook finds there, admitted or not. */
  readonly act: Act | undefined;
  readonly basis: BookBasis;
  /** The codebook's type, where it has one. */
  readonly type: EventType | undefined;
  /** Features, by name. */
  readonly clues: readonly string[];
}

const TELLING = new Set(["VERB", "NOUN", "ADJ"]);
const MOST_MENTIONS = 3;
const MOST_STEPS = 5;

/** Gives the clues of each word of a report. */
export class ActClueFinder {
  readonly #drafts = new Map<Word, Draft>();
  readonly #open = new Map<Word, Act>();
  readonly #density: string;
  /** Heads of known mentions, by sentence. */
  readonly #known = new Map<number, Word[]>();

  constructor(
    readonly cast: Cast,
    readonly codebook: Codebook,
    { drafts, open }: Drafts,
  ) {
    const { analysis, mentions } = cast;
    for (const draft of drafts) this.#drafts.set(draft.act.match.frame.trigger, draft);
    for (const act of open) this.#open.set(act.match.frame.trigger, act);
    const share =
      new Set([...this.#drafts.keys()].map((w) => w.sentence)).size / Math.max(1, analysis.sentences.length);
    this.#density = `density ${share === 0 ? 0 : Math.min(4, Math.ceil(share * 8))}`;
    for (const mention of mentions) {
      if (mention.actors.length === 0) continue;
      const head = analysis.words[mention.head]!;
      const own = this.#known.get(head.sentence);
      if (own) own.push(head);
      else this.#known.set(head.sentence, [head]);
    }
  }

  /** Undefined for words that tell no act: function words and names. */
  of(word: Word): ActClues | undefined {
    const draft = this.#drafts.get(word);
    if (!draft && !TELLING.has(word.upos)) return undefined;
    const act = draft?.act ?? this.#open.get(word);
    const basis = draft?.admission ?? (act ? "open" : this.#isListed(word) ? "lemma" : "none");
    const type = act?.type;
    const known = this.#known.get(word.sentence) ?? [];
    const clues = [
      `book ${basis}`,
      `place ${word.upos} ${relation(word)}`,
      `mentions ${Math.min(known.length, MOST_MENTIONS)}`,
      this.#density,
      `${this.#density} ${basis}`,
    ];
    const up = ancestors(this.cast.analysis, word);
    let [near, nearest] = [MOST_STEPS, undefined as Word | undefined];
    for (const other of known) {
      const steps = stepsBetween(up, ancestors(this.cast.analysis, other));
      if (steps < near) [near, nearest] = [steps, other];
    }
    clues.push(`near ${near}`, `near ${near} ${word.upos}`);
    if (nearest) {
      const { sector } = this.cast.mentions[this.cast.mentionAt(nearest)!]!.actors[0] ?? {};
      clues.push(`by ${sector ?? "state"}`);
    }
    if (act)
      clues.push(
        `book ${basis} ${act.type}`,
        `score ${Math.min(act.match.score, 6)}`,
        `status ${act.status}`,
      );
    if (draft) {
      const { sources, targets } = draft.roles;
      const isKnown = (side: typeof sources) => (side.some((p) => p.actor.known) ? "known" : "unknown");
      clues.push(`sides ${isKnown(sources)} ${isKnown(targets)}`);
      const learned = learnedOf(this.cast, draft.act, draft.roles);
      if (learned) clues.push(`event ${bucket(learned.event)}`, `told ${bucket(learned.told)}`);
    }
    return { word, draft, act, basis, type, clues };
  }

  #isListed(word: Word): boolean {
    const lemma = this.codebook.vocabulary.lemma(word);
    if (word.upos === "VERB") return this.codebook.verbs.has(lemma);
    return word.upos === "NOUN" ? this.codebook.nouns.has(lemma) : this.codebook.adjectives.has(lemma);
  }
}

function stepsBetween(up: readonly Word[], other: readonly Word[]): number {
  for (const [s, word] of up.entries()) {
    const t = other.indexOf(word);
    if (t >= 0) return s + t;
  }
  return up.length + other.length;
}

/** Logarithm of the odds, in steps of one, at most four. */
export function bucket(probability: number): number {
  const odds = Math.log(Math.max(probability, 1e-6) / Math.max(1 - probability, 1e-6));
  return Math.max(-4, Math.min(4, Math.round(odds))) + 0;
}
