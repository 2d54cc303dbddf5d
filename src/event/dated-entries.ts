import type { Analysis, Word } from "../language/analysis.js";
import { rangeWithin } from "../record/within.js";
import type { When } from "../time/when.js";

/** Words that may stand with the date of a caption or an entry: "29/34", "5." */
const COUNTING: ReadonlySet<string> = new Set(["NUM", "PUNCT", "SYM", "X"]);

/**
 * The day that an entry of a timeline or a caption is told of: index in `times` of the whole date that opens its sentence
 * without a preposition ("3 May 2011 Envoys meet in Orla"), or that stands alone before it, in its paragraph or as the
 * paragraph above.
 */
export function headingTime(analysis: Analysis, times: readonly When[], anchor: Word): number | undefined {
  const { sentences } = analysis;
  const own = sentences[anchor.sentence]!;
  const opening = openingDate(analysis, times, anchor.sentence);
  if (opening !== undefined)
    return times[opening]!.end <= anchor.start && isEntry(analysis, times[opening]!, own.first)
      ? opening
      : undefined;
  let at = anchor.sentence;
  while (sentences[at]!.paragraph === own.paragraph && at > 0) {
    const { first, last } = rangeWithin(times, sentences[at]!);
    if (first < last) break;
    at--;
  }
  const date = at === anchor.sentence ? undefined : openingDate(analysis, times, at);
  return date !== undefined && isAlone(analysis, times[date]!, at) ? date : undefined;
}

/** The whole date before which a sentence has nothing but a count. */
function openingDate({ words, sentences }: Analysis, times: readonly When[], at: number): number | undefined {
  const sentence = sentences[at]!;
  const { first, last } = rangeWithin(times, sentence);
  const time = times[first];
  if (first === last || time?.type !== "DATE" || !WHOLE_DAY.test(time.value)) return undefined;
  for (let w = sentence.first; words[w]!.start < time.start; w++)
    if (!COUNTING.has(words[w]!.upos)) return undefined;
  return first;
}

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/;

/** "3 May 2011 Envoys meet"; not "Tuesday's test", nor "Tuesday, the army said". */
function isEntry({ words }: Analysis, { end }: When, first: number): boolean {
  let behind = first;
  while (behind < words.length && words[behind]!.start < end) behind++;
  return behind < words.length && !/^(['’]s|,)$/.test(words[behind]!.form);
}

/** Nothing but marks stands behind the date. */
function isAlone({ words, sentences }: Analysis, { end }: When, at: number): boolean {
  const { first, last } = sentences[at]!;
  return words.slice(first, last).every((w) => w.end <= end || w.upos === "PUNCT");
}
