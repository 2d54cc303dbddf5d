import type { Ledger } from "../ledger/ledger.js";
import type { Reading } from "../reading/reading.js";
import type { GoldReading } from "./gold-reading.js";
import { occurrences } from "./words.js";

/** Words of a search; a longer phrase finds no more. */
const WORDS_SOUGHT = 8;
const SEARCHES = 5;
/** The least of the gold's words that its report must have. */
const LEAST = 0.8;

/** The report that a gold reading is of: the one that it names, or else the one that has its words. */
export async function findReport(gold: GoldReading, ledger: Ledger): Promise<Reading | undefined> {
  if (gold.report.id !== undefined) return ledger.reading(gold.report.id);
  const quoted = quotedIn(gold);
  const longest = [...quoted].sort((a, b) => b.length - a.length).slice(0, SEARCHES);
  const candidates = new Set<string>();
  for (const words of longest) {
    const phrase = (words.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_SOUGHT).join(" ");
    for (const { report } of await ledger.search(`"${phrase}"`)) candidates.add(report);
  }
  let best: { reading: Reading; has: number } | undefined;
  for (const id of candidates) {
    const reading = await ledger.reading(id);
    if (!reading) continue;
    const has = quoted.filter((words) => occurrences(reading.report.text, words).length > 0).length;
    if (has >= LEAST * quoted.length && has > (best?.has ?? 0)) best = { reading, has };
  }
  return best?.reading;
}

/** The words of a gold reading that its report must have. */
function quotedIn({ statements, events, relations, quantities }: GoldReading): string[] {
  return [
    ...statements.map(({ content }) => content),
    ...events.map(({ trigger }) => trigger),
    ...[...relations, ...quantities].map(({ evidence }) => evidence),
  ];
}
