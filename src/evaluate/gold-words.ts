import { codePointOffsets } from "./code-points.js";
/** A stretch of a gold text in Unicode code points, end exclusive. */
export type Stretch = readonly [number, number];

const WORD = /[\p{L}\p{N}_]+(?:[’'.,-][\p{L}\p{N}_]+)*/gu;

/** A gold text as words, in code points, with the quoted region that each word stands in. */
export class Words {
  readonly characters: readonly string[];
  readonly spans: readonly Stretch[];
  readonly quoted: readonly number[];

  constructor(text: string) {
    this.characters = Array.from(text);
    const codePoint = codePointOffsets(text);
    this.spans = Array.from(text.matchAll(WORD), (m) => [
      codePoint[m.index]!,
      codePoint[m.index + m[0].length]!,
    ]);
    const regions = quotedRegions(this.characters);
    let next = 0;
    this.quoted = this.spans.map(([start, end]) => {
      while (next < regions.length && regions[next]![1] <= start) next++;
      const region = regions[next];
      return region && region[0] <= start && end <= region[1] ? next : -1;
    });
  }

  word(index: number): string {
    const [start, end] = this.spans[index]!;
    return this.slice(start, end);
  }

  slice(start: number, end: number): string {
    return this.characters.slice(start, end).join("");
  }

  covered(stretches: readonly Stretch[]): Set<number> {
    const out = new Set<number>();
    for (const [start, end] of stretches) {
      let low = 0;
      let high = this.spans.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.spans[middle]![1] <= start) low = middle + 1;
        else high = middle;
      }
      for (; low < this.spans.length && this.spans[low]![0] < end; low++) out.add(low);
    }
    return out;
  }
}

/** Regions between double marks as the metric defines them; deliberately simpler than `findQuotations`. */
function quotedRegions(characters: readonly string[]): Stretch[] {
  const out: Stretch[] = [];
  const paragraphs: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= characters.length; at++) {
    if (at < characters.length && characters[at] !== "\n") continue;
    if (characters.slice(start, at).join("").trim()) paragraphs.push([start, at]);
    start = at + 1;
  }
  paragraphs.forEach(([from, to], n) => {
    let opened = -1;
    for (let at = from; at < to; at++) {
      const c = characters[at]!;
      if (c === "“" || c === "„" || c === "«") opened = at;
      else if ((c === "”" || c === "»") && opened >= 0) {
        out.push([opened, at + 1]);
        opened = -1;
      } else if (c === '"' || ((c === "'" || c === "`") && at + 1 < to && characters[at + 1] === c)) {
        if (opened < 0) opened = at;
        else {
          out.push([opened, at + 1]);
          opened = -1;
        }
      }
    }
    const following = paragraphs[n + 1];
    if (opened < 0 || !following) return;
    const first = characters.slice(...following).find((c) => c.trim() !== "");
    if (first && ["“", '"', "„", "«"].includes(first)) out.push([opened, to]);
  });
  return out;
}
