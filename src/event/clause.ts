import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { isPersonNoun } from "./nouns.js";
import { wordList } from "./words.js";

/**
 * Who does what in a clause, through voice, coordination, control, relative clauses and participles.
 * All functions read Universal Dependencies trees (https://universaldependencies.org/en/) and follow the tree upwards
 * or one step down only, so that a word costs a bounded amount of work.
 */

const RELATIVE_TAGS = new Set(["WDT", "WP", "WP$", "WRB"]);
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
const RULES = wordList("rules");
const SAYING_VERBS = wordList("saying-verbs");
const MAX_CLIMB = 12;

/** The words of a coordination that `word` opens, in text order: "China" and "Russia" of "China and Russia". */
export function coordination(analysis: Analysis, word: Word): readonly Word[] {
  const out = [word];
  for (const child of children(analysis, word)) if (child.deprel === "conj") out.push(child);
  return out;
}

/** The child that carries a preposition or conjunction of `word`, in lower case: "on" of "on China", "because of". */
export function caseOf(analysis: Analysis, word: Word): string | undefined {
  let last: Word | undefined;
  for (const child of children(analysis, word)) {
    if (child.deprel !== "case" && child.deprel !== "mark") continue;
    const fixed = children(analysis, child).filter((c) => c.deprel === "fixed");
    if (fixed.length > 0) return [child, ...fixed].map((c) => c.form.toLowerCase()).join(" ");
    // "out of Moldova", "from inside Syria": the last of several prepositions says the relation.
    if (child.index < word.index) last = child;
    else last ??= child;
  }
  return last?.form.toLowerCase();
}

/** True where `word` is a verb, or an adjective or noun with a copula. */
export function isPredicate(analysis: Analysis, word: Word): boolean {
  return word.upos === "VERB" || children(analysis, word).some((c) => c.deprel === "cop");
}

export function isInfinitive(analysis: Analysis, word: Word): boolean {
  return word.xpos !== "VBG" && children(analysis, word).some((c) => c.deprel === "mark" && c.lemma === "to");
}

/** True where the surface subject of `verb` is the one acted on. */
export function isPassive(analysis: Analysis, verb: Word): boolean {
  // A participle in -ed or nothing: "is mediating" is active whatever label its subject has.
  if (verb.xpos !== "VBN" && verb.xpos !== "VBD") return false;
  let auxiliary = false;
  for (const child of children(analysis, verb)) {
    if (child.deprel === "nsubj:pass" || child.deprel === "aux:pass" || child.deprel === "csubj:pass")
      return true;
    if (child.deprel === "obl:agent") return true;
    if (relation(child) === "aux" || child.deprel === "nsubj") auxiliary = true;
  }
  if (auxiliary || verb.xpos !== "VBN") return false;
  if (verb.deprel === "acl" || verb.deprel === "amod" || verb.deprel === "advcl") return true;
  const above = governor(analysis, verb);
  return verb.deprel === "conj" && above?.xpos === "VBN" && isPassive(analysis, above);
}

/** What a relative pronoun stands for: the noun that its clause describes. */
function antecedent(analysis: Analysis, pronoun: Word): Word | undefined {
  let clause: Word | undefined = governor(analysis, pronoun);
  for (let i = 0; clause && i < MAX_CLIMB; i++) {
    if (clause.deprel === "acl:relcl") return governor(analysis, clause);
    clause = governor(analysis, clause);
  }
  return undefined;
}

function isRelativePronoun(word: Word): boolean {
  return (
    word.upos === "PRON" && (RELATIVE_TAGS.has(word.xpos) || (word.lemma === "that" && word.xpos === "WDT"))
  );
}

/** `word`, or its antecedent where it is a relative pronoun. */
function resolved(analysis: Analysis, word: Word): Word {
  return isRelativePronoun(word) ? (antecedent(analysis, word) ?? word) : word;
}

function childrenBy(analysis: Analysis, word: Word, deprels: ReadonlySet<string>): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, word)) {
    if (deprels.has(child.deprel)) out.push(resolved(analysis, child));
  }
  return out;
}

const SUBJECTS = new Set(["nsubj", "nsubj:pass", "nsubj:outer"]);
const OBJECTS = new Set(["obj"]);
const INDIRECT = new Set(["iobj"]);
const AGENTS = new Set(["obl:agent"]);

