import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { wordsSchema } from "./codebook-schema.js";
import { STATUSES, type Status } from "./event.js";
import { CODEBOOK } from "./words.js";

/** The words of `codebook/status.yaml`, as tables from a word to the statuses that it speaks for. */
const listed = z.partialRecord(z.enum(STATUSES), wordsSchema);
const statusSchema = z.strictObject({
  modals: listed,
  "governors-of-clauses": listed,
  "governors-of-nouns": listed,
  adverbs: listed,
  adjectives: listed,
  conjunctions: listed,
  answers: wordsSchema,
  negations: wordsSchema,
  "conditions-of-refusal": wordsSchema,
  "adverbial-conjunctions": wordsSchema,
  "refusal-modals": wordsSchema,
  "refusal-governors": wordsSchema,
  "transparent-governors": wordsSchema,
  abilities: wordsSchema,
  occurrences: wordsSchema,
  "singling-out": wordsSchema,
});

type Table = ReadonlyMap<string, ReadonlySet<Status>>;

function table(source: z.infer<typeof listed>): Table {
  const out = new Map<string, Set<Status>>();
  for (const status of STATUSES) {
    for (const word of source[status] ?? []) out.set(word, (out.get(word) ?? new Set()).add(status));
  }
  return out;
}

/** The one status of a word; of two, "demanded" where the governor makes somebody else act ("wants China to press"). */
export function pick(statuses: ReadonlySet<Status> | undefined, othersAct: boolean): Status | undefined {
  if (!statuses) return undefined;
  if (statuses.has("demanded") && statuses.size > 1) {
    return othersAct ? "demanded" : [...statuses].find((s) => s !== "demanded");
  }
  return statuses.values().next().value;
}

const source = statusSchema.parse(parse(readFileSync(`${CODEBOOK}status.yaml`, "utf8")));
export const MODALS = table(source.modals);
export const OVER_CLAUSES = table(source["governors-of-clauses"]);
export const OVER_NOUNS = table(source["governors-of-nouns"]);
export const ADVERBS = table(source.adverbs);
export const ADJECTIVES = table(source.adjectives);
export const CONJUNCTIONS = table(source.conjunctions);
export const ANSWERS = new Set(source.answers);
export const NEGATIONS = new Set(source.negations);
export const CONDITIONS_OF_REFUSAL = new Set(source["conditions-of-refusal"]);
export const REFUSAL_MODALS = new Set(source["refusal-modals"]);
export const REFUSAL_GOVERNORS = new Set(source["refusal-governors"]);
export const ADVERBIAL = new Set(source["adverbial-conjunctions"]);
export const TRANSPARENT = new Set(source["transparent-governors"]);
export const ABILITIES = new Set(source.abilities);
export const OCCURRENCES = new Set(source.occurrences);
export const SINGLING_OUT = new Set(source["singling-out"]);
