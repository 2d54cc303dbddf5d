import type { Lexicon } from "../knowledge/lexicon.js";
import type { NameEntry, NameKind } from "../knowledge/names.js";
import type { Analysis } from "../language/analysis.js";

/** A name with the states that share its last words, and the first word of them all. */
export interface SharedState {
  readonly first: number;
  readonly name: NameEntry;
}

/**
 * "North and South Korea": two states that share a word of their names, of which the first has only its own. Undefined
 * where the words before the name from `first` to `last` name no state together with the rest of it.
 */
export function sharedState(
  { words }: Analysis,
  lexicon: Lexicon,
  first: number,
  last: number,
  name: NameEntry,
): SharedState | undefined {
  const [other, joint] = [words[first - 2], words[first - 1]];
  if (!STATES.has(name.kind) || name.with || last - first < 2 || !other || !joint) return undefined;
  if (!JOINTS.has(joint.form.toLowerCase()) || other.sentence !== words[first]!.sentence) return undefined;
  const whole = [other, ...words.slice(first + 1, last)];
  const found = lexicon.names(whole, 0, whole.length)[0];
  const entry =
    found?.last === whole.length ? found.values.find(({ kind }) => kind === name.kind) : undefined;
  if (!entry || entry.code === name.code || entry.with) return undefined;
  return { first: first - 2, name: { ...name, name: `${other.form} and ${name.name}`, with: [entry.code] } };
}

const STATES: ReadonlySet<NameKind> = new Set(["state", "adjective", "citizen", "citizens"]);
const JOINTS: ReadonlySet<string> = new Set(["and", "or", "&"]);
