import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Word } from "../language/analysis.js";
import { ACTS, type Act, type Cues, type FrameActs } from "./cues.js";

const classes = z.partialRecord(z.enum(ACTS), z.array(z.string()));
const fileSchema = z.strictObject({ verbs: classes, nouns: classes });
type CueActs = Readonly<Record<"verbs" | "nouns", ReadonlyMap<string, Act>>>;

let loaded: CueActs | undefined;

/** The lists of `knowledge/quotation/cue-acts.yaml`, read once. Throws a ZodError where the file does not have its shape. */
export function cueActs(): CueActs {
  if (loaded) return loaded;
  const path = new URL("../../knowledge/quotation/cue-acts.yaml", import.meta.url);
  const { verbs, nouns } = fileSchema.parse(parse(readFileSync(path, "utf8")));
  loaded = { verbs: byLemma(verbs), nouns: byLemma(nouns) };
  return loaded;
}

function byLemma(lists: z.infer<typeof classes>): ReadonlyMap<string, Act> {
  const out = new Map<string, Act>();
  for (const [act, lemmas] of Object.entries(lists)) {
    for (const lemma of lemmas) if (!out.has(lemma)) out.set(lemma, act as Act);
  }
  return out;
}

/**
 * What a word of saying does whatever hangs on it: the act of its clauses by the cue list, else that of its first frame
 * there, else its class in `cue-acts.yaml`; undefined for a word that neither lists.
 */
export function actOfCue(cues: Cues, word: Word): Act | undefined {
  const lemma = word.lemma.toLowerCase();
  const preposition = cues.prepositions.get(word.form.toLowerCase());
  if (preposition) return preposition.act;
  const listed = (frames: FrameActs | undefined) => frames?.get("clause") ?? frames?.values().next().value;
  switch (word.upos) {
    case "VERB":
    case "AUX":
      return listed(cues.verbs.get(lemma)) ?? cueActs().verbs.get(lemma);
    case "NOUN":
      return listed(cues.nouns.get(lemma)) ?? cueActs().nouns.get(lemma);
    case "ADJ":
      return listed(cues.adjectives.get(lemma));
    case "PUNCT":
      return "asserts";
    default:
      return undefined;
  }
}
