import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import type { Hit } from "./hits.js";

/**
 * Why a capital or seat is a place here and no actor; undefined where it may act. "Beijing said" acts; "in Beijing",
 * "flew to Beijing", "visited Beijing", "Beijing's airport" are places.
 */
export function placeReason(analysis: Analysis, hit: Hit): string | undefined {
  const { words } = analysis;
  const lists = referenceWords();
  const top = words[hit.top]!;
  const over = governor(analysis, top);
  const preposition = prepositionOf(analysis, top);
  if (preposition !== undefined) {
    if (lists.placePrepositions.has(preposition)) return `behind "${preposition}"`;
    if (lists.motionPrepositions.has(preposition) && over && lists.motion.has(over.lemma.toLowerCase())) {
      return `"${over.form} ${preposition}"`;
    }
  }
  if (preposition === "from" && over && relation(top) === "obl" && SAYING.has(over.lemma.toLowerCase()))
    return `"${over.form} from"`;
  if (isDateline(analysis, hit)) return "dateline";
  const next = words[hit.last];
  if (next?.form === "s" && isBeforePlace(analysis, hit.last + 1)) return "possessor of a place";
  const rel = relation(top);
  if (rel === "appos" || rel === "flat") return "apposition";
  if (next?.form === "," && words[hit.last + 1]?.upos === "PROPN") {
    const behind = words[hit.last + 1]!;
    if (behind.head === hit.top && (relation(behind) === "appos" || relation(behind) === "nmod"))
      return "address";
  }
  if ((next?.form === "-" || next?.form === "–") && BORN_OR_BASED.has(words[hit.last + 1]?.lemma ?? ""))
    return `-${words[hit.last + 1]!.form}`;
  if (!over) return children(analysis, top).length === 0 ? "alone" : undefined;
  if (rel === "obj" && lists.motion.has(over.lemma.toLowerCase())) return `object of "${over.form}"`;
  if (rel === "nmod" || rel === "compound" || rel === "amod" || rel === "nmod:desc") {
    if (
      top.deprel === "nmod:poss" ? lists.placeNouns.has(over.lemma.toLowerCase()) : preposition === undefined
    ) {
      return `before "${over.form}"`;
    }
    if (lists.placeNouns.has(over.lemma.toLowerCase()) && preposition === "of") return `"${over.form} of"`;
    if (lists.motion.has(over.lemma.toLowerCase()) && preposition === "of") return `"${over.form} of"`;
  }
  if (rel === "conj") {
    const first = governor(analysis, top)!;
    const p = prepositionOf(analysis, first);
    if (p !== undefined && lists.placePrepositions.has(p)) return `behind "${p}"`;
  }
  return undefined;
}

/** "the city of Liberia": a town that is called like a state. */
export function isTownOf(analysis: Analysis, word: Word): boolean {
  const over = governor(analysis, word);
  return over !== undefined && prepositionOf(analysis, word) === "of" && TOWNS.has(over.lemma.toLowerCase());
}

/** "Moscow s Lefortovo prison", the apostrophe lost: the noun that the words from `first` lead to is a place. */
function isBeforePlace(analysis: Analysis, first: number): boolean {
  for (let i = first; i < first + 4; i++) {
    const word = analysis.words[i];
    if (!word || (word.upos !== "PROPN" && word.upos !== "NOUN" && word.upos !== "ADJ")) return false;
    if (referenceWords().placeNouns.has(word.lemma.toLowerCase())) return true;
  }
  return false;
}

const TOWNS: ReadonlySet<string> = new Set(["city", "town", "village", "port", "municipality", "suburb"]);
const SAYING: ReadonlySet<string> = new Set(["say", "report", "write", "speak", "tell", "add"]);
const BORN_OR_BASED: ReadonlySet<string> = new Set(["base", "bear", "born", "educate", "train"]);

/** True for a word in capitals throughout. */
function isShouted(form: string): boolean {
  return form === form.toUpperCase();
}

/** "MOSCOW: ...", "BEIJING (Reuters) -", "SEOUL, South Korea —": the place from which a report is filed, at a paragraph's start. */
export function isDateline(analysis: Analysis, hit: Pick<Hit, "first" | "last">): boolean {
  const { words, sentences } = analysis;
  const sentence = sentences[words[hit.first]!.sentence]!;
  if (hit.first !== sentence.first) return false;
  for (let i = hit.last; i < Math.min(hit.last + 8, sentence.last); i++) {
    const { form, upos } = words[i]!;
    if (
      form === "—" ||
      form === "–" ||
      form === "--" ||
      (form === "-" && words[i]!.start > words[i - 1]!.end)
    )
      return true;
    if (i === hit.last && (form === "(" || (form === ":" && isShouted(words[hit.first]!.form)))) return true;
    if (upos === "VERB" || upos === "AUX") return false;
  }
  return false;
}
