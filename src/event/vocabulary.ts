import type { Word } from "../language/analysis.js";

/** Endings of inflected forms with what a lemma may have instead, longest first. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["ing", ["", "e"]],
  ["ed", ["", "e"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["d", [""]],
];

const LAST_LETTERS = new Set(ENDINGS.map(([ending]) => ending.at(-1)!));

/**
 * The words that the codebook knows. Its `lemma` is the word's own where the codebook knows that; else the one that the
 * form points to, so that a form whose lemma was missed ("boycotted" left as it is) still finds its patterns.
 */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  readonly #kept = new Map<string, string>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  lemma(word: Word): string {
    const own = word.lemma.toLowerCase();
    if (this.#words.has(own)) return own;
    const form = word.form.toLowerCase();
    // "taped" is "tape", not "tap".
    if (own.endsWith("e") && form === `${own}d`) return own;
    const kept = this.#kept.get(form);
    if (kept !== undefined) return kept;
    const found = this.#guess(form);
    // The forms of a language are many, those of a codebook's words are few: only hits are worth keeping.
    if (found) this.#kept.set(form, found);
    return found ?? own;
  }

  #guess(form: string): string | undefined {
    if (!LAST_LETTERS.has(form.at(-1)!)) return undefined;
    for (const [ending, instead] of ENDINGS) {
      if (!form.endsWith(ending) || form.length - ending.length < 3) continue;
      const stem = form.slice(0, -ending.length);
      for (const rest of instead) if (this.#words.has(stem + rest)) return stem + rest;
      const last = stem.at(-1);
      if (last === stem.at(-2) && this.#words.has(stem.slice(0, -1))) return stem.slice(0, -1);
    }
    return undefined;
  }
}
