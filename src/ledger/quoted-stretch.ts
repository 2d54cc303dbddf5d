import { createHash } from "node:crypto";
import { fold } from "../knowledge/fold.js";
import { shortHash } from "./short-hash.js";
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
  const rarities = words.map(rarity);
  let least: string | undefined;
  let leastHash = Number.POSITIVE_INFINITY;
  for (let i = 0; i + size <= words.length; i++) {
    let told = 0;
    for (let j = i; j < i + size; j++) told += rarities[j]!;
    if (told < LEAST_RARITY) continue;
    const stretch = words.slice(i, i + size).join(" ");
    const hash = shortHash(stretch);
    if (hash > leastHash || (hash === leastHash && stretch >= least!)) continue;
    [least, leastHash] = [stretch, hash];
  }
  return least === undefined ? undefined : createHash("sha256").update(least).digest("hex").slice(0, 16);
}
