import type { Analysis } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { Cues } from "./cues.js";
import { subjectOf } from "./subject.js";

/**
 * "He said that X, adding that Y", "said that X, but added that Y": where the tree hangs the second cue into X,
 * it is put back beside the first one, which gives it its speaker, and X ends before it.
 */
export function goOn(analysis: Analysis, cues: Cues, candidates: readonly Candidate[]): readonly Candidate[] {
  const out = [...candidates];
  const places = new Map(candidates.map((c, index) => [c.cue.index, index]));
  /** Candidates whose content is still open where the walk stands, the innermost last. */
  const open: number[] = [];
  for (let index = 0; index < out.length; index++) {
    const candidate = out[index]!;
    const at = candidate.cue.index;
    while (open.length > 0 && lastOf(out[open.at(-1)!]!) <= at) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && leaves(analysis, cues, candidate, out[outer]!, places)) {
      const speaker = out[outer]!;
      out[index] = { ...candidate, sourceFrom: speaker.sourceFrom, rule: `${candidate.rule}, goes on` };
      for (const o of open) out[o] = cutAt(analysis, out[o]!, at);
      open.length = 0;
    }
    if (out[index]!.content.some((r) => r[0] > at)) open.push(index);
  }
  return out;
}

function leaves(
  analysis: Analysis,
  cues: Cues,
  candidate: Candidate,
  outer: Candidate,
  places: ReadonlyMap<number, number>,
): boolean {
  const { cue } = candidate;
  if (!cues.goOn.has(cue.lemma.toLowerCase()) || cue.upos !== "VERB") return false;
  const kids = children(analysis, cue);
  if (kids.some((c) => relation(c) === "nsubj" || c.deprel === "mark")) return false;
  const above = governor(analysis, cue);
  if (!above || above === outer.cue || places.has(above.index)) return false;
  if (cue.deprel === "advcl") {
    const { words } = analysis;
    return cue.xpos === "VBG" && (words[cue.index - 1]?.form === "," || words[cue.index - 2]?.form === ",");
  }
  return cue.deprel === "conj" && cue.xpos === outer.cue.xpos && subjectOf(analysis, outer.cue) !== undefined;
}

function lastOf(candidate: Candidate): number {
  return candidate.content.reduce((last, r) => Math.max(last, r[1]), 0);
}

/** The candidate with its content ended before the word at `at` and what joins that word to it. */
function cutAt(analysis: Analysis, candidate: Candidate, at: number): Candidate {
  const content: WordRange[] = [];
  for (const [first, last] of candidate.content) {
    if (last <= at) content.push([first, last]);
    else if (first < at) {
      let end = at;
      while (end > first && ["PUNCT", "CCONJ", "ADV"].includes(analysis.words[end - 1]!.upos)) end--;
      if (end > first) content.push([first, end]);
    }
  }
  return { ...candidate, content };
}
