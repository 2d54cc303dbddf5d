import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import {
  afterPreposition,
  answerer,
  caseOf,
  complement,
  indirectObject,
  object,
  possessors,
  strayed,
  subject,
  surfaceSubject,
} from "./clause.js";
import type { Entry } from "./codebook.js";
import { wordList } from "./words.js";

/** One pattern laid over one trigger: where its slots are to be looked for. */
export interface Frame {
  readonly analysis: Analysis;
  readonly entry: Entry;
  readonly trigger: Word;
  /** The verb that carries tense, negation and subject: the trigger, its light verb, or the verb under a modal. */
  readonly anchor: Word;
  readonly part: "verb" | "noun" | "adjective";
  /** The clause and the words that a preposition of the trigger itself ("call for") leads to. */
  readonly governed: { readonly words: readonly Word[]; readonly clause: Word | undefined };
}

/** Words of one slot; the first alternative that names somebody counts. */
export type Alternatives = readonly (readonly Word[])[];

const MEASURE_NOUNS = wordList("measure-nouns");
const DATES = wordList("dates");
const datesOf = new WeakMap<Analysis, ReadonlySet<number>>();

/** True for a word of a date or time, which follows "on" or "in" without being a party: "called on Friday". */
function isDate(analysis: Analysis, word: Word): boolean {
  let dates = datesOf.get(analysis);
  if (!dates) {
    const found = new Set<number>();
    for (const name of analysis.names) {
      if (name.type !== "DATE" && name.type !== "TIME") continue;
      for (let i = name.first; i < name.last; i++) found.add(i);
    }
    dates = found;
    datesOf.set(analysis, dates);
  }
  return dates.has(word.index) || DATES.has(word.lemma.toLowerCase());
}

/** Prepositions between a light verb and its event noun: "went on strike", "entered into talks", "came under attack". */
const CARRYING = new Set(["on", "in", "into", "under", "to"]);
const CLAUSE_TARGETS = ["with", "to", "against", "on", "from", "into", "for", "in", "of"];

/** "missiles" for "a series of missiles": the noun that a noun of quantity counts. */
export function counted(analysis: Analysis, noun: Word): Word {
  if (!MEASURE_NOUNS.has(noun.lemma)) return noun;
  return children(analysis, noun).find((c) => relation(c) === "nmod" && caseOf(analysis, c) === "of") ?? noun;
}

/** The noun of quantity above `noun` ("series" of "series of tests"), or `noun` itself. */
function quantity(analysis: Analysis, noun: Word): Word {
  const head = governor(analysis, noun);
  const counts = head && MEASURE_NOUNS.has(head.lemma) && relation(noun) === "nmod";
  return counts && caseOf(analysis, noun) === "of" ? head : noun;
}

/**
 * The light verb that carries an event noun: "made" of "made a visit", "issued" of "a warning issued by", "was" of
 * "is in talks with" (given as the noun itself, which is the predicate there).
 */
export function lightVerb(analysis: Analysis, noun: Word, light: ReadonlySet<string>): Word | undefined {
  let top = quantity(analysis, noun);
  for (let i = 0; i < 4 && top.deprel === "conj"; i++) top = governor(analysis, top) ?? top;
  const head = governor(analysis, top);
  const placed = relation(top) === "obl" && CARRYING.has(caseOf(analysis, top) ?? "");
  const carried = placed || ["obj", "nsubj:pass", "xcomp"].includes(top.deprel);
  if (head && head.upos === "VERB" && carried && light.has(head.lemma)) return head;
  for (const child of children(analysis, top)) {
    if (child.deprel === "cop" && light.has("be")) return top;
    if (relation(child) === "acl" && child.upos === "VERB" && light.has(child.lemma)) return child;
  }
  return undefined;
}

function opensWith(analysis: Analysis, noun: Word, particle: string): boolean {
  return children(analysis, noun).some((c) => c.deprel === "case" && c.form.toLowerCase() === particle);
}

