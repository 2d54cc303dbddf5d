import { firstKeysOfName } from "./fold.js";

/**
 * Where in a text the names stand that begin with a word. It keeps no words, only their hashes, so that tens of
 * thousands of names are listed in a few milliseconds; whoever asks checks what it is offered.
 */
export class FirstWords {
  /** By the last bits of a hash: one more than the place of the last name listed under them, 0 for none. */
  readonly #last = new Int32Array(SLOTS);
  readonly #before: number[] = [];
  readonly #hashes: number[] = [];
  readonly #starts: number[] = [];

  /** Lists the name that begins at `start` and ends before `end` or the first ";", and returns where it ends. */
  addName(text: string, start: number, end: number): number {
    let at = text.startsWith(ARTICLE, start) ? start + ARTICLE.length : start;
    let hash = 0;
    let plain = true;
    for (; at < end; at++) {
      let code = text.charCodeAt(at);
      if (code === SPACE || code === SEMICOLON) break;
      if (code >= CAPITAL_A && code <= CAPITAL_Z) code += CAPITAL_TO_SMALL;
      else if ((code < SMALL_A || code > SMALL_Z) && code !== FULL_STOP) plain = false;
      hash = (hash * FACTOR + code) | 0;
    }
    while (at < end && text.charCodeAt(at) !== SEMICOLON) at++;
    if (plain) {
      this.#add(hash, start);
    } else {
      const keys = firstKeysOfName(text.slice(start, at));
      if (typeof keys === "string") this.#add(hashOf(keys), start);
      else for (const key of keys) this.#add(hashOf(key), start);
    }
    return at;
  }

  /** Where names begin whose first word (folded) has this word's hash, in the order in which they were listed. */
  startsOf(word: string): readonly number[] {
    const hash = hashOf(word);
    const starts: number[] = [];
    for (let next = this.#last[hash & MASK]!; next > 0; next = this.#before[next - 1]!) {
      if (this.#hashes[next - 1] === hash) starts.push(this.#starts[next - 1]!);
    }
    return starts.reverse();
  }

  /** False for a word with which no name begins. */
  mayHave(word: string): boolean {
    const hash = hashOf(word);
    for (let next = this.#last[hash & MASK]!; next > 0; next = this.#before[next - 1]!)
      if (this.#hashes[next - 1] === hash) return true;
    return false;
  }

  /** Where every name begins, in the order in which they were listed; one with two first words comes twice. */
  all(): readonly number[] {
    return this.#starts;
  }

  #add(hash: number, start: number): void {
    this.#before.push(this.#last[hash & MASK]!);
    this.#hashes.push(hash);
    this.#last[hash & MASK] = this.#starts.push(start);
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (hash * FACTOR + word.charCodeAt(i)) | 0;
  return hash;
}

/** A name with "the" is looked up without it. */
const ARTICLE = "the ";
const FACTOR = 31;
const SLOTS = 8192;
const MASK = SLOTS - 1;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
const SEMICOLON = 0x3b;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const CAPITAL_TO_SMALL = 0x20;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