/** The object as it stands on the surface, with the antecedent of a relative clause that lacks one. */
function surfaceObject(analysis: Analysis, verb: Word): Word[] {
  const own = childrenBy(analysis, verb, OBJECTS);
  // Of two objects ("gave Pakistan a deadline") the last is the direct one.
  if (own.length > 0) return own.slice(-1);
  const indirect = childrenBy(analysis, verb, INDIRECT);
  if (indirect.length > 0) return indirect;
  if (
    verb.deprel === "acl:relcl" &&
    !children(analysis, verb).some((c) => SUBJECTS.has(c.deprel) && isRelativePronoun(c))
  ) {
    const head = governor(analysis, verb);
    const gap = children(analysis, verb).some((c) => SUBJECTS.has(c.deprel));
    const filled = children(analysis, verb).some(
      (c) => c.deprel === "ccomp" || c.deprel === "xcomp" || (relation(c) === "obl" && isRelativePronoun(c)),
    );
    if (head && gap && !filled) return [head];
  }
  // "condemned and rejected the plan": the object may hang on the other verb.
  const complete = children(analysis, verb).some(
    (c) => c.deprel === "ccomp" || c.deprel === "xcomp" || relation(c) === "obl",
  );
  if (!complete) {
    for (const child of children(analysis, verb)) {
      if (child.deprel !== "conj" || child.upos !== "VERB") continue;
      const shared = childrenBy(analysis, child, OBJECTS);
      const between = child.index - verb.index <= 3;
      if (shared.length > 0 && between) return shared;
    }
  }
  return [];
}

/** Who holds an act named by a noun: "the U.S. decision to", "calls by the United States to", "plans of". */
export function holderOfNoun(analysis: Analysis, noun: Word): Word[] {
  const by: Word[] = [];
  const modifier: Word[] = [];
  for (const child of children(analysis, noun)) {
    if (relation(child) === "nmod" || child.deprel === "obl:agent") {
      const preposition = caseOf(analysis, child);
      if (preposition === "by" || preposition === "from") by.push(child);
    } else if (child.deprel === "compound" || child.deprel === "amod" || child.deprel === "nmod:desc")
      modifier.push(child);
  }
  const head = governor(analysis, noun);
  const carried =
    head &&
    head.upos === "VERB" &&
    (noun.deprel === "obj" || noun.deprel === "obl" || noun.deprel === "nsubj:pass");
  return [...by, ...possessors(analysis, noun), ...modifier, ...(carried ? subject(analysis, head) : [])];
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

/** The surface subject of a predicate, found through coordination, control, participles and relative clauses. */
export function surfaceSubject(analysis: Analysis, verb: Word, depth = 0): Word[] {
  const own = ownSubjects(analysis, verb);
  if (own.length > 0) return own;
  const head = governor(analysis, verb);
  if (!head || depth > MAX_CLIMB) return [];
  const asking = askingNoun(analysis, verb);
  if (asking) return infinitiveSubject(analysis, asking);
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
      if (
        head.upos === "VERB" &&
        mark &&
        (mark === "to" ? PREPOSITION_CONTROL.has(head.lemma) : OBJECT_CONTROL_MARKS.has(mark))
      ) {
        return controller(analysis, head, mark === "to", depth);
      }
      if (head.upos === "NOUN" && !isPredicate(analysis, head)) return holderOfNoun(analysis, head);
      return surfaceSubject(analysis, head, depth + 1);
    }
    case "acl":
    case "acl:relcl":
      if (isInfinitive(analysis, verb)) return infinitiveSubject(analysis, head);
      if (verb.xpos === "VBG" && caseOf(analysis, verb) !== undefined) return holderOfNoun(analysis, head);
      if (verb.xpos === "VBG" && !isAgent(head)) {
        const users = userOf(analysis, head);
        if (users.length > 0) return users;
      }
      return [head];
    default:
      return [];
  }
}

/** True for nouns that can act by themselves: names, nouns of people, and rules ("sanctions prohibiting trade"). */
function isAgent(noun: Word): boolean {
  if (noun.upos === "PROPN" || noun.upos === "PRON" || noun.upos === "NUM") return true;
  return isPersonNoun(noun.lemma) || RULES.has(noun.lemma);
}

