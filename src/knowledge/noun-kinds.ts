import { peopleNoun } from "./people-nouns.js";
import { readTable } from "./table.js";

interface Tables {
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  readonly inNames: ReadonlyMap<string, readonly string[]>;
  readonly sectors: ReadonlyMap<string, readonly string[]>;
}

let tables: Tables | undefined;

/**
 * The kinds that a noun (its lemma, lower case) names in `knowledge/noun-kinds.tsv`; two nouns that share a kind may stand
 * for one another ("panel", "committee"). None for a noun that is not listed.
 */
export function kindsOfNoun(lemma: string): readonly string[] {
  return read().nouns.get(lemma) ?? NONE;
}

/** The kinds that a word (lower case) tells inside a name ("Committee", "Inc."); none for any other word. */
export function kindsOfNameWord(word: string): readonly string[] {
  return read().inNames.get(word) ?? NONE;
}

/** The kinds of a sector's actors; "state" is a state as a whole, "agency" a named agency of its government. */
export function kindsOfSector(sector: string): readonly string[] {
  return read().sectors.get(sector) ?? NONE;
}

/** True for a noun (its lemma, lower case) that may stand for a person or body in its commonest sense. */
export function isSomebody(lemma: string): boolean {
  return peopleNoun(lemma) !== undefined || kindsOfNoun(lemma).length > 0;
}

const NONE: readonly string[] = [];

function read(): Tables {
  if (tables) return tables;
  const rows = readTable("noun-kinds.tsv", ["kind", "nouns", "in-names", "sectors"]);
  const table = (wordsOf: (row: (typeof rows)[number]) => string) => {
    const kinds = new Map<string, string[]>();
    for (const row of rows) {
      for (const word of new Set(wordsOf(row).split(" ").filter(Boolean)))
        kinds.set(word, [...(kinds.get(word) ?? []), row.kind]);
    }
    return kinds;
  };
  tables = {
    nouns: table((row) => row.nouns),
    inNames: table((row) => `${row.nouns} ${row["in-names"]}`),
    sectors: table((row) => row.sectors),
  };
  return tables;
}
