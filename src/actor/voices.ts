import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Actor } from "./actor.js";

/** Words that somebody is quoted with: `findVoices` of `quotation/` gives them, because "we" is whoever speaks. */
export interface Voice {
  readonly content: readonly Span[];
  /** Head word of the phrase that names the speaker, before or behind the content. */
  readonly source: number;
  /** True where the speaker's words are only told ("Smith said that we ..."). */
  readonly indirect?: boolean;
}

/** Which voice is heard at a place of the text; of nested ones the innermost. */
export class Voices {
  /** The same for words that are only told, where `voices` are spoken. */
  readonly told: Voices | undefined;
  readonly #list: readonly { readonly span: Span; readonly source: number }[];

  constructor(voices: readonly Voice[], indirect = false) {
    this.told = indirect ? undefined : new Voices(voices, true);
    this.#list = voices
      .filter((voice) => (voice.indirect ?? false) === indirect)
      .flatMap(({ content, source }) => content.map((span) => ({ span, source })))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** The voice heard at a span: its speaker's head word and where its words begin; undefined outside of all. */
  at({ start, end }: Span): { readonly source: number; readonly span: Span } | undefined {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#list[middle]!.span.start <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - DEEPEST); i--) {
      const voice = this.#list[i]!;
      if (voice.span.end >= end) return voice;
    }
    return undefined;
  }

  /** The speaker's head word at a span. */
  sourceAt(span: Span): number | undefined {
    return this.at(span)?.source;
  }
}

/** Voices before a place that are looked at for one that reaches over it. */
const DEEPEST = 8;

/** Who speaks behind a colon that ends a sentence: the subject of its verb, or the noun that it consists of ("Spokesman:"). */
export function introducedBy(analysis: Analysis, colon: Word): number | undefined {
  const { root } = analysis.sentences[colon.sentence]!;
  const top = analysis.words[root];
  if (!top || top.index > colon.index) return undefined;
  if (top.upos === "VERB")
    return children(analysis, top).find((c) => relation(c) === "nsubj" && c.index < colon.index)?.index;
  return top.upos === "NOUN" || top.upos === "PROPN" ? top.index : undefined;
}

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
