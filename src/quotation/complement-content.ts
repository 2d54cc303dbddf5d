import type { Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { WordRange } from "./attribution.js";
import { type CueContext, rangeAfter, rangeOf } from "./cue-context.js";
import { complementFrame, markerOf } from "./frames.js";

const OBJECTS = new Set(["obj", "iobj", "nsubj:pass"]);
const RELATIVE = new Set(["what", "which", "who", "that"]);
const REASONS = new Set(["as", "for", "of", "over", "with"]);

/** "called the plan a disaster": the object and what it is called; the latter alone where "what" is the object. */
export function predicateContent(
  context: CueContext,
  kids: readonly Word[],
  predicate: Word,
): readonly WordRange[] | undefined {
  const object = kids.find((c) => OBJECTS.has(c.deprel) && c !== predicate);
  if (!object) return undefined;
  const relative = object.upos === "PRON" && RELATIVE.has(object.form.toLowerCase());
  return relative ? [rangeOf(context, predicate)] : [rangeOf(context, object), rangeOf(context, predicate)];
}

/**
 * An infinitive or gerund with who is to do it: "urged China to go", and in the passive "is expected to go" with the
 * surface subject, which belongs to it.
 */
export function openClauseContent(
  context: CueContext,
  cue: Word,
  kids: readonly Word[],
  clause: Word,
): readonly WordRange[] {
  const own = rangeAfter(context, cue, clause);
  if (context.cues.addressing.has(cue.lemma.toLowerCase())) return [own];
  const between = (c: Word) => c.index > cue.index && c.index < clause.index;
  const object = kids.find((c) => (c.deprel === "obj" || c.deprel === "iobj") && between(c));
  if (object) return [[context.reach.first[object.index]!, own[1]]];
  const raised = kids.find((c) => c.deprel === "nsubj:pass");
  const agent = kids.some((c) => c.deprel === "obl:agent");
  return raised && !agent ? [rangeOf(context, raised), own] : [own];
}

/**
 * What stands behind the preposition of `phrase`, with the object before it ("accused China of cheating") and the
 * infinitive behind it ("called on China to go").
 */
export function prepositionContent(
  context: CueContext,
  cue: Word,
  kids: readonly Word[],
  phrase: Word,
): readonly WordRange[] {
  const { analysis, reach } = context;
  const preposition = markerOf(analysis, phrase)!;
  const asks = preposition.lemma === "on" || preposition.lemma === "for";
  const infinitive = asks
    ? kids.find((c) => c.index > phrase.index && complementFrame(analysis, c, kids) === "infinitive")
    : undefined;
  const last = reach.last[(infinitive ?? phrase).index]!;
  const object = kids.find((c) => c.deprel === "obj" && c.index > cue.index && c.index < phrase.index);
  if (object) return [[reach.first[object.index]!, last]];
  const own: WordRange = [preposition.index + 1, last];
  const subject = preposition.lemma === "as" ? kids.find((c) => c.deprel === "nsubj:pass") : undefined;
  return subject ? [rangeOf(context, subject), own] : [own];
}

/** An object with what is said of it: "criticized China for trading". */
export function objectContent(context: CueContext, kids: readonly Word[], object: Word): WordRange {
  const { analysis, reach } = context;
  const [first, last] = rangeOf(context, object);
  const next = kids.find((c) => reach.first[c.index] === last && isAdjunct(c));
  const marker = next && markerOf(analysis, next);
  const goesOn = marker?.index === last && REASONS.has(marker.form.toLowerCase());
  return next && goesOn ? [first, reach.last[next.index]!] : [first, last];
}

function isAdjunct(word: Word): boolean {
  return relation(word) === "obl" || word.deprel === "advcl" || word.deprel === "xcomp";
}

/** The first object of a verb, behind it or as its passive subject; not "himself". */
export function objectOf(context: CueContext, cue: Word): Word | undefined {
  const object = children(context.analysis, cue).find(
    (c) => (c.deprel === "obj" && c.index > cue.index) || c.deprel === "nsubj:pass",
  );
  return object && /sel(?:f|ves)$/i.test(object.form) ? undefined : object;
}
