import type { Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { WordRange } from "./attribution.js";
import { type CueContext, rangeAfter, rangeOf, rangesAround } from "./cue-context.js";
import { markerOf } from "./frames.js";
import { isPassive } from "./subject.js";

/** What follows them behind "X, he said, ..." is the report's own. */
const CONTRASTS = new Set(["while", "whereas"]);
const RELATIVE = new Set(["WDT", "WP", "WP$", "WRB"]);
const SUBJECT_LIKE = new Set(["obj", "iobj", "nsubj", "appos", "dep", "obl:unmarked"]);
const BEHIND_TIME = new Set(["PRON", "PROPN", "DET", "NOUN", "ADJ", "NUM", "PUNCT"]);
const COMPLEMENTS = new Set(["obj", "xcomp", "ccomp", "advcl"]);
const BESIDE = new Set(["parataxis", "appos", "dep"]);
/** Children of a cue that stand in its own clause, however far they reach. */
const LOOSE = new Set(["conj", "cc", "advcl", "parataxis"]);

/** The content of a cue with content clauses: those that are speech, else the first behind the cue. */
export function clauseContent(
  context: CueContext,
  cue: Word,
  clauses: readonly Word[],
): readonly WordRange[] {
  const speech = clauses.length > 1 ? clauses.filter((c) => context.isQuoted(c.index)) : [];
  if (speech.length > 0) {
    return speech.flatMap((c) => oneClause(context, cue, c)).sort((a, b) => a[0] - b[0]);
  }
  return oneClause(context, cue, clauses.find((c) => c.index > cue.index) ?? clauses[0]!);
}

function oneClause(context: CueContext, cue: Word, clause: Word): readonly WordRange[] {
  if (clause.index > cue.index) return clauseBehind(context, cue, clause);
  const [first, last] = rangeOf(context, clause);
  const own = cueClause(context, cue, clause);
  const before: WordRange = [first, Math.min(last, own[0])];
  // "X, he said, Y": the clause goes on behind the cue only where a comma says so.
  const next = context.analysis.words[own[1] + 1]?.form.toLowerCase() ?? "";
  const goesOn = context.analysis.words[own[1]]?.upos === "PUNCT" && last > own[1] && !CONTRASTS.has(next);
  return goesOn ? [before, [own[1], last]] : [before];
}

/** A clause behind its cue, with a subject that the tree hung on the cue, without a time that belongs to the cue. */
function clauseBehind(context: CueContext, cue: Word, clause: Word): readonly WordRange[] {
  const { analysis, cues, reach } = context;
  const siblings = children(analysis, cue);
  const own = children(analysis, clause);
  let [first, last] = rangeAfter(context, cue, clause);
  const mark = own.find((c) => c.deprel === "mark" && c.index > cue.index);
  if (mark && mark.index > first && mark.index < clause.index) first = mark.index;
  else first = behindTime(context, first, clause.index);

  const subjects = siblings.filter((c) => c.deprel === "nsubj" && c.index < cue.index);
  const [topic] = subjects;
  // "The border, the ministry said, will stay closed": the first of two subjects belongs to the content.
  if (topic && subjects.length > 1 && reach.last[topic.index]! < reach.first[subjects.at(-1)!.index]!) {
    return [rangeOf(context, topic), [first, last]];
  }
  const subject = own.find((c) => relation(c) === "nsubj");
  if (subject && subject.index < cue.index && !RELATIVE.has(subject.xpos)) {
    return [rangeOf(context, subject), [first, last]];
  }
  if (subject || mark || cues.addressing.has(cue.lemma.toLowerCase())) return [[first, last]];
  const stray = siblings.find(
    (c) => c.index > cue.index && c.index < clause.index && SUBJECT_LIKE.has(c.deprel),
  );
  if (stray) first = Math.min(first, reach.first[stray.index]!);
  return [[first, last]];
}

/** "said on Wednesday it had": the time right behind a cue tells when it was said. */
function behindTime({ analysis, timeEnds }: CueContext, first: number, head: number): number {
  const { words } = analysis;
  const end = timeEnds.get(words[first]!.upos === "ADP" ? first + 1 : first);
  const next = end === undefined ? undefined : words[end];
  return end !== undefined && next && end <= head && BEHIND_TIME.has(next.upos) ? end : first;
}

/** The words of the cue's own clause when its content is taken out: "said", its subject, its time. */
function cueClause({ analysis, reach }: CueContext, cue: Word, content: Word): WordRange {
  let first = cue.index;
  let last = cue.index + 1;
  for (const child of children(analysis, cue)) {
    if (child === content || child.deprel === "punct") continue;
    first = Math.min(first, Math.max(reach.first[child.index]!, content.index + 1));
    if (!LOOSE.has(relation(child))) last = Math.max(last, reach.last[child.index]!);
  }
  return [first, last];
}

/** "X, he said, Y" and "as he said, X": the clause that the cue's clause is put into. */
export function parentheticalContent(context: CueContext, cue: Word): readonly WordRange[] | undefined {
  const { analysis } = context;
  const kids = children(analysis, cue);
  const content = governor(analysis, cue);
  if (!content) return undefined;
  const complete = kids.some(
    (c) => COMPLEMENTS.has(relation(c)) || (c.deprel === "mark" && c.lemma !== "as"),
  );
  if (complete) return undefined;
  const subject = kids.some((c) => relation(c) === "nsubj");
  const inserted = cue.deprel === "parataxis" && subject;
  const as =
    cue.deprel === "advcl" &&
    cue.xpos !== "VBG" &&
    markerOf(analysis, cue)?.lemma === "as" &&
    (subject || isPassive(analysis, cue));
  if (!inserted && !as) return undefined;
  const [before, behind] = rangesAround(context, content, cue);
  return isAside(context, content, behind) ? [before] : [before, behind];
}

/** "..., the ministry said, without giving details": what is told of the saying, not of what is said. */
function isAside({ analysis }: CueContext, content: Word, range: WordRange): boolean {
  const child = children(analysis, content).find((c) => c.index >= range[0] && c.deprel !== "punct");
  if (child?.deprel !== "advcl" || child.xpos !== "VBG") return false;
  const mark = children(analysis, child).find((c) => c.deprel === "mark");
  return !mark || mark.lemma === "without";
}

/** "He said: X", where the tree puts X beside the cue. */
export function colonContent(context: CueContext, cue: Word): readonly WordRange[] | undefined {
  const { words } = context.analysis;
  for (const child of children(context.analysis, cue)) {
    if (child.index < cue.index || !BESIDE.has(child.deprel)) continue;
    const [first, last] = rangeOf(context, child);
    if (words[first]!.form === ":" || words[first - 1]?.form === ":") return [[first, last]];
  }
  return undefined;
}
