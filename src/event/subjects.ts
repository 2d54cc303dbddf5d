import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import {
  caseOf,
  childrenBy,
  INDIRECT,
  isInfinitive,
  isModifier,
  isPassive,
  isPredicate,
  MAX_CLIMB,
  OBJECTS,
  SUBJECTS,
  strayed,
} from "./clause.js";
import { isPersonNoun } from "./nouns.js";
import { OVER_CLAUSES } from "./status-words.js";
import { wordList } from "./words.js";

/**
 * Who acts in a clause or noun phrase, through voice, coordination, control, relative clauses and participles. All
 * functions read Universal Dependencies trees (https://universaldependencies.org/en/) and go up a bounded number of
 * steps.
 */

/** Prepositions before a gerund whose subject is the object of the governor: "press the regime into giving up". */
const OBJECT_CONTROL_MARKS = new Set(["into", "from", "for", "of", "against", "over"]);
/** Verbs whose infinitive belongs to their own subject although they have an object: "promised the UN to leave". */
const SUBJECT_CONTROL = wordList("subject-control-verbs");
/** Verbs whose infinitive belongs to what stands after their preposition: "called on China to press Pyongyang". */
const PREPOSITION_CONTROL = wordList("preposition-control-verbs");
/** Nouns of asking: their infinitive is for somebody else to carry out ("calls by Washington to confront Pyongyang"). */
const ASKING_NOUNS = wordList("asking-nouns");
/** Whoever answers a demand is the one who was asked: "China has turned down calls to confront". */
const ANSWERING_VERBS = wordList("answering-verbs");
/** What somebody faces or opposes is not theirs: "he may face an attempt to impeach him". */
const OPPOSING_VERBS = wordList("opposing-verbs");
const POLITICAL = wordList("political-people");
const PROTESTS = wordList("protests");
const RULES = wordList("rules");
const SAYING_VERBS = wordList("saying-verbs");
const AGENTS = new Set(["obl:agent"]);

/** Who acts: the subject of an active verb, what "by" names in a passive. Coordinations are not opened here. */
export function subject(analysis: Analysis, verb: Word, depth = 0): Word[] {
  if (!isPassive(analysis, verb)) return surfaceSubject(analysis, verb, depth);
  const agents = childrenBy(analysis, verb, AGENTS);
  const byAgents = agents.filter((a) => caseOf(analysis, a) === "by");
  if (agents.length > 0) return byAgents.length > 0 ? byAgents : agents;
  const near = children(analysis, verb).filter((c) => relation(c) === "obl" && caseOf(analysis, c) === "by");
  return near.length > 0 ? near : strayed(analysis, verb, "by");
}

/** The surface subject of a predicate, found through coordination, control, participles and relative clauses. */
export function surfaceSubject(analysis: Analysis, verb: Word, depth = 0): Word[] {
  const own = ownSubjects(analysis, verb);
  if (own.length > 0) return own;
  const head = governor(analysis, verb);
  if (!head || depth > MAX_CLIMB) return [];
  const asking = askingNoun(analysis, verb);
  if (asking) return infinitiveSubject(analysis, asking, depth + 1);
  switch (verb.deprel) {
    case "conj":
      return surfaceSubject(analysis, head, depth + 1);
    case "ccomp":
      if (SAYING_VERBS.has(head.lemma)) return beforeSaying(analysis, head, verb);
      return controller(analysis, head, isInfinitive(analysis, verb), depth);
    case "xcomp":
      if (head.upos !== "VERB" && ownSubjects(analysis, head).some((w) => w.lemma === "it")) return [];
      return controller(analysis, head, isInfinitive(analysis, verb), depth);
    case "advcl":
    case "advcl:relcl": {
      const mark = caseOf(analysis, verb);
      if (head.upos === "VERB" && mark && (mark === "to" ? isAsking(head) : OBJECT_CONTROL_MARKS.has(mark))) {
        return controller(analysis, head, mark === "to", depth);
      }
      if (head.upos === "NOUN" && !isPredicate(analysis, head))
        return holderOfNoun(analysis, head, depth + 1);
      return surfaceSubject(analysis, head, depth + 1);
    }
    case "acl":
    case "acl:relcl":
      if (isInfinitive(analysis, verb)) return infinitiveSubject(analysis, head, depth + 1);
      if (verb.xpos === "VBG" && caseOf(analysis, verb) !== undefined)
        return holderOfNoun(analysis, head, depth + 1);
      if (verb.xpos === "VBG" && !isAgent(head)) {
        const users = userOf(analysis, head, depth + 1);
        if (users.length > 0) return users;
      }
      return [head];
    default:
      return [];
  }
}

/** True for verbs whose infinitive is for somebody else to carry out: "call on China to", "order the firm to". */
function isAsking(verb: Word): boolean {
  return PREPOSITION_CONTROL.has(verb.lemma) || (OVER_CLAUSES.get(verb.lemma)?.has("demanded") ?? false);
}

/** Subjects that hang on the verb, or by a slip of the tree on one of its auxiliaries. */
function ownSubjects(analysis: Analysis, verb: Word): Word[] {
  const own = childrenBy(analysis, verb, SUBJECTS);
  if (own.length > 0) return own;
  for (const child of children(analysis, verb)) {
    if (relation(child) !== "aux") continue;
    const below = childrenBy(analysis, child, SUBJECTS);
    if (below.length > 0) return below;
  }
  return [];
}

/** The first of two subjects of a saying verb: "people" of "“People have been exaggerating,” he said", by a slip of the tree. */
function beforeSaying(analysis: Analysis, saying: Word, verb: Word): Word[] {
  const subjects = childrenBy(analysis, saying, SUBJECTS);
  const first = subjects[0];
  return first && subjects.length > 1 && first.index < verb.index && verb.index < saying.index ? [first] : [];
}

