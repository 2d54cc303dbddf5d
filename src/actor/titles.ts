import { peopleNoun } from "../knowledge/people-nouns.js";
import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Analysis, Word } from "../language/analysis.js";
import type { Hit, Hits } from "./hits.js";
import { isBody, stateCode, tenureOf } from "./modifiers.js";

/** A title that stands right before a person's name. */
export interface Title {
  /** The role noun ("spokesman"). */
  readonly role: Hit;
  /** First word of the whole title ("Chinese"). */
  readonly first: number;
}

/**
 * The title right before a person's name: "Chinese Foreign Ministry spokesman", "U.S. Ambassador to the United
 * Nations". Read from the order of the words, so that a wrong arc in the tree does not part a title from its name.
 */
export function titleBefore(analysis: Analysis, hits: Hits, person: Hit): Title | undefined {
  const role = roleBefore(analysis, hits, person);
  if (!role) return undefined;
  const { words } = analysis;
  const start = analysis.sentences[words[role.first]!.sentence]!.first;
  let first = role.first;
  while (first > start) {
    const shortened = bodyBefore(analysis, hits, first - 1);
    if (shortened) {
      first = shortened.first;
      continue;
    }
    const before = words[first - 1]!;
    const hit = hits.at(before.index);
    if (hit ? !belongs(analysis, hit, first, person) : !qualifies(before, first, person)) break;
    first = hit ? hit.first : first - 1;
  }
  // "then-Norwegian Prime Minister", "Acting Defence Minister": the tree may hang these from elsewhere.
  const hyphen = first > start && words[first - 1]!.form === "-" ? 1 : 0;
  if (first - hyphen > start && tenureOf(words[first - hyphen - 1]!)) first -= hyphen + 1;
  while (first < role.first && (words[first]!.upos === "PUNCT" || words[first]!.upos === "CCONJ")) first++;
  return { role, first };
}

/** "Mainland Affairs Council (MAC) Chairwoman Lai": the body before the brackets that close at a word. */
function bodyBefore({ words }: Analysis, hits: Hits, closing: number): Hit | undefined {
  if (words[closing]?.form !== ")" || words[closing - 2]?.form !== "(") return undefined;
  const body = hits.at(closing - 3);
  return body && isBody(body) ? body : undefined;
}

function roleBefore(analysis: Analysis, hits: Hits, person: Hit): Hit | undefined {
  const { words } = analysis;
  if (person.first === 0) return undefined;
  // "President-elect Boric": the word that puts the office off stands between the title and the name.
  const last = beforeTenure(analysis, beforeBrackets(analysis, person.first));
  const before = portfolioOwner(analysis, hits, last) ?? hits.at(last - 1);
  if (!before || words[before.top]!.sentence !== words[person.top]!.sentence) return undefined;
  if (before.role && isPersonal(before.role)) return before;
  if (!isBody(before) && stateCode(before) === undefined) return undefined;
  // "director of China's National Space Administration Wu": the body has its own tag and owner before it.
  let at = Math.min(before.first, hits.nameAt(before.top)?.first ?? before.first) - 1;
  if (words[at]?.xpos === "POS" && hits.at(at - 1)) at = hits.at(at - 1)!.first - 1;
  if (words[at]?.upos === "DET") at--;
  if (words[at]?.upos !== "ADP") return undefined;
  const role = hits.at(at - 1);
  // "the board of the Chronicle Berg spoke to": a body of people is nobody's title.
  if (!role?.role || peopleNoun(words[role.top]!.lemma.toLowerCase()) === "group") return undefined;
  return isPersonal(role.role) ? role : undefined;
}

/** "Minister for the Middle East Berg": the role before a region that no list has as an actor. */
function portfolioOwner({ words }: Analysis, hits: Hits, end: number): Hit | undefined {
  const isRegion = (at: number) => {
    const hit = hits.at(at);
    return hit
      ? hit.names[0]?.kind === "not an actor"
      : words[at]?.upos === "PROPN" || hits.nameAt(at)?.type === "LOC";
  };
  let at = end - 1;
  while (at > end - FARTHEST && isRegion(at)) at--;
  if (at === end - 1) return undefined;
  if (words[at]?.upos === "DET") at--;
  return words[at]?.form === "for" ? hits.at(at - 1) : undefined;
}

/** "Superintendent of Police (SP) Rao": where a title ends that is given by its letters too. */
function beforeBrackets({ words }: Analysis, at: number): number {
  const short = words[at - 1]?.form === ")" && words[at - 3]?.form === "(" ? words[at - 2]!.form : "";
  return /^\p{Lu}{2,}$/u.test(short) ? at - 3 : at;
}

/** Where a title that ends before `at` ends, without "-elect" and "designate". */
function beforeTenure(analysis: Analysis, at: number): number {
  const { words } = analysis;
  const word = words[at - 1];
  if (!word || tenureOf(word) !== "coming") return at;
  return words[at - 2]?.upos === "PUNCT" ? at - 2 : at - 1;
}

/**
 * The state's adjective before a name, with only nouns that no list knows in between ("British architect Norman
 * Foster"); the tree must hang it from them or the name.
 */
export function demonymBefore(analysis: Analysis, hits: Hits, person: Hit): Hit | undefined {
  const { words } = analysis;
  for (let i = person.first - 1; i >= Math.max(0, person.first - FARTHEST); i--) {
    const word = words[i]!;
    if (word.sentence !== words[person.first]!.sentence) return undefined;
    const hit = hits.at(i);
    if (hit) {
      const kind = hit.names[0]?.kind;
      const { head } = words[hit.top]!;
      const inside = head >= hit.last && head < person.last;
      return kind === "adjective" && inside && words[hit.last]?.form !== "-" ? hit : undefined;
    }
    if (word.upos !== "NOUN" && word.upos !== "ADJ") return undefined;
  }
  return undefined;
}

/** So many words at most stand between a demonym and a name that it tells of. */
const FARTHEST = 5;

/** True for roles that one person fills: not "people", "government". */
export function isPersonal(role: RoleEntry): boolean {
  return !role.state && role.kind !== "institution" && role.kind !== "group" && role.kind !== "body";
}

/** True for "Mr.", "Queen" and the like. */
export function isHonorific(word: Word | undefined): boolean {
  if (!word) return false;
  const { men, women } = referenceWords();
  const form = word.form.toLowerCase();
  return (
    word.upos !== "PUNCT" && (form === "dr." || ((men.has(form) || women.has(form)) && word.form !== form))
  );
}

/** True where a known name or ministry is part of the title that begins at `first`. */
function belongs(analysis: Analysis, hit: Hit, first: number, person: Hit): boolean {
  // "President Sarkozy and Prime Minister Cameron": another person's name is no part of the title.
  if (hit.person && analysis.words[hit.last]?.upos === "CCONJ") return false;
  const top = analysis.words[hit.top]!;
  if (top.head >= first && top.head < person.last) return true;
  const over = analysis.words[person.top]!.head;
  if (over >= hit.first && over < hit.last) return true;
  if (hit.person) return false;
  return (
    top.deprel === "amod" ||
    top.deprel === "compound" ||
    top.deprel === "nmod:poss" ||
    top.deprel === "nmod:desc"
  );
}

function qualifies(word: Word, first: number, person: Hit): boolean {
  if (word.upos === "VERB" || word.upos === "AUX" || word.upos === "ADP") return false;
  if (word.upos === "PUNCT" && word.form !== "-" && word.form !== "–") return false;
  if (word.upos === "PUNCT" || word.xpos === "POS") return true;
  return word.head >= first && word.head < person.last;
}
