import type { Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Candidate } from "./attribution.js";
import { type CueContext, rangeAfter } from "./cue-context.js";
import type { FrameActs } from "./cues.js";
import { complementFrame, isContentClause, isPrepositionFrame, isStance, nounFrame } from "./frames.js";

/** "the claim that ...", "a call for ...", "its threat to ...": a noun of the cue list with its content. */
export function nounCandidate(context: CueContext, noun: Word, frames: FrameActs): Candidate | undefined {
  for (const child of children(context.analysis, noun)) {
    const frame = child.index < noun.index ? undefined : nounFrame(context.analysis, child);
    const act = frame && frames.get(frame);
    if (!act) continue;
    const [first, last] = rangeAfter(context, noun, child);
    // "had no comment on the report"
    const silent =
      context.cues.commenting.has(noun.lemma) &&
      children(context.analysis, noun).some((c) => c.deprel === "det" && c.lemma === "no");
    return {
      cue: noun,
      first: noun.index,
      last: noun.index + 1,
      act: silent ? "refuses to comment" : act,
      content: [[isPrepositionFrame(frame) ? first + 1 : first, last]],
      stance: !silent && isStance(act, frame),
      unsaid: false,
      takesQuotations: undefined,
      sourceFrom: { by: "holder", word: noun },
      rule: `noun with ${frame}`,
    };
  }
  return undefined;
}

/** "confident that ...", "eager to ...": an adjective of the cue list with its content. */
export function adjectiveCandidate(
  context: CueContext,
  adjective: Word,
  frames: FrameActs,
): Candidate | undefined {
  const kids = children(context.analysis, adjective);
  for (const child of kids) {
    if (child.index < adjective.index) continue;
    const clause = isContentClause(context.analysis, child);
    const frame = clause ? "clause" : complementFrame(context.analysis, child, kids);
    const act = frame && frames.get(frame);
    if (!act) continue;
    return {
      cue: adjective,
      first: adjective.index,
      last: adjective.index + 1,
      act,
      content: [rangeAfter(context, adjective, child)],
      stance: isStance(act, frame),
      unsaid: kids.some((c) => c.deprel === "advmod" && (c.lemma === "not" || c.lemma === "never")),
      takesQuotations: undefined,
      sourceFrom: { by: "subject", word: adjective },
      rule: `adjective with ${frame}`,
    };
  }
  return undefined;
}
