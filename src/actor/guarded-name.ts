import type { NameEntry } from "../knowledge/names.js";
import type { Analysis, Name } from "../language/analysis.js";

/**
 * True where a guarded name (`guards.tsv`) is not what the list says, by what the whole report speaks of. A capital needs its
 * state, but where nothing speaks for another sense ("Washington"); a state that shares its name with a part of another
 * ("Georgia") needs words of its own, or a third state.
 * @param tag the language model's name over the last word, if any
 * @param span indices of the first word and of the one after the last
 * @param statesNamed codes of the states that the report names
 */
export function isUnlikely(
  { text, words }: Analysis,
  tag: Name | undefined,
  { first, last }: { readonly first: number; readonly last: number },
  { kind, code, guard }: NameEntry,
  statesNamed: ReadonlySet<string>,
): boolean {
  const { context = [], unless = [] } = guard ?? {};
  const has = (word: string) => text.includes(word);
  if (kind === "state" && unless.length > 0)
    return !context.some(has) && ![...statesNamed].some((named) => named !== code && named !== NAMESAKE);
  if (kind !== "capital" || statesNamed.has(code)) return false;
  const plain = tag?.type === "GPE" && tag.first === first && words[last]?.upos !== "PROPN";
  return !plain || unless.length === 0 || unless.some(has);
}

/** The state of which a part is called as another state is. */
const NAMESAKE = "USA";
