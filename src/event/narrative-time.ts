import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { actOfCue } from "../quotation/cue-acts.js";
import { loadCues } from "../quotation/cues.js";
import { rangeWithin } from "../record/within.js";
import { clauseOf, headOf } from "../time/clause-time.js";
import type { When } from "../time/when.js";

/** Sentences before an act in which its day may be told; a pronoun takes up less. */
const REACH = 8;
const REACH_OF_PRONOUN = 2;
/** What a narrative stays in: an hour passes with the sentence, a year says little. */
const CARRIED: ReadonlySet<When["grain"]> = new Set(["day", "week", "month"]);

/**
 * The day of the narrative that an act belongs to: index in `times` of the only date that the nearest sentence before it
 * with such a date tells of in the simple past ("On Monday the army crossed the river. It took the bridge."), at most
 * eight sentences back. The act heads its sentence, is told in the simple past too and has no date of its own; whoever
 * acts is named beside the date or is a pronoun for it. A day of saying is that of other words of saying alone; a week or
 * month lasts for the next sentence only. Undefined where any of this does not hold.
 */
export function narrativeTime(analysis: Analysis, times: readonly When[], anchor: Word): number | undefined {
  const above = anchor.deprel === "conj" ? governor(analysis, anchor) : anchor;
  if (above?.deprel !== "root" || !isSimplePast(analysis, anchor)) return undefined;
  const subject = subjectOf(analysis, anchor) ?? subjectOf(analysis, above);
  if (!subject) return undefined;
  const last = anchor.sentence;
  if (datesIn(analysis, times, last).length > 0) return undefined;
  const reach = subject.upos === "PRON" ? REACH_OF_PRONOUN : REACH;
  for (let before = last - 1; before >= Math.max(0, last - reach); before--) {
    const told = datesIn(analysis, times, before).filter((d) => pastVerbOf(analysis, times[d]!, before));
    if (told.length === 0) continue;
    const time = times[told[0]!]!;
    const verb = pastVerbOf(analysis, time, before)!;
    const fits =
      told.length === 1 &&
      (time.grain === "day" || before === last - 1) &&
      (isSaying(anchor) || !isSaying(verb)) &&
      isTakenUp(analysis, subject, before);
    return fits ? told[0] : undefined;
  }
  return undefined;
}

/** The dates and times of day of a sentence. */
function datesIn(analysis: Analysis, times: readonly When[], sentence: number): number[] {
  const { first, last } = rangeWithin(times, analysis.sentences[sentence]!);
  const found: number[] = [];
  for (let i = first; i < last; i++)
    if (times[i]!.type === "DATE" || times[i]!.type === "TIME") found.push(i);
  return found;
}

/** The verb in the simple past that a date belongs to; undefined for an hour or a year. */
function pastVerbOf(analysis: Analysis, time: When, sentence: number): Word | undefined {
  if (!CARRIED.has(time.grain) || time.signal === "since" || time.value.endsWith("_REF")) return undefined;
  const { first, last } = analysis.sentences[sentence]!;
  const head = headOf(analysis, time, first, last);
  const verb = head && analysis.words[clauseOf(analysis, head)];
  // "The woman whom he met on Monday": an aside.
  const aside = verb && relation(verb) === "acl";
  return verb && !aside && isSimplePast(analysis, verb) ? verb : undefined;
}

function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  return children(analysis, verb).find((c) => relation(c) === "nsubj");
}

/** "It", "the army": the subject is somebody or something of the sentence that tells the day. */
function isTakenUp(analysis: Analysis, subject: Word, sentence: number): boolean {
  if (subject.upos === "PRON") return subject.xpos === "PRP";
  const { first, last } = analysis.sentences[sentence]!;
  return analysis.words.slice(first, last).some((w) => w.lemma === subject.lemma && w.upos === subject.upos);
}

function auxiliaries(analysis: Analysis, verb: Word): readonly Word[] {
  return children(analysis, verb).filter((c) => relation(c) === "aux");
}

/** "Crossed", "was crossed"; "had crossed" and "could cross" are not. */
function isSimplePast(analysis: Analysis, word: Word): boolean {
  if (word.upos !== "VERB") return false;
  const before = auxiliaries(analysis, word);
  if (before.some((c) => c.xpos === "MD" || c.lemma === "have")) return false;
  return word.xpos === "VBD" || (word.xpos === "VBN" && before.some((c) => c.xpos === "VBD"));
}

function isSaying(word: Word): boolean {
  return actOfCue(loadCues(), word) !== undefined;
}
