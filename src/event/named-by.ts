import type { Actor } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation, subtree } from "../language/tree.js";
import type { Where } from "../place/where.js";
import { known, unknown } from "../record/value.js";
import { type Cast, isFirstPronoun } from "./cast.js";
import { caseOf, coordination, isModifier, namesMaker } from "./clause.js";
import type { Participant } from "./event.js";
import { phraseSpan } from "./event-words.js";
import { counted } from "./frame.js";
import { isPersonNoun } from "./nouns.js";
import { possessors } from "./subjects.js";
import { wordList } from "./words.js";

export type Role = "source" | "target";

type Holder = (analysis: Analysis, child: Word) => boolean;

/** Where the holder of a thing stands in its phrase, after possessors, best first: "calls by Washington", "U.S. trade". */
const HOLDERS: readonly Holder[] = [
  (analysis, child) => isAfter(analysis, child, ["by"]),
  (_, child) => relation(child) === "acl",
  (analysis, child) => isAfter(analysis, child, ["of", "from"]),
  (_, child) => isModifier(child),
  (_, child) => child.deprel === "appos",
];
/** What a thing is done to or with, for targets only: "sanctions against Iran", "a base in Syria". */
const AIMS: Holder = (analysis, child) =>
  isAfter(analysis, child, ["against", "on", "in", "with", "to", "for", "between"]);
const PLACED: Holder = (analysis, child) => isAfter(analysis, child, ["in"]);
/** Nouns of people and bodies that the place after them belongs to: "rebels in Yemen". */
const PLACED_PEOPLE = wordList("placed-people");
/** Nouns of persons by their tie to somebody else, whom they are not: "U.S. partners". */
const RELATIONAL = wordList("relational-nouns");
/** Of these, the ones that belong to the state before them: "his Ugandan counterpart". */
const COUNTERPARTS = wordList("counterpart-nouns");
/** What is done to somebody: "the bombing of the embassy". */
const HARMS = wordList("harms");
const BEFALLING = ["of", "on", "in", "at", "against", "near", "outside"];
const MAX_DEPTH = 3;

function isAfter(analysis: Analysis, child: Word, prepositions: readonly string[]): boolean {
  if (relation(child) !== "nmod" && relation(child) !== "obl") return false;
  const preposition = caseOf(analysis, child);
  return preposition !== undefined && prepositions.includes(preposition);
}

/**
 * Who a word stands for in a role: the speaker for "we", the actors of the mention that it heads, those who hold what
 * it names, for a target the state that the place lies in; else one unknown participant with the reason.
 */
export function participantsOf(
  cast: Cast,
  word: Word,
  trigger: Word,
  role: Role,
  taken: readonly Participant[],
): readonly Participant[] {
  const statement = cast.statementAt(word) ?? cast.statementAt(trigger);
  if (isFirstPronoun(word) && statement) {
    return [{ ...cast.speaker(statement), span: { start: word.start, end: word.end } }];
  }
  const named = namedBy(cast, word, role, taken);
  if (named.length > 0) return named;
  const place = role === "target" ? placeOf(cast, word) : undefined;
  if (place) {
    const { start, end } = place;
    const actor = known<Actor>({ code: place.country! }, "inferred", `${place.name} lies there`, {
      start,
      end,
    });
    return [{ actor, span: { start, end } }];
  }
  const index = cast.mentionAt(word);
  const mention = index === undefined ? undefined : cast.mentions[index]!;
  const actor = unknown(mention?.reason ?? "the words name no actor that the knowledge holds");
  if (!mention) return [{ actor, span: phraseSpan(cast.analysis, word) }];
  return [{ actor, mention: index!, span: { start: mention.start, end: mention.end } }];
}

/** The place that a target is or lies in: "Kharkiv", "a base in Homs". */
function placeOf(cast: Cast, word: Word): Where | undefined {
  const own = cast.placeAt(word);
  if (own || word.upos === "PROPN") return own;
  for (const child of children(cast.analysis, word)) {
    const place = isAfter(cast.analysis, child, ["in", "of", "at"]) ? cast.placeAt(child) : undefined;
    if (place) return place;
  }
  return undefined;
}

