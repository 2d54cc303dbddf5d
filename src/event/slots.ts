import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { afterPreposition, caseOf, complement, isModifier, namesMaker, strayed } from "./clause.js";
import { isDate } from "./dates.js";
import { counted, type Frame, quantity } from "./frame.js";
import { indirectObject, object } from "./objects.js";
import { ANSWERS, OVER_NOUNS } from "./status-words.js";
import { answerer, possessors, subject, surfaceSubject } from "./subjects.js";
import { wordList } from "./words.js";

/** Words of one slot; the first alternative that names somebody counts. */
export type Alternatives = readonly (readonly Word[])[];

const CLAUSE_TARGETS = ["with", "to", "against", "on", "from", "into", "for", "in", "of"];
const HYPHENS = new Set(["-", "–", "/"]);
const PHRASE_NOUNS = wordList("phrase-nouns");
const SAYING_VERBS = wordList("saying-verbs");
const RESPONSES = wordList("responses");
const RESPONDING = ["to", "for"];
/** How many clauses deep an act is looked for: "agreed to begin to withdraw". */
const MAX_CLAUSES = 3;

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
    case "accompanied":
      return [accompanied(analysis, trigger)];
    case "response":
      return [[...responded(analysis, anchor), ...responded(analysis, trigger)]];
    case "adverbial":
      return [children(analysis, anchor).filter((c) => c.deprel === "advcl")];
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
      return prepositional(frame, slot).map((words) =>
        words.filter((w) => !isDate(analysis, w) && !(slot === "in" && PHRASE_NOUNS.has(w.lemma))),
      );
  }
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
  else out.push(planner(analysis, top));
  if (agentsOnly) return out;
  out.push(afterPreposition(analysis, top, "from"), modifiers(frame));
  // "of" names who acts ("the visit of the king") only where nothing else does and no target is sought there.
  const sought = frame.entry.pattern.target.some((s) => s === "of" || s === "object");
  if (!sought && out.every((words) => words.every((w) => w.upos === "ADJ" || w.upos === "NOUN"))) {
    out.push(afterPreposition(analysis, trigger, "of"));
  }
  return out;
}

/** Who plans or considers an act named by a noun, not who answers it: "Australia" of "Australia is considering a ban". */
function planner(analysis: Analysis, noun: Word): Word[] {
  const verb = noun.deprel === "obj" ? governor(analysis, noun) : undefined;
  const statuses = verb && OVER_NOUNS.get(verb.lemma.toLowerCase());
  if (!statuses || statuses.has("demanded") || verb.upos !== "VERB" || ANSWERS.has(verb.lemma)) return [];
  return subject(analysis, verb);
}

function modifiers(frame: Frame): Word[] {
  const out: Word[] = [];
  for (const noun of new Set([frame.trigger, quantity(frame.analysis, frame.trigger)])) {
    for (const child of children(frame.analysis, noun)) {
      if (isModifier(child) && !namesMaker(frame.analysis, child))
        out.push(...hyphened(frame.analysis, child), child);
    }
  }
  return out;
}

/** "US" before "South Korea" in "US-South Korea drills", "Russia" in "Russia-Ukraine talks". */
function hyphened(analysis: Analysis, modifier: Word): Word[] {
  return children(analysis, modifier).filter((c) => {
    const next = analysis.words[c.index + 1];
    return isModifier(c) && c.upos === "PROPN" && next?.start === c.end && HYPHENS.has(next.form);
  });
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

/** What a clause acts on, where the codebook says nothing about its verb: its objects, then its prepositions. */
function plainTargets(analysis: Analysis, clause: Word, depth = 0): Word[][] {
  const out: Word[][] = [object(analysis, clause)];
  const indirect = indirectObject(analysis, clause);
  if (indirect.length > 0) out.unshift(indirect);
  for (const preposition of CLAUSE_TARGETS) {
    out.push(afterPreposition(analysis, clause, preposition));
    for (const noun of object(analysis, clause)) out.push(afterPreposition(analysis, noun, preposition));
  }
  const deeper = complement(analysis, clause);
  if (deeper && depth < MAX_CLAUSES) out.push(...plainTargets(analysis, deeper, depth + 1));
  return out;
}

/** "threats" of "deployed the missiles in response to threats from Iran": what is done for its sake is aimed at whose it is. */
function responded(analysis: Analysis, word: Word): Word[] {
  return afterPreposition(analysis, word, "in")
    .filter((noun) => RESPONSES.has(noun.lemma))
    .flatMap((noun) => RESPONDING.flatMap((to) => afterPreposition(analysis, noun, to)));
}

/** "the council" of "with backing from Norway, the council voted": who does what the noun after "with" goes along with. */
function accompanied(analysis: Analysis, noun: Word): Word[] {
  const verb =
    relation(noun) === "obl" && caseOf(analysis, noun) === "with" ? governor(analysis, noun) : undefined;
  return verb?.upos === "VERB" ? subject(analysis, verb) : [];
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
    if (said && SAYING_VERBS.has(head.lemma)) return surfaceSubject(analysis, head);
    below = head;
  }
  for (const child of children(analysis, below)) {
    if (child.deprel === "parataxis" && SAYING_VERBS.has(child.lemma)) return surfaceSubject(analysis, child);
  }
  return [];
}
