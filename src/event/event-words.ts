import type { Analysis, Word } from "../language/analysis.js";
import { children, relation, subtree } from "../language/tree.js";
import { cover, type Span } from "../record/span.js";
import type { Participant } from "./event.js";
import type { Match } from "./match-patterns.js";

const PARTS_OF_PHRASES = new Set(["det", "amod", "compound", "nummod", "flat", "nmod"]);

/** How many words may lie between a light verb and its noun for both to be the trigger: "launched a new missile test". */
const NEAR = 4;

/** The words that the act is told with: the verb with its particle, or the event noun with its light verb before it. */
export function triggerSpan(analysis: Analysis, match: Match): Span {
  const { trigger, anchor } = match.frame;
  const distance = trigger.index - anchor.index;
  if (trigger.upos === "NOUN" && distance > 0 && distance <= NEAR)
    return { start: anchor.start, end: trigger.end };
  const next = analysis.words[trigger.index + 1];
  const isParticle =
    next && next.deprel !== "case" && next.form.toLowerCase() === match.frame.entry.particles[0];
  return { start: trigger.start, end: isParticle ? next.end : trigger.end };
}

/** What the act was about, in the text's words; undefined where the pattern asks for nothing that is not its target. */
export function whatSpan(
  analysis: Analysis,
  match: Match,
  targets: readonly Participant[],
): Span | undefined {
  for (const group of match.what) {
    const head = group.words[0]!;
    if (group.slot === "clause") return clauseSpan(analysis, head);
    const span =
      group.words.length === 1
        ? trimmed(
            subtree(analysis, head).filter((w) => !(w.deprel === "case" && analysis.words[w.head] === head)),
          )
        : cover(group.words.map((w) => phraseSpan(analysis, w)));
    const isTarget = targets.some(
      (t) => t.actor.known && t.span?.start === span?.start && t.span?.end === span?.end,
    );
    if (span && !isTarget) return span;
  }
  return undefined;
}

/** A clause without the conjunction that opens it and the punctuation around it. */
export function clauseSpan(analysis: Analysis, head: Word): Span | undefined {
  const marks = new Set(children(analysis, head).filter((c) => c.deprel === "mark" && c.lemma !== "to"));
  return trimmed(subtree(analysis, head).filter((w) => !marks.has(w)));
}

/** A noun phrase without the clauses that hang on it. */
export function phraseSpan(analysis: Analysis, word: Word): Span {
  const words: Word[] = [word];
  for (const child of children(analysis, word)) {
    const kind = relation(child);
    if (PARTS_OF_PHRASES.has(kind)) words.push(...(kind === "nmod" ? subtree(analysis, child) : [child]));
  }
  return cover(words);
}

function trimmed(words: readonly Word[]): Span | undefined {
  let first = 0;
  let last = words.length;
  while (first < last && words[first]!.upos === "PUNCT") first++;
  while (last > first && words[last - 1]!.upos === "PUNCT") last--;
  return first === last ? undefined : { start: words[first]!.start, end: words[last - 1]!.end };
}