/** Who makes use of a thing: the subject of the verb over it ("sent a message criticizing China"). */
function userOf(analysis: Analysis, noun: Word): Word[] {
  let at: Word | undefined = governor(analysis, noun);
  for (let i = 0; at && i < MAX_CLIMB; i++) {
    if (at.upos === "VERB") return subject(analysis, at).filter((w) => w !== noun);
    at = governor(analysis, at);
  }
  return [];
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

function infinitiveSubject(analysis: Analysis, noun: Word): Word[] {
  if (!ASKING_NOUNS.has(noun.lemma)) {
    const holders = holderOfNoun(analysis, noun);
    return holders.length > 0 ? holders : [noun];
  }
  const out: Word[] = [];
  for (const child of children(analysis, noun)) {
    if (relation(child) !== "nmod") continue;
    const preposition = caseOf(analysis, child);
    if (preposition === "on" || preposition === "to" || preposition === "for" || preposition === "upon")
      out.push(child);
  }
  return out.length > 0 ? out : answerer(analysis, noun);
}

/** Whoever answers a demand, and so was asked: "China" of "China turned down calls", "pushed back in response to demands". */
export function answerer(analysis: Analysis, noun: Word): Word[] {
  const head = governor(analysis, noun);
  if (head?.upos !== "VERB") return [];
  const indirect = noun.deprel === "obj" ? indirectObject(analysis, head) : [];
  if (indirect.length > 0) return indirect;
  const answers =
    ANSWERING_VERBS.has(head.lemma) ||
    (relation(noun) === "obl" && caseOf(analysis, noun) === "in response to");
  return answers ? subject(analysis, head) : [];
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

/** Who acts: the subject of an active verb, what "by" names in a passive. Coordinations are not opened here. */
export function subject(analysis: Analysis, verb: Word): Word[] {
  if (!isPassive(analysis, verb)) return surfaceSubject(analysis, verb);
  const agents = childrenBy(analysis, verb, AGENTS);
  const byAgents = agents.filter((a) => caseOf(analysis, a) === "by");
  if (agents.length > 0) return byAgents.length > 0 ? byAgents : agents;
  const near = children(analysis, verb).filter((c) => relation(c) === "obl" && caseOf(analysis, c) === "by");
  return near.length > 0 ? near : strayed(analysis, verb, "by");
}

/**
 * Phrases of a preposition that the tree hangs on a neighbour below the verb instead of on the verb: "by Washington" of
 * "was threatened with tariffs by Washington".
 */
export function strayed(analysis: Analysis, verb: Word, preposition: string): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, verb)) {
    const holds =
      relation(child) === "obj" ||
      child.deprel === "obl:agent" ||
      (preposition === "by" && relation(child) === "obl");
    if (child.index < verb.index || !holds) continue;
    for (const below of children(analysis, child)) {
      if (relation(below) === "nmod" && caseOf(analysis, below) === preposition) out.push(below);
    }
  }
  return out;
}

/** Who is acted on: the object of an active verb, the subject of a passive one. */
export function object(analysis: Analysis, verb: Word): Word[] {
  if (!isPassive(analysis, verb)) return surfaceObject(analysis, verb);
  const own = childrenBy(analysis, verb, OBJECTS);
  return own.length > 0 ? own : surfaceSubject(analysis, verb);
}

/** To whom: the indirect object; in a passive that keeps an object ("was given a deadline"), the subject. */
export function indirectObject(analysis: Analysis, verb: Word): Word[] {
  const own = childrenBy(analysis, verb, INDIRECT);
  if (own.length > 0) return own;
  const objects = childrenBy(analysis, verb, OBJECTS);
  if (isPassive(analysis, verb)) return objects.length > 0 ? surfaceSubject(analysis, verb) : [];
  return objects.slice(0, -1);
}

/** What stands after one of the prepositions, at a verb or a noun: "on" of "imposed sanctions on Iran". */
export function afterPreposition(analysis: Analysis, word: Word, preposition: string): Word[] {
  const out: Word[] = [];
  for (const child of children(analysis, word)) {
    const kind = relation(child);
    if (kind !== "obl" && kind !== "nmod" && kind !== "advmod") continue;
    if (caseOf(analysis, child) === preposition) out.push(resolved(analysis, child));
  }
  return out;
}

/** The clause that completes a verb, noun or adjective: what is demanded, agreed, threatened. */
export function complement(analysis: Analysis, word: Word): Word | undefined {
  let second: Word | undefined;
  for (const child of children(analysis, word)) {
    if (
      child.deprel === "ccomp" ||
      child.deprel === "xcomp" ||
      child.deprel === "csubj" ||
      child.deprel === "csubj:pass"
    ) {
      if (child.upos === "VERB" || isPredicate(analysis, child)) return child;
    }
    if (
      child.index > word.index &&
      (child.deprel === "advcl" || child.deprel === "acl") &&
      isInfinitive(analysis, child)
    ) {
      second ??= child;
    } else if (word.upos === "NOUN" && child.deprel === "acl") second ??= child;
  }
  return second;
}