/** What a particle list ("for" of "call for") leads to at `word`, or undefined where the particles are not there. */
export function governedBy(
  analysis: Analysis,
  word: Word,
  particles: readonly string[],
): Frame["governed"] | undefined {
  let words: Word[] = [];
  let clause: Word | undefined;
  for (const [i, particle] of particles.entries()) {
    // Directly after the verb a particle counts wherever the tree puts it.
    let found = analysis.words[word.index + 1 + i]?.form.toLowerCase() === particle;
    words = [];
    for (const child of children(analysis, word)) {
      const form = child.form.toLowerCase();
      const bare =
        child.deprel === "compound:prt" ||
        child.deprel === "advmod" ||
        child.deprel === "case" ||
        child.upos === "ADP";
      if (form === particle && bare) found = true;
      else if (relation(child) === "obl" || relation(child) === "nmod") {
        // "pulled its forces out of Syria": the particle may hang on the noun as one of two prepositions.
        if (caseOf(analysis, child) !== particle && opensWith(analysis, child, particle)) found = true;
        if (caseOf(analysis, child) !== particle || isDate(analysis, child)) continue;
        words.push(child);
        found = true;
      } else if (
        ["advcl", "ccomp", "xcomp", "acl"].includes(relation(child)) &&
        caseOf(analysis, child) === particle
      ) {
        clause = child;
        found = true;
      }
    }
    if (!found) return undefined;
  }
  return { words, clause };
}

/** Who acts in an event noun: after "by", its possessor, the subject of its light verb, "from", a modifier, "of". */
function nounSubjects(frame: Frame, agentsOnly: boolean): Word[][] {
  const { analysis, trigger, anchor } = frame;
  const top = quantity(analysis, trigger);
  // "is in talks with", "is a violation": here the subject of the predicate acts, not so in "it was the third test".
  const isState = caseOf(analysis, trigger) !== undefined || !frame.entry.pattern.bare;
  const out: Word[][] = [afterPreposition(analysis, top, "by")];
  if (top !== trigger) out.push(afterPreposition(analysis, trigger, "by"));
  for (const thing of afterPreposition(analysis, trigger, "of"))
    out.push(afterPreposition(analysis, thing, "by"));
  for (const noun of new Set([top, trigger])) {
    const agents: Word[] = [];
    for (const child of children(analysis, noun)) {
      if (child.deprel === "obl:agent") agents.push(child);
      else if (child.deprel === "nsubj" && anchor === trigger && isState) agents.push(child);
    }
    out.push(agents, agentsOnly ? [] : possessors(analysis, noun));
  }
  if (anchor !== trigger) out.push(subject(analysis, anchor));
  if (agentsOnly) return out;
  out.push(afterPreposition(analysis, top, "from"), modifiers(frame));
  // "of" names who acts ("the visit of the king") only where nothing else does and no target is sought there.
  const sought = frame.entry.pattern.target.some((s) => s === "of" || s === "object");
  if (!sought && out.every((words) => words.every((w) => w.upos === "ADJ" || w.upos === "NOUN"))) {
    out.push(afterPreposition(analysis, trigger, "of"));
  }
  return out;
}

function modifiers(frame: Frame): Word[] {
  const out: Word[] = [];
  for (const noun of new Set([frame.trigger, quantity(frame.analysis, frame.trigger)])) {
    for (const child of children(frame.analysis, noun)) {
      if (child.deprel === "compound" || child.deprel === "amod" || child.deprel === "nmod:desc")
        out.push(child);
    }
  }
  return out;
}

function verbObjects(frame: Frame): Word[][] {
  const { analysis, anchor, governed, entry } = frame;
  if (entry.particles.length > 0 && governed.words.length > 0)
    return [[...governed.words], object(analysis, anchor)];
  return [object(analysis, anchor)];
}

function prepositional(frame: Frame, preposition: string): Word[][] {
  const { analysis, trigger, anchor, governed } = frame;
  const out: Word[][] = [afterPreposition(analysis, trigger, preposition)];
  if (anchor !== trigger) out.push(afterPreposition(analysis, anchor, preposition));
  if (frame.part === "noun") {
    const top = quantity(analysis, trigger);
    if (top !== trigger) out.push(afterPreposition(analysis, top, preposition));
    if (anchor !== trigger && anchor.upos === "VERB") out.push(strayed(analysis, anchor, preposition));
    for (const agent of afterPreposition(analysis, trigger, "by"))
      out.push(afterPreposition(analysis, agent, preposition));
    return out;
  }
  for (const noun of [...governed.words, ...object(analysis, anchor)]) {
    out.push(afterPreposition(analysis, noun, preposition));
    const inner = counted(analysis, noun);
    if (inner !== noun) out.push(afterPreposition(analysis, inner, preposition));
  }
  out.push(strayed(analysis, anchor, preposition));
  return out;
}

