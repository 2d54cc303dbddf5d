import type { Draft } from "./draft-events.js";
import type { EventType } from "./event.js";

/** The acts told before a word, as far as later ones may take up who did them and to whom. */
export class ToldBefore {
  #last: Draft | undefined;
  /** Those before the last one, by type. */
  readonly #byType = new Map<EventType, Draft>();
  /** Those before the last sentence that tells one, by the word that tells them. */
  readonly #byLemma = new Map<string, Draft>();
  readonly #ofSentence = new Map<string, Draft>();

  /** Takes the next act, in text order. */
  add(draft: Draft): void {
    const last = this.#last;
    if (last) this.#byType.set(last.act.type, last);
    if (last && sentenceOf(last) !== sentenceOf(draft)) {
      for (const [lemma, told] of this.#ofSentence) this.#byLemma.set(lemma, told);
      this.#ofSentence.clear();
    }
    this.#ofSentence.set(draft.act.match.frame.trigger.lemma, draft);
    this.#last = draft;
  }

  get last(): Draft | undefined {
    return this.#last;
  }

  /** The last act of a type but for the last of all. */
  alike(type: EventType): Draft | undefined {
    return this.#byType.get(type);
  }

  /** The last act of an earlier sentence that a word names again ("the test"). */
  named(lemma: string, sentence: number): Draft | undefined {
    const recent = this.#ofSentence.get(lemma);
    return recent && sentenceOf(recent) < sentence ? recent : this.#byLemma.get(lemma);
  }
}

function sentenceOf({ act }: Draft): number {
  return act.match.frame.trigger.sentence;
}