/** Who carries out the infinitive after `head`: its object, what stands after its preposition, or its own subject. */
function controller(analysis: Analysis, head: Word, infinitive: boolean, depth: number): Word[] {
  if (!SUBJECT_CONTROL.has(head.lemma)) {
    const objects = [...childrenBy(analysis, head, OBJECTS), ...childrenBy(analysis, head, INDIRECT)];
    if (objects.length > 0) return objects;
    if (infinitive && PREPOSITION_CONTROL.has(head.lemma)) {
      for (const child of children(analysis, head)) {
        if (relation(child) !== "obl") continue;
        const preposition = caseOf(analysis, child);
        if (preposition === "on" || preposition === "upon" || preposition === "to" || preposition === "for")
          return [child];
      }
    }
  }
  return surfaceSubject(analysis, head, depth + 1);
}

function infinitiveSubject(analysis: Analysis, noun: Word, depth: number): Word[] {
  if (!ASKING_NOUNS.has(noun.lemma)) {
    const holders = holderOfNoun(analysis, noun, depth);
    return holders.length > 0 ? holders : [noun];
  }
  const out: Word[] = [];
  for (const child of children(analysis, noun)) {
    if (relation(child) !== "nmod") continue;
    const preposition = caseOf(analysis, child);
    if (preposition === "on" || preposition === "to" || preposition === "for" || preposition === "upon")
      out.push(child);
  }
  return out.length > 0 ? out : answerer(analysis, noun, depth);
}

/**
 * The noun of asking whose infinitive `verb` is ("calls by Washington to confront Pyongyang"), also where the tree hangs
 * the infinitive on the name after "by" or on the verb over the noun.
 */
export function askingNoun(analysis: Analysis, verb: Word): Word | undefined {
  const head = governor(analysis, verb);
  if (!head || !["acl", "advcl", "xcomp"].includes(verb.deprel) || !isInfinitive(analysis, verb))
    return undefined;
  if (ASKING_NOUNS.has(head.lemma) && head.upos === "NOUN") return head;
  if (head.upos === "VERB" && verb.deprel !== "acl") {
    return children(analysis, head).find((c) => c.deprel === "obj" && ASKING_NOUNS.has(c.lemma));
  }
  const above = relation(head) === "nmod" ? governor(analysis, head) : undefined;
  return above && ASKING_NOUNS.has(above.lemma) ? above : undefined;
}

/** Whoever answers a demand, and so was asked: "China" of "China turned down calls", "pushed back in response to demands". */
export function answerer(analysis: Analysis, noun: Word, depth = 0): Word[] {
  const head = governor(analysis, noun);
  if (head?.upos !== "VERB") return [];
  const indirect = noun.deprel === "obj" ? childrenBy(analysis, head, INDIRECT) : [];
  if (indirect.length > 0) return indirect;
  const answers =
    ANSWERING_VERBS.has(head.lemma) ||
    (relation(noun) === "obl" && caseOf(analysis, noun) === "in response to");
  return answers ? subject(analysis, head, depth + 1) : [];
}

/** Who holds an act named by a noun: "the U.S. decision to", "calls by the United States to", "plans of". */
function holderOfNoun(analysis: Analysis, noun: Word, depth: number): Word[] {
  const by: Word[] = [];
  const modifier: Word[] = [];
  for (const child of children(analysis, noun)) {
    if (relation(child) === "nmod" || child.deprel === "obl:agent") {
      const preposition = caseOf(analysis, child);
      if (preposition === "by" || preposition === "from") by.push(child);
    } else if (isModifier(child)) modifier.push(child);
  }
  const head = governor(analysis, noun);
  const carried =
    head &&
    head.upos === "VERB" &&
    !OPPOSING_VERBS.has(head.lemma) &&
    (noun.deprel === "obj" || noun.deprel === "obl" || noun.deprel === "nsubj:pass");
  return [
    ...by,
    ...possessors(analysis, noun),
    ...modifier,
    ...(carried ? subject(analysis, head, depth + 1) : []),
  ];
}

/**
 * The holder of a thing: its possessor in the tree, or the name before an "'s" that stands directly before the noun and
 * its modifiers ("the Treasury's decision").
 */
export function possessors(analysis: Analysis, noun: Word): Word[] {
  const own = children(analysis, noun).filter((c) => c.deprel === "nmod:poss");
  if (own.length > 0) return own;
  let first = noun.index;
  for (const child of children(analysis, noun)) {
    if (child.index < first && (child.deprel === "amod" || child.deprel === "compound")) first = child.index;
  }
  const mark = analysis.words[first - 1];
  const before = analysis.words[first - 2];
  return mark?.xpos === "POS" && before && before.sentence === noun.sentence ? [before] : [];
}

/** True for nouns that can act by themselves: names, nouns of people, and rules ("sanctions prohibiting trade"). */
function isAgent(noun: Word): boolean {
  if (noun.upos === "PROPN" || noun.upos === "PRON" || noun.upos === "NUM") return true;
  const { lemma } = noun;
  return isPersonNoun(lemma) || POLITICAL.has(lemma) || RULES.has(lemma) || PROTESTS.has(lemma);
}

/** Who makes use of a thing: the subject of the verb over it ("sent a message criticizing China"). */
function userOf(analysis: Analysis, noun: Word, depth: number): Word[] {
  let at: Word | undefined = governor(analysis, noun);
  for (let i = 0; at && i < MAX_CLIMB; i++) {
    if (at.upos === "VERB")
      return depth > MAX_CLIMB ? [] : subject(analysis, at, depth).filter((w) => w !== noun);
    at = governor(analysis, at);
  }
  return [];
}
