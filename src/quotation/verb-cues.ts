import type { Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import type { Candidate, WordRange } from "./attribution.js";
import { clauseContent, colonContent, parentheticalContent } from "./clause-content.js";
import {
  objectContent,
  objectOf,
  openClauseContent,
  predicateContent,
  prepositionContent,
} from "./complement-content.js";
import type { CueContext } from "./cue-context.js";
import type { Act, Frame, FrameActs } from "./cues.js";
import { complementFrame, isContentClause, isStance, markerOf } from "./frames.js";
import { quotedContent, quotesAs } from "./quoted-as.js";

const NEGATIONS = new Set(["not", "never", "n't"]);
const REFUSING = new Set(["will", "would"]);
const MODALS = new Set(["can", "could", "may", "might", "must", "should", "will", "shall", "ought"]);

/**
 * A verb of the cue list with its content: a content clause, else another complement that the list allows, else the
 * clause that it is put into, else nothing yet, where direct speech may be its content.
 */
export function verbCandidate(context: CueContext, cue: Word, frames: FrameActs): Candidate | undefined {
  if (quotesAs(context, cue)) return undefined;
  return (
    withClause(context, cue, frames) ??
    withComplement(context, cue, frames) ??
    withObject(context, cue, frames) ??
    besideContent(context, cue, frames)
  );
}

function withClause(context: CueContext, cue: Word, frames: FrameActs): Candidate | undefined {
  const act = frames.get("clause");
  if (!act) return undefined;
  const clauses = children(context.analysis, cue).filter((c) => isContentClause(context.analysis, c));
  if (clauses.length === 0) return undefined;
  return candidate(context, cue, frames, act, "clause", clauseContent(context, cue, clauses));
}

function withComplement(context: CueContext, cue: Word, frames: FrameActs): Candidate | undefined {
  const kids = children(context.analysis, cue);
  for (const child of kids) {
    if (child.index < cue.index) continue;
    const frame = complementFrame(context.analysis, child, kids);
    const act = frame && frames.get(frame);
    if (!act) continue;
    if (frame === "predicate") {
      const content = predicateContent(context, kids, child);
      if (content) return candidate(context, cue, frames, act, frame, content);
    } else if (frame === "infinitive" || frame === "gerund") {
      const content = openClauseContent(context, cue, kids, child);
      const made = candidate(context, cue, frames, act, frame, content);
      const silent = act === "refuses" && !made.unsaid && isCommenting(context, child);
      return silent ? { ...made, act: "refuses to comment", stance: false } : made;
    } else {
      const content = prepositionContent(context, cue, kids, child);
      const made = candidate(context, cue, frames, act, frame, content);
      const joined = markerOf(context.analysis, child)!.index === made.last ? made.last + 1 : made.last;
      // "called on China to go" is a demand; "commented on China" says no more than what it was about.
      const demands =
        frame === "on" && act === "demands" && content.at(-1)![1] > context.reach.last[child.index]!;
      return { ...made, last: joined, stance: made.stance && !demands };
    }
  }
  return undefined;
}

function withObject(context: CueContext, cue: Word, frames: FrameActs): Candidate | undefined {
  const act = frames.get("object");
  const object = act && objectOf(context, cue);
  if (!object) return undefined;
  const content = objectContent(context, children(context.analysis, cue), object);
  return candidate(context, cue, frames, act, "object", [content]);
}

function besideContent(context: CueContext, cue: Word, frames: FrameActs): Candidate | undefined {
  const says = frames.get("clause");
  const act = says ?? frames.get("quotation");
  if (!act) return undefined;
  const quoted = says && quotedContent(context, cue);
  if (quoted) return candidate(context, cue, frames, act, "clause", quoted, "quoted as saying");
  const parenthetical = says && parentheticalContent(context, cue);
  if (parenthetical) return candidate(context, cue, frames, act, "clause", parenthetical, "parenthetical");
  const colon = says && colonContent(context, cue);
  if (colon) return candidate(context, cue, frames, act, "clause", colon, "colon");
  return candidate(context, cue, frames, act, "quotation", []);
}

function candidate(
  context: CueContext,
  cue: Word,
  frames: FrameActs,
  act: Act,
  frame: Frame,
  content: readonly WordRange[],
  rule: string = frame,
): Candidate {
  const kids = children(context.analysis, cue);
  const silent = refusesToSay(context, cue, kids);
  const particle = kids.find((c) => c.deprel === "compound:prt" && c.index === cue.index + 1);
  return {
    cue,
    first: cue.index,
    last: (particle ?? cue).index + 1,
    act: silent ? "refuses to comment" : act,
    content: content.filter((r) => r[1] > r[0]),
    stance: !silent && isStance(act, frame),
    unsaid: !silent && isUnsaid(context, cue),
    takesQuotations: frames.has("clause") ? "as object" : frames.has("quotation") ? "beside" : undefined,
    sourceFrom: { by: "subject", word: cue },
    rule,
  };
}

/** "say", "give details": what nobody does who refuses to comment. */
function isCommenting({ analysis, cues }: CueContext, verb: Word): boolean {
  const { verbs, objects } = cues.givingWords;
  const lemma = verb.lemma.toLowerCase();
  return (
    cues.commenting.has(lemma) ||
    (verbs.has(lemma) && children(analysis, verb).some((c) => c.deprel === "obj" && objects.has(c.lemma)))
  );
}

/** "would not say": what is not said, the refusal tells. */
function refusesToSay(context: CueContext, cue: Word, kids: readonly Word[]): boolean {
  return (
    isCommenting(context, cue) &&
    kids.some((c) => c.deprel === "advmod" && NEGATIONS.has(c.lemma.toLowerCase())) &&
    kids.some((c) => c.deprel === "aux" && REFUSING.has(c.lemma.toLowerCase()))
  );
}

/** "did not say", "may say", "plans to say"; but "went on to say" was said. */
function isUnsaid({ analysis, cues }: CueContext, cue: Word): boolean {
  const kids = children(analysis, cue);
  if (kids.some((c) => c.deprel === "advmod" && NEGATIONS.has(c.lemma.toLowerCase()))) return true;
  if (kids.some((c) => c.deprel === "aux" && MODALS.has(c.lemma.toLowerCase()))) return true;
  if (!kids.some((c) => c.deprel === "mark" && c.upos === "PART")) return false;
  const above = governor(analysis, cue);
  return (
    (cue.deprel !== "xcomp" && cue.deprel !== "advcl") ||
    !above ||
    !cues.continuing.has(above.lemma.toLowerCase())
  );
}
