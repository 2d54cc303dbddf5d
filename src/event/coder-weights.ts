import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { PLV_CLASSES } from "./crosswalk.js";
import { PAIR_ROLES } from "./pair-words.js";
import { PAIR_FEATURES } from "./role-candidates.js";

const WEIGHTS = fileURLToPath(new URL("../../models/en/coding.json", import.meta.url));

/**
 * The classes; whether the words tell of an act at all, among words that the codebook takes for one (EVENT) and among all
 * that a report says (TOLD).
 */
export const EVIDENCE_COLUMNS = [...PLV_CLASSES, "EVENT", "TOLD"] as const;
/** What a word says of the roles: as the head of a source, as that of a target, as a word that joins the two. */
export const ROLE_COLUMNS = ["SOURCE", "TARGET", "JOINS"] as const;

const schema = z.strictObject({
  /** Weight of the mean evidence of each group of words. */
  roles: z.record(z.enum(PAIR_ROLES), z.number()),
  /** Added to each column of the evidence. */
  offsets: z.record(z.enum(EVIDENCE_COLUMNS), z.number()),
  /** What the places of a source and a target in the sentence say for the pair; in logarithms of odds. */
  pairs: z.record(z.enum(PAIR_FEATURES), z.number()),
  /** How much the learned scores count where the codebook has a say, too. */
  scale: z.number().positive(),
  /** What the codebook's word is worth, by how its act is tied to the pair; in logarithms of odds. */
  trust: z.strictObject({
    joined: z.number(),
    "one side": z.number(),
    nearby: z.number(),
    "weak cue": z.number(),
  }),
});

/** The learned coder's small weights; the large ones, from words to evidence, are part of the encoder. */
export type CoderWeights = z.infer<typeof schema>;

let loaded: CoderWeights | undefined;

/** Reads `models/en/coding.json` once. Throws where it is not in its format. */
export function loadCoderWeights(): CoderWeights {
  loaded ??= schema.parse(JSON.parse(readFileSync(WEIGHTS, "utf8")));
  return loaded;
}
