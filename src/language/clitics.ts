import type { Span } from "../record/span.js";
import { isApostrophe, Kind, kindAt } from "./characters.js";

const endings = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"];

/** Where the clitic begins that `text` from `start` to `end` closes with ("n't" of "don't"); -1 without one. */
function startOfClitic(text: string, start: number, end: number): number {
  for (const ending of endings) {
    const from = end - ending.length;
    if (from <= start) continue;
    const apostrophe = from + ending.indexOf("'");
    if (!isApostrophe(text, apostrophe)) continue;
    const before = text.slice(from, apostrophe).toLowerCase();
    const after = text.slice(apostrophe + 1, end).toLowerCase();
    if (`${before}'${after}` === ending) return isDecade(text, start, from, ending) ? -1 : from;
  }
  return -1;
}

/** True for "1960's" and "60's", which stay whole. */
function isDecade(text: string, start: number, from: number, ending: string): boolean {
  if (ending !== "'s" || text[from - 1] !== "0") return false;
  for (let i = start; i < from; i++) if (kindAt(text, i) !== Kind.Digit) return false;
  return from - start === 2 || from - start === 4;
}

/** Splits a written word with its clitics: "don't" into "do" and "n't", "she'd've" into three. */
export function splitClitics(text: string, start: number, end: number, out: Span[]): void {
  const cuts: number[] = [end];
  for (let last = end; ; ) {
    const from = startOfClitic(text, start, last);
    if (from < 0 || cuts.length > 4) break;
    cuts.push(from);
    last = from;
  }
  let from = start;
  for (const to of cuts.reverse()) {
    out.push({ start: from, end: to });
    from = to;
  }
}
