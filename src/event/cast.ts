import type { Mention } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import type { Span } from "../record/span.js";
import type { Chronology } from "./chronology.js";
import type { Participant } from "./event.js";
import { Tellings } from "./tellings.js";

const FIRST_PERSON = new Set(["i", "we", "my", "our", "us", "me", "ours", "mine", "ourselves"]);

/** The mentions, statements and places of a report, looked up by word. */
export class Cast {
  readonly #mentionOf = new Map<number, number>();
  readonly #statementOf = new Map<number, number>();
  readonly #countryOf = new Map<number, Where>();
  /** What the encoder says of the words that may tell an act. */
  readonly tellings: Tellings;

  constructor(
    readonly analysis: Analysis,
    readonly mentions: readonly Mention[],
    readonly statements: readonly Statement[],
    places: readonly Where[] = [],
    readonly chronology?: Chronology,
  ) {
    this.tellings = new Tellings(analysis.acts);
    for (const place of places) {
      if (place.country) for (const w of wordsIn(analysis, place)) this.#countryOf.set(w, place);
    }
    // Long mentions first, then short ones over them, then heads: the mention that a word heads is its own.
    const order = mentions.map((_, i) => i).sort((a, b) => length(mentions[b]!) - length(mentions[a]!));
    for (const i of order) {
      for (let w = mentions[i]!.first; w < mentions[i]!.last; w++) this.#mentionOf.set(w, i);
    }
    for (const i of order) this.#mentionOf.set(mentions[i]!.head, i);
    const parts = statements.flatMap((s, i) => s.content.map((span) => ({ span, i })));
    parts.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
    for (const { span, i } of parts) for (const w of wordsIn(analysis, span)) this.#statementOf.set(w, i);
  }

  /** The innermost statement whose content holds the word. */
  statementAt(word: Word): Statement | undefined {
    const index = this.#statementOf.get(word.index);
    return index === undefined ? undefined : this.statements[index];
  }

  /** Index of the mention that the word heads or stands in. */
  mentionAt(word: Word): number | undefined {
    return this.#mentionOf.get(word.index);
  }

  /** The place of a known country that the word names. */
  placeAt(word: Word): Where | undefined {
    return this.#countryOf.get(word.index);
  }

  /** True for "we", "our government" and the like. */
  isFirstPerson(word: Word): boolean {
    const own = children(this.analysis, word).some((c) => c.deprel === "nmod:poss" && isFirstPronoun(c));
    return own || isFirstPronoun(word);
  }

  /** Who makes a statement, as a participant. */
  speaker(statement: Statement): Participant {
    return {
      actor: statement.speaker,
      ...(statement.mention === undefined ? {} : { mention: statement.mention }),
      ...(statement.source ? { span: statement.source } : {}),
    };
  }
}

/** "us", but not "US". */
export function isFirstPronoun(word: Word): boolean {
  return word.upos !== "PROPN" && word.form !== "US" && FIRST_PERSON.has(word.form.toLowerCase());
}

function length(mention: Mention): number {
  return mention.last - mention.first;
}

/** Indices of the words that lie in a span. */
function wordsIn(analysis: Analysis, span: Span): number[] {
  let low = 0;
  let high = analysis.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (analysis.words[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const out: number[] = [];
  for (let w = low; w < analysis.words.length && analysis.words[w]!.end <= span.end; w++) out.push(w);
  return out;
}
