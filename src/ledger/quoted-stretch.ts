import { createHash } from "node:crypto";
import { fold } from "../knowledge/fold.js";
import { rarity } from "./stories/story-terms.js";

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** Stretches of common words alone are said by many. */
const LEAST_RARITY = 6;

/**
 * A hash by which the same words in quotation marks are known again: of the stretches of `size` words of `text` that are
 * not all common, the one of least hash, so that a quotation that is cut differently elsewhere mostly keeps it (Broder
 * 1997). Undefined where there is no such stretch.
 */
export function quotedStretch(text: string, size: number): string | undefined {
  const words = [...text.matchAll(WORD)].map(([word]) => fold(word));
  const stretches: string[] = [];
  for (let i = 0; i + size <= words.length; i++) {
    const stretch = words.slice(i, i + size);
    if (stretch.reduce((sum, word) => sum + rarity(word), 0) >= LEAST_RARITY)
      stretches.push(hash(stretch.join(" ")));
  }
  return stretches.sort()[0];
}

function hash(stretch: string): string {
  return createHash("sha256").update(stretch).digest("hex").slice(0, 16);
}
