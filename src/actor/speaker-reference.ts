import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Candidates } from "./candidates.js";
import { type Draft, textOf } from "./draft.js";
import type { Resolution } from "./resolution.js";

/** True for roles of those who speak for a body, whatever it is. */
export function isSpeaker(role: string): boolean {
  return SPEAKERS.has(role);
}

/** "A spokesman said": whoever speaks for a body that is not named speaks for the last one named, no outlet. */
export function resolveSpeaker(
  analysis: Analysis,
  candidates: Candidates,
  draft: Draft,
  word: Word,
): Resolution | undefined {
  if (children(analysis, word).some((c) => relation(c) === "compound")) return undefined;
  for (const { draft: of, sentence, pronoun } of candidates.before(word, 1)) {
    if (sentence < word.sentence - SENTENCES_BACK) return undefined;
    if (pronoun || of?.actors.length !== 1 || of.sort !== "body") continue;
    const [actor] = of.actors;
    if (!actor!.agency || actor!.sector === "MED") continue;
    return {
      actors: of.actors,
      by: `${draft.by}, of the last body before it: "${textOf(analysis, of)}"`,
      antecedent: of,
    };
  }
  return undefined;
}

const SENTENCES_BACK = 2;
const SPEAKERS: ReadonlySet<string> = new Set(["spokesman", "spokeswoman", "spokesperson", "spokespeople"]);