/** The actors that a phrase names, by its head, else by whoever holds what it speaks of and is not `taken` yet. */
export function namedBy(
  cast: Cast,
  word: Word,
  role: Role = "target",
  taken: readonly Participant[] = [],
  depth = 0,
): readonly Participant[] {
  const index = cast.mentionAt(word);
  const mention = index === undefined ? undefined : cast.mentions[index]!;
  if (mention && mention.actors.length > 0) {
    const span = { start: mention.start, end: mention.end };
    const basis = mention.form === "pronoun" || mention.form === "nominal" ? "inferred" : "stated";
    return mention.actors.map((actor) => ({
      actor: known(actor, basis, mention.by, span),
      mention: index!,
      span,
    }));
  }
  if (mention?.person !== undefined || depth >= MAX_DEPTH || word.upos === "PRON") return [];
  for (const holder of holdersOf(cast.analysis, word, role, mention !== undefined)) {
    const found = coordination(cast.analysis, holder).flatMap((w) =>
      namedBy(cast, w, role, taken, depth + 1),
    );
    if (found.some((p) => !isTaken(p, taken))) return found;
  }
  return [];
}

/** The words inside a phrase that may say whose it is, best first. */
function holdersOf(analysis: Analysis, word: Word, role: Role, isMentioned: boolean): Word[] {
  const lemma = word.lemma.toLowerCase();
  const relational = RELATIONAL.has(lemma);
  // "the Spanish publisher" is no act of Spain; "U.S. partners" are not the U.S., a "Ugandan counterpart" is Uganda's.
  const describes = relational
    ? COUNTERPARTS.has(lemma)
    : role === "target" || PLACED_PEOPLE.has(lemma) || !isPersonNoun(lemma);
  const out = relational ? [] : possessors(analysis, word);
  // "all concerned parties in Geneva" are somebody, though nobody knows who: Geneva is not their name.
  const aims = role === "target" ? (isMentioned ? [] : [AIMS]) : PLACED_PEOPLE.has(lemma) ? [PLACED] : [];
  for (const holds of [...HOLDERS, ...aims]) {
    for (const child of children(analysis, word)) {
      if (
        !holds(analysis, child) ||
        (isModifier(child) && (!describes || (role === "source" && namesMaker(analysis, child))))
      )
        continue;
      const holder = relation(child) === "acl" ? agentOf(analysis, child) : child;
      if (holder) out.push(holder);
    }
  }
  return out;
}

function agentOf(analysis: Analysis, clause: Word): Word | undefined {
  return children(analysis, clause).find(
    (c) => c.deprel === "obl:agent" || isAfter(analysis, c, ["by", "from"]),
  );
}

/** True for words that speak of somebody, known or not ("certain people"), rather than of a thing. */
export function isSomebody(cast: Cast, word: Word): boolean {
  if (cast.mentionAt(word) !== undefined) return true;
  const lemma = word.lemma.toLowerCase();
  return word.upos === "NOUN" && (isPersonNoun(lemma) || RELATIONAL.has(lemma));
}

/** True where `word` itself stands for the participant: "Iran", "his Iranian counterpart", not "Iran's demands". */
export function isNamedBy(cast: Cast, word: Word, participant: Participant): boolean {
  if (participant.mention === undefined || participant.mention === cast.mentionAt(word)) return true;
  return isFirstPronoun(word) || COUNTERPARTS.has(word.lemma.toLowerCase());
}

/** True for those whom the harm befell that `word` tells of: Turkey in "the bombing of the Turkish embassy", "the attack in Ankara". */
export function befalls(cast: Cast, word: Word, participant: Participant): boolean {
  const harm = counted(cast.analysis, word);
  if (!participant.span || !HARMS.has(harm.lemma.toLowerCase())) return false;
  const { start, end } = participant.span;
  return children(cast.analysis, harm).some(
    (child) =>
      isAfter(cast.analysis, child, BEFALLING) &&
      subtree(cast.analysis, child).some((w) => start <= w.start && w.end <= end),
  );
}

/** True where the participant is one of those who have a role already. */
export function isTaken(participant: Participant, taken: readonly Participant[]): boolean {
  if (!participant.actor.known) return false;
  const { code, sector, person, agency } = participant.actor.value;
  return taken.some((other) => {
    if (!other.actor.known || other.actor.value.code !== code) return false;
    if (other.mention !== undefined && other.mention === participant.mention) return true;
    const { sector: s, person: p, agency: a } = other.actor.value;
    return s === sector && p === person && a === agency;
  });
}
