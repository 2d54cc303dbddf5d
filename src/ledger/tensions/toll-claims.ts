import type { Bound, Quantity } from "../../quantity/quantity.js";
import type { Reading } from "../../reading/reading.js";
import { contains } from "../../record/span.js";
import { rangeWithin } from "../../record/within.js";
import { type Claim, dayOfClaim, shown } from "./claim.js";
import { tensionWords } from "./tension-words.js";

const FIRST_PARAGRAPHS = 3;

/**
 * How many were killed, hurt, and so on, by the beginning of a report (its title and first paragraphs), where news tell
 * the whole; the first number of each kind that counts everybody.
 */
export function tollClaims(reading: Reading): Claim[] {
  const { report, quantities = [] } = reading;
  const { tolls } = tensionWords();
  const title = report.paragraphs.filter(({ role }) => role === "title");
  const body = report.paragraphs.filter(({ role }) => role === "body").slice(0, FIRST_PARAGRAPHS);
  const found = new Map<string, Claim>();
  for (const quantity of quantities) {
    const { measures, bound, unit } = quantity;
    if (!tolls.has(measures) || unit !== "count" || bound === "vague" || quantity.change) continue;
    if (found.has(measures) || quantity.low < 2 || !countsEverybody(reading, quantity)) continue;
    if (![...title, ...body].some((paragraph) => contains(paragraph, quantity))) continue;
    found.set(measures, {
      rule: "figures",
      key: measures,
      report: report.id,
      day: dayOfClaim(reading, undefined),
      ...range(quantity),
      says: `${quantity.low}`,
      ...shown(reading, quantity),
      actors: [],
      about: [],
    });
  }
  return [...found.values()];
}

/** Not "nine of the dead". */
function countsEverybody({ analysis, report }: Reading, { of, end }: Quantity): boolean {
  if (!of || /\bof\b/.test(report.text.slice(end, Math.max(end, of.start)))) return false;
  const { first, last } = rangeWithin(analysis.words, of);
  return last - first === 1 && tensionWords().everybody.has(analysis.words[first]!.lemma.toLowerCase());
}

/** The least and greatest number that the words of a quantity allow; the greatest absent where they set none. */
export function range({
  low,
  high,
  bound,
}: {
  readonly low: number;
  readonly high?: number | null;
  readonly bound: Bound;
}): { readonly low: number; readonly high?: number } {
  const { about } = tensionWords();
  const top = high ?? low;
  switch (bound) {
    case "exact":
      return high === undefined || high === null ? { low } : { low, high };
    case "about":
      return { low: low * (1 - about), high: top * (1 + about) };
    case "almost":
      return { low: low * (1 - about), high: top };
    case "less than":
    case "at most":
      return { low: 0, high: top };
    default:
      return { low };
  }
}
