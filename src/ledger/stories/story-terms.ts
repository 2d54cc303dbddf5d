import { fold } from "../../knowledge/fold.js";
import { textOf } from "../../record/span.js";
import type { Report } from "../../report/report.js";
import { byNumber } from "../commonest.js";
import { pluralRank, wordRank } from "./word-rank.js";

/** A word that tells what a report is about. */
export interface StoryTerm {
  /** Folded, without the ending of plurals and genitives. */
  readonly term: string;
  /** 0 to 1: the squares of a report's weights sum to 1. */
  readonly weight: number;
  /** As the report writes it most often. */
  readonly words: string;
}

/** What comes first in a report is what it is about (the inverted pyramid); the rest is background. */
const LEADING_WORDS = 250;
const TITLE_COUNTS = 3;
const MOST_TERMS = 40;
/** Words that are at least as common tell nothing of what a report is about. */
const COMMON_RANK = 200;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
const LONGEST_WORD = 40;

/**
 * The terms of a report by falling weight, at most forty: words of the title and of the beginning of the body, by how
 * often they stand there (logarithm, Salton and Buckley 1988) and how rare they are in English.
 */
export function storyTerms(report: Report): StoryTerm[] {
  const found = new Map<string, { count: number; forms: Map<string, number> }>();
  const add = (form: string, times: number) => {
    const term = termOf(form);
    if (term === undefined) return;
    const entry = found.get(term) ?? { count: 0, forms: new Map<string, number>() };
    found.set(term, entry);
    entry.count += times;
    const bare = withoutGenitive(form);
    entry.forms.set(bare, (entry.forms.get(bare) ?? 0) + 1);
  };
  for (const form of wordsOf(report, "title", LEADING_WORDS)) add(form, TITLE_COUNTS);
  for (const form of wordsOf(report, "body", LEADING_WORDS)) add(form, 1);
  const weighted = [...found]
    .map(([term, { count, forms }]) => ({
      term,
      weight: (1 + Math.log(count)) * rarity(term),
      words: byNumber(forms)[0]!,
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
  const length = Math.hypot(...weighted.map(({ weight }) => weight));
  return weighted.map((t) => ({ ...t, weight: Number((t.weight / length).toFixed(4)) }));
}

/** The words of a report's title or body, at most `most`. */
export function wordsOf(report: Report, role: "title" | "body", most: number): string[] {
  const words: string[] = [];
  for (const paragraph of report.paragraphs) {
    if (paragraph.role !== role) continue;
    for (const [word] of textOf(report.text, paragraph).matchAll(WORD)) {
      if (words.length === most) return words;
      words.push(word);
    }
  }
  return words;
}

/** Numbers are no terms: reports of one thing differ in them. */
function termOf(form: string): string | undefined {
  if (form.length > LONGEST_WORD) return undefined;
  const word = fold(withoutGenitive(form));
  if (word.length < 2 || /^\p{N}/u.test(word)) return undefined;
  if (word.length <= 4 || !/[^s]s$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function withoutGenitive(form: string): string {
  return form.replace(/['’]s?$/, "");
}

/** How much a word tells, from 0 for one of the two hundred commonest; the plural counts where only it is listed. */
export function rarity(term: string): number {
  return Math.max(0, Math.log(Math.min(wordRank(term), pluralRank(term)) / COMMON_RANK));
}
