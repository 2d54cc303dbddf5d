import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { wordListsSchema } from "./codebook-schema.js";

/** The folder of the codebook, beside `src/` or `dist/`. */
export const CODEBOOK = fileURLToPath(new URL("../../codebook/", import.meta.url));

const lists = new Map<string, ReadonlySet<string>>();

function load(): void {
  const parsed = wordListsSchema.parse(parse(readFileSync(`${CODEBOOK}words.yaml`, "utf8")));
  const expand = (name: string, seen: readonly string[]): Set<string> => {
    const own = parsed[name];
    if (!own || seen.includes(name)) {
      throw new Error(
        `codebook/words.yaml: list "${name}" expected (asked for by ${seen.join(" > ") || "the code"})`,
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
  for (const name of Object.keys(parsed)) lists.set(name, expand(name, []));
}

/** "weapons" of "<weapons>", the reference to a list; undefined for a plain word. */
export function listNamed(word: string): string | undefined {
  return word.startsWith("<") ? word.slice(1, -1) : undefined;
}

/** A list of `codebook/words.yaml` by its name, with the lists that it names opened. Throws where there is none. */
export function wordList(name: string): ReadonlySet<string> {
  if (lists.size === 0) load();
  const list = lists.get(name);
  if (!list)
    throw new Error(`codebook/words.yaml: no list "${name}"; there are ${[...lists.keys()].join(", ")}`);
  return list;
}

/** The names of all lists, for the linter. */
export function wordListNames(): ReadonlySet<string> {
  if (lists.size === 0) load();
  return new Set(lists.keys());
}
