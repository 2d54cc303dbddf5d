import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Cast } from "./cast.js";
import type { EventType } from "./event.js";
import type { Match } from "./match-patterns.js";
import { wordList } from "./words.js";

/** Acts of words, which are often put to those whom nobody names. */
const PUT: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE"]);
const PARTIES = wordList("unnamed-parties");
const MARKERS = wordList("unnamed-markers");

/**
 * True for a demand or charge put to others who are meant without being named: "certain people have been lying", "all parties
 * need to stop", "urged a foreign government". Who they are nobody knows, yet they are the act's other side.
 */
export function meansOthers(cast: Cast, { pattern, targets }: Match): boolean {
  return (
    PUT.has(pattern.type) && targets.some((group) => group.words.some((w) => isUnnamed(cast.analysis, w)))
  );
}

/** "Some countries", and the plural that nothing determines: "countries outside the region". */
function isUnnamed(analysis: Analysis, word: Word): boolean {
  if (word.upos !== "NOUN" || !PARTIES.has(word.lemma.toLowerCase())) return false;
  const below = children(analysis, word);
  if (below.some((child) => MARKERS.has(child.lemma.toLowerCase()))) return true;
  return (
    word.xpos === "NNS" && !below.some((child) => child.deprel === "det" || child.deprel === "nmod:poss")
  );
}
