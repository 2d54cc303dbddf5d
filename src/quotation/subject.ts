import type { Analysis, Word } from "../language/analysis.js";
import { ancestors, children, governor, relation } from "../language/tree.js";
import { rangeWithin } from "../record/within.js";
import type { Cues } from "./cues.js";

/** Clauses are climbed no further than this: deeper chains of control do not occur in prose. */
export const LONGEST_CHAIN = 12;
const BARE_PARTICIPLES = new Set(["acl", "advcl", "amod"]);
const QUOTED = new Set(["obj", "iobj", "nsubj:pass"]);
const HOLDERS: ReadonlySet<string> = new Set(["GPE", "ORG", "PERSON"]);

/**
 * Who does what `verb` says, through coordination, control and participles ("went on to say", "..., adding").
 * In the passive it is the agent with "by", or nobody.
 */
export function subjectOf(analysis: Analysis, verb: Word): Word | undefined {
  let word = verb;
  // "was quoted as saying by KCNA": the agent is that of the quoting.
  const quotedAs = word.xpos === "VBG" && hasMark(analysis, word, "as");
  if (!quotedAs && isPassive(analysis, word)) return agentOf(analysis, word);
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const own = subjectChild(analysis, word);
    if (own) return own;
    const above = governor(analysis, word);
    if (!above) return undefined;
    switch (word.deprel) {
      case "acl": {
        // "turned down a demand to leave, saying ...": set off by a comma, it is the subject of the clause who says.
        const clause =
          isSetOff(analysis, word) && relation(above) !== "nsubj" ? verbAbove(analysis, above) : undefined;
        if (!clause) return above;
        word = clause;
        continue;
      }
      case "acl:relcl":
        return above;
      case "xcomp": {
        const controller = children(analysis, above).find((c) => c.deprel === "obj" || c.deprel === "iobj");
        if (controller && controller.index < word.index && word.upos === "VERB") return controller;
        break;
      }
      case "conj":
      case "advcl":
      case "obl":
      case "parataxis":
        // "quoted Kim as saying": the one who is quoted.
        if (hasMark(analysis, word, "as")) {
          const quoted = children(analysis, above).find((c) => QUOTED.has(c.deprel) && c.index < word.index);
          if (quoted) return quoted;
        }
        break;
      case "dep":
        break;
      default:
        return undefined;
    }
    if (above.upos === "NOUN" && word.deprel !== "conj" && !hasCopula(analysis, above)) return undefined;
    word = above;
  }
  return undefined;
}

/** A present participle right behind a comma. */
function isSetOff(analysis: Analysis, word: Word): boolean {
  return word.xpos === "VBG" && analysis.words[word.index - 1]?.form === ",";
}

/** The nearest verb that a word depends on. */
function verbAbove(analysis: Analysis, word: Word): Word | undefined {
  return ancestors(analysis, word).find((w) => w.upos === "VERB");
}

/** Whose a noun of saying is: "Trump's claim", "a Greek demand", "a call by Beijing", "made the claim". */
export function holderOf(analysis: Analysis, cues: Cues, noun: Word): Word | undefined {
  const kids = children(analysis, noun);
  const own = kids.find(
    (c) => c.deprel === "nmod:poss" && !isFirstOrSecondPerson(c) && nameTypeOf(analysis, c) !== "DATE",
  );
  if (own) return own;
  const named = kids.find((c) => isNamedHolder(analysis, c));
  if (named) return named;
  const of = kids.find((c) => relation(c) === "nmod" && ["by", "from"].includes(caseForm(analysis, c)));
  if (of) return of;
  const verb = governor(analysis, noun);
  if (verb?.upos !== "VERB" || !cues.lightVerbs.has(verb.lemma.toLowerCase())) return undefined;
  if (noun.deprel === "obj") return subjectOf(analysis, verb);
  return noun.deprel === "nsubj:pass" ? agentOf(analysis, verb) : undefined;
}

/** Who makes a demand that is called "a Greek demand", "an EU demand": the name of a people, state, body or person. */
export function isNamedHolder(analysis: Analysis, word: Word): boolean {
  if (word.deprel !== "amod" && word.deprel !== "compound") return false;
  const type = nameTypeOf(analysis, word);
  return type === "NORP" || (word.deprel === "compound" && HOLDERS.has(type));
}

/** What kind of name `word` stands in, "" where in none. */
function nameTypeOf({ names }: Analysis, word: Word): string {
  const { first, last } = rangeWithin(names, word);
  return first < last ? names[first]!.type : "";
}

/** The same, and who is named by a possessor or after "by": "Greece's demand", "a demand by Greece". */
export function isStatedHolder(analysis: Analysis, word: Word): boolean {
  if (isNamedHolder(analysis, word)) return true;
  if (word.deprel === "nmod:poss") return word.upos === "PROPN";
  return relation(word) === "nmod" && caseForm(analysis, word) === "by";
}

function isFirstOrSecondPerson(word: Word): boolean {
  return ["my", "our", "your"].includes(word.form.toLowerCase());
}

/** The subject; where the tree gives several ("Ambassador" and "Haley", "The border, the ministry said"), the nearest. */
function subjectChild(analysis: Analysis, word: Word): Word | undefined {
  const subjects = children(analysis, word).filter((c) => relation(c) === "nsubj");
  return subjects.findLast((c) => c.index < word.index) ?? subjects[0];
}

/** True for a verb whose subject is not the one who acts. */
export function isPassive(analysis: Analysis, verb: Word): boolean {
  const kids = children(analysis, verb);
  if (kids.some((c) => c.deprel === "nsubj:pass" || c.deprel === "aux:pass" || c.deprel === "obl:agent"))
    return true;
  return (
    verb.xpos === "VBN" &&
    BARE_PARTICIPLES.has(verb.deprel) &&
    !kids.some((c) => relation(c) === "aux" || relation(c) === "nsubj")
  );
}

export function agentOf(analysis: Analysis, verb: Word): Word | undefined {
  return children(analysis, verb).find(
    (c) => c.deprel === "obl:agent" || (relation(c) === "obl" && caseForm(analysis, c) === "by"),
  );
}

function hasMark(analysis: Analysis, word: Word, lemma: string): boolean {
  return children(analysis, word).some(
    (c) => (c.deprel === "mark" || c.deprel === "case") && c.lemma === lemma,
  );
}

function hasCopula(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((c) => c.deprel === "cop");
}

/** The preposition of a phrase, in lower case, "" where there is none. */
export function caseForm(analysis: Analysis, word: Word): string {
  return (
    children(analysis, word)
      .find((c) => c.deprel === "case")
      ?.form.toLowerCase() ?? ""
  );
}
