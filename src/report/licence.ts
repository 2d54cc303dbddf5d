import { lazy, readKnowledge } from "./knowledge.js";
import type { Licence } from "./report.js";

interface Cases {
  readonly patterns: readonly string[];
  readonly yes: readonly (string | readonly [string, string | readonly string[]])[];
  readonly no: readonly string[];
}

/** The form of `knowledge/report/licences.yaml`; `yes` and `no` are run as tests. */
export interface LicencesFile {
  readonly terms: Cases;
  readonly carry: Cases;
  readonly holders: Cases;
}

const patterns = lazy(() => {
  const file = readKnowledge<LicencesFile>("licences.yaml");
  const compile = (cases: Cases, flags: string) => cases.patterns.map((source) => new RegExp(source, flags));
  return {
    terms: compile(file.terms, "iu"),
    carry: compile(file.carry, "iu"),
    holders: compile(file.holders, "u"),
  };
});

const LONGEST = 2000;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}“"‘(])/u);

/** "our reporter’s byline" as "byline": what a copy must carry, without whose it is. */
function item(text: string): string {
  return text
    .trim()
    .replace(/^(?:and|both|either)\s+/i, "")
    .replace(/^(?:our|their|your|its|his|her|the|an?|this)\s+/i, "")
    .replace(/^\p{L}+(?:[’']s|s[’'])\s+/u, "")
    .replace(/[\s.,:]+$/, "");
}

function itemsOf(list: string): string[] {
  const items = list.split(/\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+as well as\s+/).map(item);
  return items.filter((text) => text !== "" && text.length <= 60);
}

/** What `sentence` wants a copy to carry; empty where it wants nothing. */
export function mustCarry(sentence: string): string[] {
  for (const pattern of patterns().carry) {
    const items = pattern.exec(sentence)?.groups?.items;
    if (items !== undefined) return itemsOf(items);
  }
  return [];
}

/** True where a sentence states on what terms a text may be published again. */
export const statesTerms = (sentence: string): boolean =>
  patterns().terms.some((pattern) => pattern.test(sentence));

/** The outlet that a licence sentence names as the text's maker or first publisher. */
export function holderOf(text: string): string | undefined {
  for (const pattern of patterns().holders) {
    const outlet = pattern.exec(text)?.groups?.outlet;
    if (outlet !== undefined) return outlet.replace(/[.,’']+$/, "");
  }
  return undefined;
}

/** A licence, and the outlet that grants it where the words name one. */
export interface LicenceParts {
  readonly licence: Licence;
  readonly outlet?: string;
}

/** Reads the licence that a paragraph states; undefined where it states none. */
export function licenceOf(paragraph: string): LicenceParts | undefined {
  if (paragraph.length > LONGEST || !statesTerms(paragraph)) return undefined;
  const sentences = sentencesOf(paragraph);
  const terms = sentences.find(statesTerms);
  if (terms === undefined) return undefined;
  const carried = new Set(sentences.flatMap(mustCarry));
  const outlet = holderOf(paragraph);
  const licence = { terms, mustCarry: [...carried] };
  return outlet === undefined ? { licence } : { licence, outlet };
}
