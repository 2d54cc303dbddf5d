import type { Word } from "../language/analysis.js";
import type { Candidate } from "./attribution.js";
import type { CueContext } from "./cue-context.js";
import { adjectiveCandidate, nounCandidate } from "./noun-cues.js";
import { phraseCandidate, prepositionCandidate } from "./phrase-cues.js";
import { verbCandidate } from "./verb-cues.js";

/**
 * The words of saying of an analysis with what each attributes, in text order. Words inside quotations are left out:
 * what is said there is the speaker's own affair.
 */
export function findCandidates(context: CueContext, isRead: (word: number) => boolean): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const word of context.analysis.words) {
    if (context.isQuoted(word.index) || !isRead(word.index)) continue;
    const candidate = readCue(context, word);
    if (candidate) out.push(candidate);
  }
  return out;
}

/** The word as a cue with what it attributes; undefined where the cue list does not have it with what stands here. */
export function readCue(context: CueContext, word: Word): Candidate | undefined {
  const { verbs, nouns, adjectives, phrases } = context.cues;
  switch (word.upos) {
    case "ADP":
      return prepositionCandidate(context, word);
    case "VERB":
    case "AUX": {
      const frames = verbs.get(word.lemma.toLowerCase());
      return prepositionCandidate(context, word) ?? (frames && verbCandidate(context, word, frames));
    }
    case "ADJ": {
      const frames = adjectives.get(word.lemma.toLowerCase());
      return frames && adjectiveCandidate(context, word, frames);
    }
    case "NOUN": {
      const lemma = word.lemma.toLowerCase();
      const frames = nouns.get(lemma);
      const act = phrases.get(lemma);
      return (frames && nounCandidate(context, word, frames)) ?? (act && phraseCandidate(context, word, act));
    }
    default:
      return undefined;
  }
}
