import { list, readTable } from "./table.js";

let kinds: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * The states that a noun for a kind of state may mean ("kingdom", "islamic republic"), by the first of `nouns` that
 * `knowledge/state-kinds.tsv` lists; undefined where it lists none, so that any state may be meant.
 * @param nouns lower case, the most telling first
 */
export function stateKind(nouns: readonly string[]): ReadonlySet<string> | undefined {
  kinds ??= new Map(
    readTable("state-kinds.tsv", ["noun", "codes"]).map(
      (row) => [row.noun, new Set(list(row.codes))] as const,
    ),
  );
  for (const noun of nouns) {
    const codes = kinds.get(noun);
    if (codes) return codes;
  }
  return undefined;
}
