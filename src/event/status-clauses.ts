import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { caseOf, MAX_CLIMB } from "./clause.js";
import { negation } from "./negation.js";
import { ADVERBIAL, CONJUNCTIONS, MODALS, OCCURRENCES, SINGLING_OUT } from "./status-words.js";

/** What kind of clause or phrase a word stands in, as far as it bears on the status of an act. */

const WHY: ReadonlySet<string> = new Set(["why", "how"]);
const INDICATIVE: ReadonlySet<string> = new Set(["VBD", "VBZ"]);
/** Modals of statements, not of demands. */
const STATING: ReadonlySet<string> = new Set(["will", "would", "may", "might", "can", "could"]);

export function isConditional(mark: string): boolean {
  return CONJUNCTIONS.get(mark)?.has("conditional") ?? false;
}

/** The conjunction or preposition that opens a clause or phrase, "if" also of "if it were to attack". */
export function conjunctionOf(analysis: Analysis, word: Word): string | undefined {
  const marks = children(analysis, word).filter((c) => c.deprel === "mark");
  return marks.length > 1 ? marks[0]!.form.toLowerCase() : caseOf(analysis, word);
}

/** "when it fired", "because it fired": the clause is no complement, whether "when" is its conjunction or its adverb. */
export function isAdverbial(analysis: Analysis, clause: Word): boolean {
  const openers = children(analysis, clause).filter((c) => c.deprel === "advmod" && c.index < clause.index);
  const marks = [caseOf(analysis, clause) ?? "", ...openers.map((c) => c.form.toLowerCase())];
  return marks.some((m) => ADVERBIAL.has(m));
}

/** "Speaking in Rome, he urged": a participle before the verb is not what the verb is about. */
export function isOpening(analysis: Analysis, clause: Word): boolean {
  return clause.xpos === "VBG" && clause.index < clause.head && caseOf(analysis, clause) === undefined;
}

/** "should the talks fail": a clause that opens with "should" before its subject states a condition. */
export function isInverted(analysis: Analysis, clause: Word): boolean {
  const first = children(analysis, clause)[0];
  const subject = children(analysis, clause).find((c) => relation(c) === "nsubj");
  return (
    first !== undefined &&
    subject !== undefined &&
    relation(first) === "aux" &&
    first.index < subject.index &&
    isConditional(first.form.toLowerCase())
  );
}

/** "told reporters that it fired" tells what was done; only "told it to fire" or "that it fire" demands. */
export function isIndicative(analysis: Analysis, word: Word): boolean {
  const auxiliaries = children(analysis, word).filter((c) => relation(c) === "aux" || c.deprel === "cop");
  if (auxiliaries.length === 0) return INDICATIVE.has(word.xpos);
  return auxiliaries.some((c) => INDICATIVE.has(c.xpos) || STATING.has(c.lemma.toLowerCase()));
}

/** "the first state to sign", "the only side to leave": whoever is singled out by an act has done it. */
export function isSingledOut(analysis: Analysis, noun: Word): boolean {
  if (SINGLING_OUT.has(noun.lemma.toLowerCase())) return true;
  return children(analysis, noun).some(
    (c) => relation(c) === "amod" && (SINGLING_OUT.has(c.lemma.toLowerCase()) || c.xpos === "JJS"),
  );
}

/** "the visit will take place", "the withdrawal would be subject to": the tense of the verb is that of the act. */
export function takesPlace(analysis: Analysis, noun: Word, head: Word): boolean {
  if (noun.upos !== "NOUN") return false;
  if (OCCURRENCES.has(head.lemma.toLowerCase())) return true;
  const below = children(analysis, head);
  const planned = below.some(
    (c) => relation(c) === "aux" && MODALS.get(c.lemma.toLowerCase())?.has("planned"),
  );
  return planned && below.some((c) => c.deprel === "cop") && !negation(analysis, head);
}

/** "Why does it keep launching missiles?" takes for granted that it does. */
export function asksWhy(analysis: Analysis, anchor: Word): boolean {
  for (let at: Word | undefined = anchor, i = 0; at && i < MAX_CLIMB; at = governor(analysis, at), i++) {
    if (children(analysis, at).some((c) => c.index < anchor.index && WHY.has(c.lemma.toLowerCase())))
      return true;
  }
  return false;
}

/** "did not name him but claimed" denies no claim: what an auxiliary says holds for the verbs in its own form. */
export function isSameForm(word: Word, head: Word): boolean {
  return word.upos !== "VERB" || head.upos !== "VERB" || word.xpos === head.xpos;
}

/** "every" of "every year": a repeated time makes an act habitual. */
export function periodOf(analysis: Analysis, word: Word): string {
  return (
    children(analysis, word)
      .find((c) => c.deprel === "det")
      ?.lemma.toLowerCase() ?? ""
  );
}
