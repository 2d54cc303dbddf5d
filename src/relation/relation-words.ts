import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const words = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  nouns: z.array(
    z.strictObject({
      relation: z.string(),
      lemmas: words,
      with: words.optional(),
      to: z.enum(["organisation", "any"]),
      example: z.string(),
    }),
  ),
  copulas: words,
  former: words,
  forces: words,
  "no-forces": words,
  verbs: z.array(
    z.strictObject({
      relation: z.string(),
      lemmas: words,
      forces: z.enum(["subject", "object", "alone"]),
      hosted: z.boolean().optional(),
      example: z.string(),
    }),
  ),
});

/** A noun that somebody holds and that is somebody else's. */
export interface RelationNoun {
  readonly relation: string;
  /** Words of which one must stand before it; undefined for none. */
  readonly with: ReadonlySet<string> | undefined;
  readonly organisation: boolean;
}

/** A verb that tells where forces are, or forces that have a place themselves. */
export interface RelationVerb {
  readonly relation: string;
  readonly forces: "subject" | "object" | "alone";
  /** The subject is where the forces are, not whose they are. */
  readonly hosted: boolean;
}

/** knowledge/relations.yaml by lemma. */
export interface RelationWords {
  readonly nouns: ReadonlyMap<string, readonly RelationNoun[]>;
  readonly verbs: ReadonlyMap<string, readonly RelationVerb[]>;
  readonly copulas: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  readonly forces: ReadonlySet<string>;
  /** Words before one of these that make it no soldiers. */
  readonly noForces: ReadonlySet<string>;
}

let loaded: RelationWords | undefined;

/** The words of knowledge/relations.yaml, read once; throws where the file has another shape. */
export function relationWords(): RelationWords {
  if (loaded) return loaded;
  const file = source();
  loaded = {
    nouns: byLemma(file.nouns, (noun) => ({
      relation: noun.relation,
      with: noun.with && new Set(noun.with),
      organisation: noun.to === "organisation",
    })),
    verbs: byLemma(file.verbs, ({ relation, forces, hosted = false }) => ({ relation, forces, hosted })),
    copulas: new Set(file.copulas),
    former: new Set(file.former),
    forces: new Set(file.forces),
    noForces: new Set(file["no-forces"]),
  };
  return loaded;
}

/** Each entry with the example that it is for, for the test that runs them. */
export function relationExamples(): { readonly relation: string; readonly example: string }[] {
  const { nouns, verbs } = source();
  return [...nouns, ...verbs].map(({ relation, example }) => ({ relation, example }));
}

function source() {
  return schema.parse(
    parse(readFileSync(new URL("../../knowledge/relations.yaml", import.meta.url), "utf8")),
  );
}

function byLemma<T extends { readonly lemmas: readonly string[] }, U>(
  entries: readonly T[],
  made: (entry: T) => U,
): Map<string, U[]> {
  const table = new Map<string, U[]>();
  for (const entry of entries)
    for (const lemma of entry.lemmas) table.set(lemma, [...(table.get(lemma) ?? []), made(entry)]);
  return table;
}
