import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { wordListsSchema } from "./codebook-schema.js";

/** The folder of the project's own codebook, beside `src/` or `dist/`. */
export const CODEBOOK = fileURLToPath(new URL("../../codebook/", import.meta.url));
const FILE = "words.yaml";

/** Word lists by name, with the lists that they name opened. */
export type WordLists = ReadonlyMap<string, ReadonlySet<string>>;

type Source = ReadonlyMap<string, readonly string[]>;

function readLists(folder: string): Source {
  return new Map(Object.entries(wordListsSchema.parse(parse(readFileSync(join(folder, FILE), "utf8")))));
}

function open(lists: Source): WordLists {
  const expand = (name: string, seen: readonly string[]): Set<string> => {
    const own = lists.get(name);
    if (!own || seen.includes(name)) {
      throw new Error(
        `codebook/${FILE}: list "${name}" expected (asked for by ${seen.join(" > ") || "the code"})`,
      );
    }
    const out = new Set<string>();
    for (const word of own) {
      const inner = listNamed(word);
      if (inner) for (const w of expand(inner, [...seen, name])) out.add(w);
      else out.add(word);
    }
    return out;
  };
  return new Map([...lists.keys()].map((name) => [name, expand(name, [])]));
}

let shipped: WordLists | undefined;

/** The lists of the project's own `codebook/words.yaml`. */
export function shippedLists(): WordLists {
  shipped ??= open(readLists(CODEBOOK));
  return shipped;
}

/**
 * The lists that the patterns of a codebook folder may name: the project's own, those of the folder's `words.yaml` over
 * them. Throws an Error where that file is wrong.
 */
export function wordListsOf(folder: string): WordLists {
  if (!existsSync(join(folder, FILE))) return shippedLists();
  return open(new Map([...readLists(CODEBOOK), ...readLists(folder)]));
}

/** "weapons" of "<weapons>", the reference to a list; undefined for a plain word. */
export function listNamed(word: string): string | undefined {
  return word.startsWith("<") ? word.slice(1, -1) : undefined;
}

/** A list of `codebook/words.yaml` by its name, with the lists that it names opened. Throws where there is none. */
export function wordList(name: string): ReadonlySet<string> {
  const list = shippedLists().get(name);
  if (!list)
    throw new Error(
      `codebook/${FILE}: no list "${name}"; there are ${[...shippedLists().keys()].join(", ")}`,
    );
  return list;
}
