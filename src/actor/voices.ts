import type { Span } from "../record/span.js";
import type { Actor } from "./actor.js";

/** Words that somebody is quoted with: `findVoices` of `quotation/` gives them, because "we" is whoever speaks. */
export interface Voice {
  readonly content: readonly Span[];
  /** Head word of the phrase that names the speaker, before or behind the content. */
  readonly source: number;
}

/** Which voice is heard at a place of the text; of nested ones the innermost. */
export class Voices {
  readonly #list: readonly { readonly span: Span; readonly source: number }[];

  constructor(voices: readonly Voice[]) {
    this.#list = voices
      .flatMap(({ content, source }) => content.map((span) => ({ span, source })))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** The speaker's head word at a span; undefined outside of all voices. */
  sourceAt({ start, end }: Span): number | undefined {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#list[middle]!.span.start <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - DEEPEST); i--) {
      const { span, source } = this.#list[i]!;
      if (span.end >= end) return source;
    }
    return undefined;
  }
}

/** Voices before a place that are looked at for one that reaches over it. */
const DEEPEST = 8;

/** For whom a speaker says "we": a member of a government speaks for the state, anybody else for the body. */
export function sideOf(actors: readonly Actor[]): Actor[] {
  return actors.map(({ code, sector, agency }) =>
    sector === "GOV" ? { code } : { code, ...(sector && { sector }), ...(agency && { agency }) },
  );
}

/** True for "we", "us", "our": the speaker and those beside him. */
export function isPluralFirst(form: string): boolean {
  return PLURAL.has(form.toLowerCase());
}

const PLURAL: ReadonlySet<string> = new Set(["we", "us", "our", "ours", "ourselves"]);
