import type { Sector } from "../actor/actor.js";
import type { Word } from "../language/analysis.js";
import { ancestors, children, governor, relation, subtree } from "../language/tree.js";
import { overlaps } from "../record/span.js";
import type { Cast } from "./cast.js";
import { caseOf, isPassive, namesMaker } from "./clause.js";
import type { EventType, Participant } from "./event.js";
import { participantsOf, type Role } from "./named-by.js";
import { isPersonNoun } from "./nouns.js";

/** What sides do with each other, and the prepositions before what it is about. */
const TOGETHER: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "COOPERATE"]);
const TOPICAL: ReadonlySet<string> = new Set(["about", "on", "over", "regarding", "concerning"]);
const FIGHTING: ReadonlySet<Sector> = new Set(["MIL", "REB"]);
/** Relations in which a name describes the noun over it. */
const DESCRIBING: ReadonlySet<string> = new Set(["compound", "amod", "nmod:poss"]);
/** True for a phrase that the words around it keep from being `role` in the act of `type` that `trigger` tells. */
export function isNoSide(
  cast: Cast,
  trigger: Word,
  type: EventType,
  role: Role,
  word: Word,
  participants: readonly Participant[],
): boolean {
  if (describesSomebody(cast, word) || isTold(cast, trigger, word, participants)) return true;
  if (role === "source") {
    const teller = cast.statementAt(trigger)?.source;
    return teller !== undefined && overlaps(teller, word) && onlyTells(cast, trigger, type, participants);
  }
  if (type === "MOBILIZE" && origins(cast, trigger).includes(word)) return true;
  // A thing that they speak of says that nobody else is named.
  return participants.some((p) => p.actor.known) && isTopic(cast, trigger, type, word);
}

/**
 * "U.S." of "U.S. partners", "China" of "China's critics": says whose people act, and is none of them; as little as "U.S."
 * of "a U.S.-drafted ban", which says who made it.
 */
function describesSomebody({ analysis }: Cast, word: Word): boolean {
  // "Japanese and South Korean officials": the second describes them as the first does.
  let first = word;
  for (let up = governor(analysis, first); up && relation(first) === "conj"; up = governor(analysis, first))
    first = up;
  const over = governor(analysis, first);
  if (!over) return false;
  if (first.index < over.index && namesMaker(analysis, over)) return true;
  return DESCRIBING.has(first.deprel) && isPersonNoun(over.lemma.toLowerCase());
}

/** "Interfax" of "told Interfax that he was delaying the pullout": an outlet to which an act is told takes no part in it. */
function isTold(
  { analysis }: Cast,
  trigger: Word,
  word: Word,
  participants: readonly Participant[],
): boolean {
  if (!participants.some(({ actor }) => actor.known && actor.value.sector === "MED")) return false;
  const verb = governor(analysis, word);
  const isAddressee = TOLD.has(word.deprel) || caseOf(analysis, word) === "to";
  if (!verb || !isAddressee || !TELLING.has(verb.lemma) || verb === trigger) return false;
  return ancestors(analysis, trigger).includes(verb);
}

const TOLD: ReadonlySet<string> = new Set(["obj", "iobj"]);
const TELLING: ReadonlySet<string> = new Set(["tell", "inform", "say", "write", "speak"]);

/** "North Korea" of "agreed to cooperate on North Korea", "held talks about Iran": what two sides do together is about it. */
function isTopic({ analysis }: Cast, trigger: Word, type: EventType, word: Word): boolean {
  if (!TOGETHER.has(type) || !TOPICAL.has(caseOf(analysis, word) ?? "")) return false;
  const over = governor(analysis, word);
  return over !== undefined && (over === trigger || over === governor(analysis, trigger));
}

/**
 * True for whoever tells of an act that others did: "Brandet" of "dozens were injured, Brandet said" (who tells of violence in the
 * passive seldom did it, unless he fights, and then not to his own: "its soldiers were killed, the army said"), "South Korea's army" of what, it said, "was fired from Pyongyang".
 */
export function onlyTells(
  cast: Cast,
  trigger: Word,
  type: EventType,
  tellers: readonly Participant[],
): boolean {
  if ((type !== "ASSAULT" && type !== "MOBILIZE") || !isPassive(cast.analysis, trigger)) return false;
  if (type === "ASSAULT" && !tellers.some((p) => isFighter(p) && !isHurt(cast, trigger, p))) return true;
  const states = origins(cast, trigger).flatMap((w) => cast.placeAt(w)?.country ?? []);
  return states.length > 0 && !tellers.some((p) => p.actor.known && states.includes(p.actor.value.code));
}

/** True where one of the teller's own side is who the passive `trigger` befell. */
function isHurt(cast: Cast, trigger: Word, teller: Participant): boolean {
  return children(cast.analysis, trigger)
    .filter((c) => c.deprel === "nsubj:pass")
    .flatMap((c) => participantsOf(cast, c, trigger, "target", []))
    .some((p) => sideOf(p) !== undefined && sideOf(p) === sideOf(teller));
}

/** An army and its soldiers are one side, an army and its state's rebels are two. */
function sideOf({ actor }: Participant): string | undefined {
  return actor.known ? `${actor.value.code} ${actor.value.sector ?? ""}` : undefined;
}

/** The words after "from" under an act: "Sunan" of "fired a missile from Sunan". */
function origins({ analysis }: Cast, trigger: Word): readonly Word[] {
  // "From near the capital" has two prepositions.
  const isFrom = (word: Word) =>
    children(analysis, word).some((c) => c.deprel === "case" && c.lemma.toLowerCase() === "from");
  return children(analysis, trigger)
    .filter((c) => ["obl", "nmod"].includes(relation(c)) && isFrom(c))
    .flatMap((c) => subtree(analysis, c));
}

/** Armies and rebels: violence that they tell of may be their own. */
function isFighter({ actor }: Participant): boolean {
  return actor.known && actor.value.sector !== undefined && FIGHTING.has(actor.value.sector);
}
