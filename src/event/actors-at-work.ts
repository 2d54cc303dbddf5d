import type { Word } from "../language/analysis.js";
import type { Cast } from "./cast.js";
import { isPassive } from "./clause.js";
import type { Participant } from "./event.js";
import { counted } from "./frame.js";
import type { Match } from "./match-patterns.js";
import { isNamedBy, isSomebody } from "./named-by.js";
import { isPersonNoun } from "./nouns.js";
import { wordList } from "./words.js";

/** Nouns of those who act in politics though nobody knows whose they are: "gunmen", "the coalition". */
const POLITICAL = wordList("political-people");
/** Things that somebody's act shows in: "missiles hit the base", "air strikes killed three". */
const ACTING = wordList("acting-things");
/** Slots in which whoever acts stands in a clause. */
const ACTORS = new Set(["subject", "agent", "speaker", "from"]);

/** The words that name who acts, as far as the pattern looks for them in the clause. */
function actingWords(match: Match): readonly Word[] {
  return match.sources.filter((g) => ACTORS.has(g.slot)).flatMap((g) => g.words);
}

/** True for a noun of those who act in politics by themselves, known or not. */
export function isPoliticalNoun(word: Word): boolean {
  return POLITICAL.has(word.lemma.toLowerCase());
}

/**
 * True where a source that a word only belongs to acts through it: Israel through "Israeli jets" and "Israel's decision",
 * but America not through "American cereals" nor Austria through "the orchestra from Vienna".
 */
export function actsThrough(
  cast: Cast,
  { frame }: Match,
  slot: string,
  word: Word,
  participant: Participant,
): boolean {
  if (frame.part !== "verb" || !ACTORS.has(slot) || word.upos !== "NOUN") return true;
  if (isNamedBy(cast, word, participant)) return true;
  return (
    isPoliticalNoun(word) || ACTING.has(word.lemma.toLowerCase()) || isPersonNoun(word.lemma.toLowerCase())
  );
}

/**
 * True where an act may be told though nobody known does it: in a passive that leaves its agent out, or by somebody
 * unknown. Inflation, locusts and cases that put pressure on a government are no actors, and an order to nobody
 * ("lock her up!") or a bare infinitive tells of no act.
 */
export function mayBeNameless(cast: Cast, match: Match): boolean {
  const { frame } = match;
  if (frame.part === "noun") return true;
  const words = actingWords(match);
  if (words.length === 0) {
    return (
      frame.trigger.upos === "AUX" || frame.part === "adjective" || isPassive(cast.analysis, frame.anchor)
    );
  }
  return words.some((word) => {
    if (word.upos === "PROPN" || word.upos === "PRON" || word.upos === "NUM") return true;
    return isSomebody(cast, word) || isPoliticalNoun(word) || ACTING.has(word.lemma.toLowerCase());
  });
}

/**
 * True where a target counts though nobody known acts: it is named by its own words, or the act is done to people by
 * those who act in politics. "The Italian designer sued an American copycat" is no act against the United States.
 */
export function isAimedAt(cast: Cast, match: Match, target: Participant): boolean {
  // "a total of 15 members were killed": the noun that is counted is whom it befell.
  const words = match.targets.flatMap((g) => g.words.flatMap((w) => [w, counted(cast.analysis, w)]));
  const own = words.some(
    (word) =>
      isNamedBy(cast, word, target) &&
      (target.mention === undefined || cast.mentionAt(word) === target.mention),
  );
  if (own) return true;
  const acting = actingWords(match);
  const political = acting.some((w) => isPoliticalNoun(w) || ACTING.has(w.lemma.toLowerCase()));
  if (political) return true;
  return acting.length === 0 && match.pattern.type === "ASSAULT" && words.some((w) => isPersonNoun(w.lemma));
}
