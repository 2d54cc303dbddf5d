import { byNumber, countsOf } from "../commonest.js";
import type { IssueTerm } from "./issue-terms.js";

/** What a story is about, by the words of its reports. */
export interface DecidedIssue {
  readonly term: string;
  readonly owner?: string;
  /** As most of its reports write it. */
  readonly name: string;
  /** How many of the story's reports use the term. */
  readonly reports: number;
  readonly weight: number;
}

const MOST_ISSUES = 3;
/** Uses of a term in one report that count. */
const MOST_COUNTED = 3;
/** Part of a story's reports that must use a term. */
const LEAST_SHARE = 0.1;
/** Part of a term's reports that must say whose it is, for it to be told with its owner. */
const LEAST_OWNED = 0.25;

/** A report of a story: its terms, and what its title and beginning are about (`stories/story-terms.ts`). */
export interface ReportOfIssues {
  readonly terms: readonly IssueTerm[];
  /** Weight by word, 0 to 1. */
  readonly about: ReadonlyMap<string, number>;
}

/**
 * The issues of a story: its reports' terms by how often they are used, less those that mostly stand inside a longer
 * one (C-value, Frantzi, Ananiadou and Mima 2000), and by how much their words are what the reports are about. At most
 * three, the weightiest first.
 */
export function decideIssues(reports: readonly ReportOfIssues[]): DecidedIssue[] {
  const least = reports.length === 1 ? 1 : Math.max(2, LEAST_SHARE * reports.length);
  const found = new Map<string, { uses: IssueTerm[] }>();
  for (const { terms } of reports)
    for (const term of terms) {
      const entry = found.get(term.term) ?? { uses: [] };
      entry.uses.push(term);
      found.set(term.term, entry);
    }
  const about = new Map<string, number>();
  for (const report of reports)
    for (const [word, weight] of report.about)
      about.set(word, (about.get(word) ?? 0) + weight / reports.length);
  const terms = [...found].map(([term, { uses }]) => ({
    term,
    uses,
    frequency: uses.reduce((sum, { count }) => sum + Math.min(count, MOST_COUNTED), 0),
  }));
  return terms
    .map(({ term, uses, frequency }) => {
      const longer = terms.filter((other) => other.term !== term && ` ${other.term} `.includes(` ${term} `));
      const inside = longer.reduce((sum, other) => sum + other.frequency, 0) / Math.max(1, longer.length);
      const words = term.split(" ");
      // A code in capitals is not among the words.
      const lemmas = words.filter((word) => word === word.toLowerCase());
      const tells = lemmas.reduce((sum, lemma) => sum + (about.get(lemma) ?? 0), 0) / lemmas.length;
      const own = Math.max(0, frequency - inside);
      return { term, uses, using: uses.length, weight: Math.log2(words.length + 1) * tells * own };
    })
    .filter(({ using, weight }) => using >= least && weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_ISSUES)
    .map(({ term, uses, using, weight }) => {
      const owned = uses.filter((use) => use.owner !== undefined);
      const owner =
        owned.length >= LEAST_OWNED * using ? byNumber(countsOf(owned.map((use) => use.owner!)))[0]! : "";
      const named = uses.filter((use) => (use.owner ?? "") === owner);
      return {
        term,
        ...(owner !== "" && { owner }),
        name: byNumber(countsOf((named.length > 0 ? named : uses).map(({ words }) => words)))[0]!,
        reports: using,
        weight: Number(weight.toFixed(4)),
      };
    });
}
