import {
  APOSTROPHE,
  isSpace,
  isWordCharacter,
  type Mark,
  markAt,
  opensAfter,
  type Surroundings,
} from "./mark-characters.js";

const RIGHT_SINGLE = 0x2019;
/** Words that English writes with an apostrophe in front ("'em", "'til"). */
const ELISIONS = new Set(["em", "til", "tis", "twas", "twill", "n", "tho", "s"]);
/** Characters before a mark that can only close a quotation. */
const BEFORE_CLOSE = new Set(Array.from(',.!?;:…—–”"', (c) => c.charCodeAt(0)));

/** Tells opening and closing single marks from apostrophes within one paragraph. */
export class SingleMarks {
  /** The next mark that can only close, and the next that can only open, found by walking on; each place is seen once. */
  private closes = -1;
  private opens = -1;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  side(at: number, mark: Mark, around: Surroundings): "open" | "close" | undefined {
    const { afterOpening, afterWord, beforeWord, beforeSpace, isOpen } = around;
    if (afterWord && beforeWord) return undefined;
    if (mark.side === "open")
      return beforeSpace && isOpen ? "close" : this.isElision(at) ? undefined : "open";
    if (afterOpening && !beforeSpace) {
      return mark.side === "either" && !this.isElision(at) ? "open" : undefined;
    }
    if (!isOpen) return undefined;
    if (beforeWord) return undefined;
    return this.isPossessive(at) ? undefined : "close";
  }

  private isElision(at: number): boolean {
    let to = at + 1;
    while (to < this.end && to < at + 6 && isWordCharacter(this.text.charCodeAt(to))) to++;
    const word = this.text.slice(at + 1, to).toLowerCase();
    return ELISIONS.has(word) || /^[0-9]0s$/.test(word);
  }

  /** "the workers' rights": a mark after an s and before a word, where a mark that can only close is still to come. */
  private isPossessive(at: number): boolean {
    const { text, end } = this;
    const last = text[at - 1];
    if ((last !== "s" && last !== "S") || at + 2 >= end || !isWordCharacter(text.charCodeAt(at + 2)))
      return false;
    const close = this.nextStrongClose(at + 1);
    return close < end && close < this.nextOpen(at + 1);
  }

  private nextStrongClose(from: number): number {
    if (this.closes < from) this.closes = this.walk(from, (at) => this.isStrongClose(at));
    return this.closes;
  }

  private nextOpen(from: number): number {
    if (this.opens < from) this.opens = this.walk(from, (at) => this.isStrongOpen(at));
    return this.opens;
  }

  private walk(from: number, holds: (at: number) => boolean): number {
    let at = from;
    while (at < this.end && !holds(at)) at++;
    return at;
  }

  private isStrongClose(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code !== APOSTROPHE && code !== RIGHT_SINGLE) return false;
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0x20;
    return !isWordCharacter(next) && BEFORE_CLOSE.has(this.text.charCodeAt(at - 1));
  }

  private isStrongOpen(at: number): boolean {
    const mark = markAt(this.text, at, at + 1);
    if (mark?.style !== "single" || mark.side === "close" || this.isElision(at)) return false;
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0x20;
    return !isSpace(next) && (at === this.start || opensAfter(this.text.charCodeAt(at - 1)));
  }
}
