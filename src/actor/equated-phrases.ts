import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { type Draft, isPlural, textOf } from "./draft.js";
import type { Resolution } from "./resolution.js";

/**
 * Who a common noun is said to be by the sentence itself: the subject of which it is the predicate ("Ghana is a leading
 * exporter", "became the first country to"), or the name that it stands beside ("his firm, Harbour Tools Ltd").
 * @param draftAt the mention at a head word, read before its turn where it stands behind the noun
 */
export function resolveEquated(
  analysis: Analysis,
  word: Word,
  isBody: boolean,
  draftAt: (head: Word) => Draft | undefined,
): Resolution | undefined {
  if (word.upos !== "NOUN") return undefined;
  const other = subjectOfPredicate(analysis, word) ?? nameBeside(analysis, word);
  const draft = other && draftAt(other);
  if (!draft || draft.actors.length === 0 || (isBody && draft.person)) return undefined;
  // "Ghana and Togo are members": the first of them is not both.
  if (isPlural(word) !== (draft.plural || draft.actors.length > 1)) return undefined;
  const { actors, person } = draft;
  return { actors, person, by: `said of "${textOf(analysis, draft)}"`, antecedent: draft };
}

/** The subject of "is a patron", "became a patron"; undefined where that is denied or only supposed. */
function subjectOfPredicate(analysis: Analysis, word: Word): Word | undefined {
  const own = children(analysis, word);
  const over = relation(word) === "xcomp" ? governor(analysis, word) : undefined;
  const becomes = over && referenceWords().becoming.has(over.lemma.toLowerCase());
  if (!becomes && !own.some((c) => relation(c) === "cop")) return regarded(analysis, word, own);
  if (own.some((c) => relation(c) === "case")) return undefined;
  const around = becomes ? [...own, ...children(analysis, over)] : own;
  if (around.some((c) => DENIALS.has(c.lemma.toLowerCase()))) return undefined;
  return around.find((c) => relation(c) === "nsubj" && c.index < word.index);
}

/** Who is "listed as a terrorist organization", whom a state "regards as" one; undefined where that is denied. */
function regarded(analysis: Analysis, word: Word, own: readonly Word[]): Word | undefined {
  const over = governor(analysis, word);
  if (!over || !referenceWords().regarding.has(over.lemma.toLowerCase())) return undefined;
  if (!own.some((c) => c.form.toLowerCase() === "as" && c.index < word.index)) return undefined;
  const around = children(analysis, over);
  if (around.some((c) => DENIALS.has(c.lemma.toLowerCase()))) return undefined;
  const object = around.find((c) => c.deprel === "nsubj:pass" || relation(c) === "obj");
  return object ?? (over.deprel === "acl" ? governor(analysis, over) : undefined);
}

const DENIALS: ReadonlySet<string> = new Set(["not", "n't", "never", "no", "neither", "nor", "hardly", "if"]);

/** The name before or behind a noun, set off from it by a comma or a dash, or right behind it ("our ally Ghana"). */
function nameBeside(analysis: Analysis, word: Word): Word | undefined {
  const other =
    relation(word) === "appos"
      ? governor(analysis, word)
      : children(analysis, word).find((c) => relation(c) === "appos");
  if (other?.upos !== "PROPN" || isPartOf(analysis, other, word)) return undefined;
  const [from, to] = word.index < other.index ? [word.index, other.index] : [other.index, word.index];
  if (other.index === word.index + 1) return other;
  for (let i = from + 1; i < to; i++) if (SET_OFF.has(analysis.words[i]!.form)) return other;
  return undefined;
}

/** "14 foreigners, six Iraqis": those who are counted by another number are some of them. */
function isPartOf(analysis: Analysis, other: Word, word: Word): boolean {
  const count = (head: Word) => children(analysis, head).find((c) => c.upos === "NUM")?.lemma;
  const number = count(other);
  return number !== undefined && number !== count(word);
}

const SET_OFF: ReadonlySet<string> = new Set([",", "-", "--", "–", "—", "("]);
