import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { caseOf } from "./clause.js";
import type { Entry } from "./codebook.js";
import { isDate } from "./dates.js";
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

/** Particles that are part of the verb: the noun after them is no argument of it ("gave a speech in Wales" is not "give in"). */
const ADVERBIAL_PARTICLES = wordList("adverbial-particles");
const MEASURE_NOUNS = wordList("measure-nouns");
/** Prepositions between a light verb and its event noun: "went on strike", "entered into talks", "came under attack". */
const CARRYING = new Set(["on", "in", "into", "under", "to"]);

/** "missiles" for "a series of missiles": the noun that a noun of quantity counts. */
export function counted(analysis: Analysis, noun: Word): Word {
  if (!MEASURE_NOUNS.has(noun.lemma)) return noun;
  return children(analysis, noun).find((c) => relation(c) === "nmod" && caseOf(analysis, c) === "of") ?? noun;
}

/** The noun of quantity above `noun` ("series" of "series of tests"), or `noun` itself. */
export function quantity(analysis: Analysis, noun: Word): Word {
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
  const placed =
    relation(top) === "obl" && CARRYING.has(caseOf(analysis, top) ?? "") && !hasObject(analysis, head);
  const carried = placed || ["obj", "nsubj:pass", "xcomp"].includes(top.deprel);
  if (head && head.upos === "VERB" && carried && light.has(head.lemma)) return head;
  for (const child of children(analysis, top)) {
    if (child.deprel === "cop" && light.has("be")) return top;
    if (relation(child) === "acl" && child.upos === "VERB" && light.has(child.lemma)) return child;
  }
  return undefined;
}

/** "opened an enquiry into the attack" opens no attack. */
function hasObject(analysis: Analysis, verb: Word | undefined): boolean {
  return verb !== undefined && children(analysis, verb).some((c) => c.deprel === "obj");
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
    const follows = analysis.words[word.index + 1 + i]?.form.toLowerCase() === particle;
    let found = follows;
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
        const bareNoun = follows && caseOf(analysis, child) === undefined && child.index > word.index;
        if ((caseOf(analysis, child) !== particle && !bareNoun) || isDate(analysis, child)) continue;
        if (ADVERBIAL_PARTICLES.has(particle) && !follows) continue;
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

function opensWith(analysis: Analysis, noun: Word, particle: string): boolean {
  return children(analysis, noun).some((c) => c.deprel === "case" && c.form.toLowerCase() === particle);
}
