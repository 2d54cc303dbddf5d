import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const WEIGHTS = fileURLToPath(new URL("../../models/en/acts.tsv", import.meta.url));

/**
 * What clues are worth, in logarithms of odds: `act` for a word that it tells an act, `own` for the codebook's type by how it
 * stands to the word, `type` for each type, `role` for a source or target, `status` for a status, `row` for the whole row.
 * What the encoder says is multiplied by the weights of the name `encoder`.
 */
export type ActWeights = Readonly<
  Record<"act" | "own" | "type" | "role" | "status" | "row", ReadonlyMap<string, number>>
>;

let loaded: ActWeights | undefined;

/** The weights of `models/en/acts.tsv`, read once. Throws where a line is not in its format. */
export function loadActWeights(): ActWeights {
  loaded ??= parseActWeights(readFileSync(WEIGHTS, "utf8"));
  return loaded;
}

/** Reads lines of a part, a clue and a weight; lines that begin with # are remarks. */
export function parseActWeights(text: string): ActWeights {
  const parts = {
    act: new Map(),
    own: new Map(),
    type: new Map(),
    role: new Map(),
    status: new Map(),
    row: new Map(),
  } as const;
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [part, clue, weight] = line.split("\t");
    const own: Map<string, number> | undefined = parts[part as keyof ActWeights];
    if (!own || clue === undefined || !weight || !Number.isFinite(Number(weight)))
      throw new Error(`acts.tsv line ${i + 1}: part, clue and weight expected`);
    own.set(clue, Number(weight));
  }
  return parts;
}
