import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Attribution, Candidate } from "./attribution.js";
import type { Extents } from "./extent.js";
import { waysOfPassingOn } from "./passing-on.js";
import { phrase } from "./phrase.js";
import { caseForm, isPassive } from "./subject.js";

/** How, on which occasion and to whom something was said, as the words beside its cue tell. */
export interface Setting {
  readonly medium?: Span;
  /** The medium's head, where it is a noun: "statement". */
  readonly mediumHead?: Word;
  readonly venue?: Span;
  readonly venueHead?: Word;
  /** Who is spoken to. */
  readonly addressee?: Span;
  readonly addresseeHead?: Word;
}

const ADVERBIALS = new Set(["obl", "advmod", "nmod"]);

/** The setting of an attribution with a cue: from phrases beside the cue, beside the source, and of "speaking at ...". */
export function findSetting(analysis: Analysis, reach: Extents, attribution: Attribution): Setting {
  const { cue, source } = attribution;
  if (!cue) return {};
  const ways = waysOfPassingOn();
  const around = wordsOfSaying(analysis, cue);
  const beside = [
    ...around.flatMap((word) => children(analysis, word)),
    ...(source ? apart(analysis, cue, source.head) : []),
  ];
  let mediumHead = source?.medium;
  let venueHead: Word | undefined;
  for (const child of beside) {
    if (!ADVERBIALS.has(relation(child))) continue;
    for (const word of [child, ...children(analysis, child).filter((c) => relation(c) === "nmod")]) {
      if (!mediumHead && isMedium(analysis, word)) mediumHead = word;
      else if (!venueHead && isVenue(analysis, word)) venueHead = word;
    }
  }
  let addressee = spokenTo(analysis, cue, around);
  const told = addressee?.lemma.toLowerCase() ?? "";
  if (ways.venues.has(told) && !ways.bodies.has(told)) {
    venueHead ??= addressee;
    addressee = undefined;
  }
  addressee ??= mediumHead && partner(analysis, mediumHead);
  const spanOf = (head: Word): Span => ({
    start: phrase(analysis, reach, head).start,
    end: endOfName(analysis, head),
  });
  const ownMedium = ways.verbs.has(cue.cue.lemma.toLowerCase()) && cue.cue.upos === "VERB";
  return {
    ...(mediumHead
      ? { medium: spanOf(mediumHead), mediumHead }
      : ownMedium
        ? { medium: { start: cue.cue.start, end: cue.cue.end } }
        : {}),
    ...(venueHead ? { venue: spanOf(venueHead), venueHead } : {}),
    ...(addressee
      ? {
          addressee: behindCue(cue.cue, addressee, phrase(analysis, reach, addressee)),
          addresseeHead: addressee,
        }
      : {}),
  };
}

/** The cue, the verb that it completes ("quoted as saying", "went on to say") and participles of speaking beside them. */
export function wordsOfSaying(analysis: Analysis, { cue }: Candidate): readonly Word[] {
  const { speaking } = waysOfPassingOn();
  const out = [cue];
  const above = governor(analysis, cue);
  const as = children(analysis, cue).some((c) => c.lemma === "as" && c.index < cue.index);
  if (above?.upos === "VERB" && (cue.deprel === "xcomp" || as)) out.push(above);
  for (const word of [...out]) {
    for (const child of children(analysis, word)) {
      if (child.deprel === "advcl" && child.xpos === "VBG" && speaking.has(child.lemma)) out.push(child);
    }
  }
  return out;
}

/** What stands beside the source between commas, or belongs to the source of "according to". */
function apart(analysis: Analysis, cue: Candidate, source: Word): readonly Word[] {
  return children(analysis, source).filter((child) => {
    if (child.index < source.index) return false;
    if (cue.sourceFrom.by === "itself") return true;
    const first = children(analysis, child).reduce((least, c) => Math.min(least, c.index), child.index);
    return analysis.words[first - 1]?.form === "," || analysis.words[first]?.form === ",";
  });
}

/** Whom a cue's verb is said to: its object ("told reporters"), in the passive its subject, or a phrase with "to". */
function spokenTo(analysis: Analysis, cue: Candidate, around: readonly Word[]): Word | undefined {
  const { addressed, addressedWithClause, addressedTo } = waysOfPassingOn();
  const word = cue.cue;
  const kids = children(analysis, word);
  if (word.upos !== "VERB") return undefined;
  const lemma = word.lemma.toLowerCase();
  const clause = kids.find(isClause);
  if (addressed.has(lemma) || (addressedWithClause.has(lemma) && (clause || cue.content.length === 0))) {
    const passive = isPassive(analysis, word);
    const objects = kids.filter((c) =>
      passive ? c.deprel === "nsubj:pass" : c.deprel === "iobj" || c.deprel === "obj",
    );
    const named = (c: Word) => !isInContent(cue, c) || c.index < (clause?.index ?? 0);
    const object = objects.find((c) => c.deprel === "iobj") ?? objects.find(named);
    if (object) return object;
  }
  // "called on China to go"
  const called =
    lemma === "call" && kids.find((c) => relation(c) === "obl" && caseForm(analysis, c) === "on");
  if (called) return called;
  return around
    .flatMap((w) => children(analysis, w))
    .find((c) => relation(c) === "obl" && addressedTo.has(caseForm(analysis, c)) && !isInContent(cue, c));
}

function isClause(word: Word): boolean {
  return word.deprel === "ccomp" || word.deprel === "xcomp" || word.deprel === "advcl";
}

function isInContent(cue: Candidate, word: Word): boolean {
  return cue.content.some(([first, last]) => first <= word.index && word.index < last);
}

/** "a letter to the Council", "an interview with the BBC": who stands at the other end. */
function partner(analysis: Analysis, medium: Word): Word | undefined {
  const { addressedTo, sharedWith } = waysOfPassingOn();
  const shared = sharedWith.has(medium.lemma.toLowerCase());
  const above = governor(analysis, medium);
  const beside = above ? children(analysis, above).filter((c) => c.index > medium.index) : [];
  const phrases = [...children(analysis, medium), ...beside];
  return phrases.find((c) => {
    if (relation(c) !== "nmod" && relation(c) !== "obl") return false;
    const preposition = caseForm(analysis, c);
    return addressedTo.has(preposition) || (shared && preposition === "with");
  });
}

/** The span without words that the tree put there from before the cue. */
function behindCue(cue: Word, head: Word, span: Span): Span {
  return head.index > cue.index && span.start < cue.end ? { start: head.start, end: span.end } : span;
}

/** The end of the phrase without what is added to it: "a statement" of "a statement on Monday". */
function endOfName(analysis: Analysis, head: Word): number {
  return children(analysis, head).reduce(
    (end, c) => (c.deprel === "flat" ? Math.max(end, c.end) : end),
    head.end,
  );
}

function isMedium(analysis: Analysis, word: Word): boolean {
  const { prepositions, names, media } = waysOfPassingOn();
  if (!prepositions.has(caseForm(analysis, word))) return false;
  if (word.upos === "PROPN") {
    return (
      names.has(word.form) || children(analysis, word).some((c) => c.deprel === "flat" && names.has(c.form))
    );
  }
  return media.has(word.lemma.toLowerCase());
}

function isVenue(analysis: Analysis, word: Word): boolean {
  const { venuePrepositions, venues } = waysOfPassingOn();
  if (word.upos !== "NOUN" && word.upos !== "PROPN") return false;
  return venues.has(word.lemma.toLowerCase()) && venuePrepositions.has(caseForm(analysis, word));
}
