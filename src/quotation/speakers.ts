import type { Actor, Mention } from "../actor/actor.js";
import { textOf } from "../record/span.js";
import { known, unknown, type Value } from "../record/value.js";
import type { Source } from "./attribution.js";

/** Who sources are, by the mentions of the report. */
export class Speakers {
  readonly #byHead = new Map<number, number>();
  readonly #byWord = new Map<number, number>();

  constructor(
    private readonly text: string,
    private readonly mentions: readonly Mention[],
  ) {
    mentions.forEach((m, index) => {
      this.#byHead.set(m.head, index);
      for (let word = m.first; word < m.last; word++) {
        const other = this.#byWord.get(word);
        const wider =
          other === undefined || m.last - m.first > mentions[other]!.last - mentions[other]!.first;
        if (wider) this.#byWord.set(word, index);
      }
    });
  }

  /** The mention that a source's words make: the one with its head, else one that lies in the source's words. */
  mentionOf({ head, span }: Pick<Source, "head" | "span">): number | undefined {
    const exact = this.#byHead.get(head.index);
    if (exact !== undefined) return exact;
    const around = this.#byWord.get(head.index);
    if (around === undefined) return undefined;
    const mention = this.mentions[around]!;
    return mention.start >= span.start && mention.end <= span.end ? around : undefined;
  }

  /** The first of the mentions that one was resolved from. */
  rootOf(mention: number): number {
    let at = mention;
    for (let next = this.mentions[at]!.antecedent; next !== undefined && next < at; ) {
      at = next;
      next = this.mentions[at]!.antecedent;
    }
    return at;
  }

  /** Who a source is; `goesOn` where the words are somebody's because what stands before them is. */
  actorOf(source: Pick<Source, "head" | "span"> | undefined, goesOn = false): Value<Actor> {
    if (!source) return unknown("the report names no source");
    const words = textOf(this.text, source.span);
    const mention = this.mentionOf(source);
    if (mention === undefined)
      return unknown(`"${words}" names nobody that the report or the knowledge identifies`);
    const m = this.mentions[mention]!;
    const actor = m.actors[0];
    if (!actor) return unknown(m.reason ?? `"${words}" is not identified`);
    const stated = !goesOn && m.form !== "pronoun" && m.antecedent === undefined;
    return known(actor, stated ? "stated" : "inferred", goesOn ? `${m.by}; the quotation goes on` : m.by, {
      start: m.start,
      end: m.end,
    });
  }
}
