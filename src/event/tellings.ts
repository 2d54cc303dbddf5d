import type { ActScores, ActTelling, Weighed, Word } from "../language/analysis.js";
import { STATUSES, type Status } from "./event.js";
import type { Role } from "./named-by.js";

/** What is left out is less likely than all that is kept; as a logarithm of a probability. */
const LEFT_OUT = -5;

/** What the encoder says of the words that may tell an act. */
export class Tellings {
  readonly #unit: number;
  readonly #byWord: ReadonlyMap<number, ActTelling>;

  constructor(acts: ActScores | undefined) {
    this.#unit = acts?.unit ?? 1;
    this.#byWord = new Map((acts?.tellings ?? []).map((t) => [t.word, t]));
  }

  /**
   * How likely it is that one of `words` names the source or target of what `trigger` tells, or without words that
   * nobody in its sentence does: a logarithm of a probability. Undefined where the encoder says nothing of the trigger.
   */
  side(trigger: Word, role: Role, words: readonly Word[]): number | undefined {
    const own = this.#byWord.get(trigger.index)?.[role];
    if (!own) return undefined;
    return Math.max(...(words.length > 0 ? words.map((w) => w.index) : [-1]).map((p) => this.#at(own, p)));
  }

  /** How likely each status is of what `trigger` tells, as logarithms of probabilities; undefined as in `side`. */
  statuses(trigger: Word): ReadonlyMap<Status, number> | undefined {
    const own = this.#byWord.get(trigger.index)?.statuses;
    return own && new Map(STATUSES.map((status, place) => [status, this.#at(own, place)]));
  }

  #at(scores: readonly Weighed[], place: number): number {
    const found = scores.find(([p]) => p === place);
    return found ? found[1] / this.#unit : LEFT_OUT;
  }
}
