import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { loadVocabulary } from "./vocabulary.js";

/** Where the clause around a time lies, seen from the report. */
export type Tense = "past" | "present" | "future";

const list = (name: string) => loadVocabulary().lists.get(name) ?? new Set<string>();
/** Words whose complement lies ahead of them: "plan", "due". */
const future = list("future");
/** Words that say that their complement came about: "began to", "refused to". */
const implicative = list("implicative");

/**
 * The tense of the clause that an expression of time stands in, from the Penn tags of its verb and auxiliaries. A verb
 * right before the expression ("said Friday", "issued on Thursday") decides before the tree does. An infinitive lies
 * ahead of the verb that takes it ("agreed to meet Monday") unless that verb is implicative ("began to").
 */
export function tenseAt(analysis: Analysis, wordIndex: number): Tense | undefined {
  if (isDeadline(analysis, wordIndex)) return "future";
  const before = verbBefore(analysis, wordIndex);
  if (before) {
    if (before.xpos === "VBD") return "past";
    if (before.xpos === "VBN" && !hasAuxiliary(analysis, before))
      return future.has(before.lemma) ? "future" : "past";
  }
  let word: Word | undefined = analysis.words[wordIndex];
  let ahead = false;
  for (let steps = 0; word && steps < 32; steps++) {
    const above: Word | undefined = governor(analysis, word);
    const own = verbTense(analysis, word);
    // "Friday's purchases": the noun names something that happened unless the whole clause lies ahead.
    if (relation(word) === "nmod" && word.deprel === "nmod:poss" && !own) {
      return clauseAbove(analysis, above) === "future" ? "future" : "past";
    }
    if (own) return ahead ? "future" : own;
    if (above && word.index > above.index && future.has(above.lemma))
      return isPluperfect(analysis, above) ? "past" : "future";
    // A purpose ("gathered to mark") has the time of what was done for it.
    const verb = word.xpos === "VB" || word.xpos === "VBN";
    const takes = verb && isInfinitive(analysis, word) && relation(word) !== "advcl";
    if (takes && !(above && implicative.has(above.lemma))) ahead = true;
    word = above;
  }
  return ahead ? "future" : undefined;
}

function clauseAbove(analysis: Analysis, word: Word | undefined): Tense | undefined {
  for (let w = word, steps = 0; w && steps < 32; steps++, w = governor(analysis, w)) {
    const own = verbTense(analysis, w);
    if (own) return own;
  }
  return undefined;
}

/** The verb that stands right before a word, a preposition aside. */
function verbBefore(analysis: Analysis, wordIndex: number): Word | undefined {
  const sentence = analysis.words[wordIndex]?.sentence;
  let word = analysis.words[wordIndex - 1];
  if (word?.upos === "ADP") word = analysis.words[wordIndex - 2];
  return word?.sentence === sentence ? word : undefined;
}

function hasAuxiliary(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((child) => relation(child) === "aux");
}

/** "had been scheduled to expire Friday": seen from the report, that Friday is past. */
function isPluperfect(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((child) => child.lemma === "have" && child.xpos === "VBD");
}

/** "As soon as Tuesday", "as early as next week". */
function isDeadline(analysis: Analysis, wordIndex: number): boolean {
  const [as, soon, first] = [1, 2, 3].map((back) => analysis.words[wordIndex - back]?.form.toLowerCase());
  return as === "as" && first === "as" && (soon === "soon" || soon === "early");
}

function isInfinitive(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((child) => child.xpos === "TO");
}

/** The tense that a word shows as the head of a clause; undefined for nouns, infinitives and -ing forms. */
function verbTense(analysis: Analysis, word: Word): Tense | undefined {
  let perfect = false;
  let past = false;
  let present = false;
  let modal = false;
  for (const child of children(analysis, word)) {
    const rel = relation(child);
    if (rel !== "aux" && rel !== "cop") continue;
    const form = child.form.toLowerCase();
    if (child.xpos === "MD") {
      if (
        form === "will" ||
        form === "'ll" ||
        form === "\u2019ll" ||
        form === "wo" ||
        form === "shall" ||
        form === "would"
      )
        return "future";
      modal = true;
    } else if (child.xpos === "VBD") past = true;
    else if (child.xpos === "VBZ" || child.xpos === "VBP") {
      present = true;
      if (form === "has" || form === "have" || form === "'ve" || form === "\u2019ve") perfect = true;
    }
  }
  if (past || perfect) return future.has(word.lemma) && word.xpos === "VBN" ? "future" : "past";
  if (present) return word.xpos === "VBN" && future.has(word.lemma) ? "future" : "present";
  // "To be published in May" has yet to be.
  if (modal || (word.xpos === "VBN" && isInfinitive(analysis, word))) return undefined;
  if (word.xpos === "VBD") return "past";
  if (word.xpos === "VBN") return future.has(word.lemma) ? "future" : "past";
  if (word.xpos === "VBZ" || word.xpos === "VBP") return "present";
  return undefined;
}