/** The complement clause of the frame's trigger. */
export function clauseOf(frame: Frame): Word | undefined {
  const { analysis, trigger, anchor, governed } = frame;
  if (trigger.upos === "AUX") return anchor;
  return (
    governed.clause ??
    complement(analysis, trigger) ??
    (anchor === trigger ? undefined : complement(analysis, anchor))
  );
}

/** What a clause acts on, where the codebook says nothing about its verb: its objects, then its prepositions. */
function plainTargets(analysis: Analysis, clause: Word): Word[][] {
  const out: Word[][] = [object(analysis, clause)];
  const indirect = indirectObject(analysis, clause);
  if (indirect.length > 0) out.unshift(indirect);
  for (const preposition of CLAUSE_TARGETS) {
    out.push(afterPreposition(analysis, clause, preposition));
    for (const noun of object(analysis, clause)) out.push(afterPreposition(analysis, noun, preposition));
  }
  const deeper = complement(analysis, clause);
  if (deeper) out.push(...plainTargets(analysis, deeper));
  return out;
}

/** "criminal" and "regime" of "called it a criminal regime". */
function predicates(analysis: Analysis, verb: Word): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, verb)) {
    if (child.deprel !== "xcomp" || child.upos === "VERB") continue;
    out.push(child);
  }
  // Where the tree sees two objects, the second may be what the first is called.
  const objects = children(analysis, verb).filter((c) => c.deprel === "obj");
  if (out.length === 0 && objects.length > 1) out.push(objects.at(-1)!);
  const described = out.flatMap((p) => children(analysis, p));
  return [...out, ...described.filter((c) => c.deprel === "amod" || c.deprel === "compound")];
}

/** The saying verb over a word, and who says it: for readers without statements. */
function speakerOf(analysis: Analysis, word: Word): Word[] {
  let below = word;
  for (let i = 0; i < 12; i++) {
    const head = governor(analysis, below);
    if (!head) break;
    const said = below.deprel === "ccomp" || below.deprel === "parataxis" || below.deprel === "xcomp";
    if (said && wordList("saying-verbs").has(head.lemma)) return surfaceSubject(analysis, head);
    below = head;
  }
  for (const child of children(analysis, below)) {
    if (child.deprel === "parataxis" && wordList("saying-verbs").has(child.lemma))
      return surfaceSubject(analysis, child);
  }
  return [];
}

/** The words that fill a slot, in order of preference. `targetsOf` gives the targets that the codebook finds in a clause. */
export function fill(frame: Frame, slot: string, targetsOf: (clause: Word) => Alternatives): Alternatives {
  const { analysis, trigger, anchor, part } = frame;
  switch (slot) {
    case "subject":
      if (part === "noun") return nounSubjects(frame, false);
      return [part === "adjective" ? surfaceSubject(analysis, trigger) : subject(analysis, anchor)];
    case "agent":
      return part === "noun" ? nounSubjects(frame, true) : [subject(analysis, anchor)];
    case "object":
      if (part === "noun") return [afterPreposition(analysis, trigger, "of"), modifiers(frame)];
      return part === "adjective" ? [[...frame.governed.words]] : verbObjects(frame);
    case "object.possessor":
      return [object(analysis, anchor).flatMap((noun) => possessors(analysis, noun))];
    case "indirect":
      return [indirectObject(analysis, anchor)];
    case "modifier":
      return [modifiers(frame)];
    case "possessor":
      return [possessors(analysis, trigger)];
    case "answerer":
      return [answerer(analysis, trigger)];
    case "predicate":
      return [predicates(analysis, anchor)];
    case "speaker":
      return [speakerOf(analysis, anchor)];
    case "clause": {
      const clause = clauseOf(frame);
      return clause ? [[clause]] : [];
    }
    case "clause.subject": {
      const clause = clauseOf(frame);
      return clause ? [surfaceSubject(analysis, clause)] : [];
    }
    case "clause.object": {
      const clause = clauseOf(frame);
      return clause ? [object(analysis, clause)] : [];
    }
    case "clause.target": {
      const clause = clauseOf(frame);
      return clause ? [...targetsOf(clause), ...plainTargets(analysis, clause)] : [];
    }
    default:
      return prepositional(frame, slot).map((words) => words.filter((w) => !isDate(analysis, w)));
  }
}
