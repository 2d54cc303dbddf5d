import type { Word } from "../language/analysis.js";
import { overlaps } from "../record/span.js";
import { unknown } from "../record/value.js";
import { actsThrough, mayBeNameless } from "./actors-at-work.js";
import type { Cast } from "./cast.js";
import type { Participant } from "./event.js";
import { phraseSpan } from "./event-words.js";
import type { Group, Match } from "./match-patterns.js";
import { befalls, isNamedBy, isSomebody, isTaken, namedBy, participantsOf, type Role } from "./named-by.js";
import { meansOthers } from "./unnamed.js";

/** Slots that say where an act took place as often as whom it befell. */
const PLACES = new Set(["in", "at", "near"]);
/** Slots in which the partner of a mutual act stands. */
const PARTNERS = new Set(["with", "object", "against"]);

/** Words that name things. */
const NAMING = new Set(["NOUN", "PROPN", "NUM", "SYM"]);

/** Who did what to whom: never empty; where the text gives nobody, one unknown participant says why. */
export interface Roles {
  readonly sources: readonly Participant[];
  readonly targets: readonly Participant[];
  readonly mutual: boolean;
  /** Participants that are known only by where the act took place ("killed two people in Mali"). */
  readonly placed: ReadonlySet<Participant>;
}

interface Resolved {
  readonly participants: readonly Participant[];
  readonly placed: readonly Participant[];
}

const NOBODY: Resolved = { participants: [], placed: [] };

/** Who the words of a role are: the first group that names somebody known, else one unknown participant, else nobody. */
function resolve(cast: Cast, match: Match, role: Role, taken: readonly Participant[] = []): Resolved {
  const { pattern, frame } = match;
  const groups = role === "source" ? match.sources : match.targets;
  // Whoever speaks stands outside the quotation marks: only "we" can mean the speaker inside them.
  const around = cast.statementAt(frame.trigger);
  const quoted = around?.form === "direct" ? around : undefined;
  let nameless: Participant | undefined;
  for (const group of groups) {
    const found: Participant[] = [];
    for (const word of group.words) {
      if (quoted && cast.statementAt(word) !== quoted) continue;
      for (const participant of participantsOf(cast, word, frame.trigger, role, taken)) {
        const fresh = !isTaken(participant, taken) && !isTaken(participant, found);
        if (!participant.actor.known) {
          if (isSomebody(cast, word) && couldBe(cast, participant, pattern.kinds[role]))
            nameless ??= participant;
        } else if (fresh && fits(cast, match, role, group, word, participant, taken)) found.push(participant);
      }
    }
    if (found.length > 0) {
      // "police arrest 12 - Xinhua": beside others who act, an outlet only tells of it.
      const others = role === "source" ? found.filter((p) => !kindsOf(cast, p).has("MED")) : found;
      const participants = others.length > 0 ? others : found;
      return { participants, placed: participants.filter((p) => isPlaced(p, group)) };
    }
  }
  return nameless ? { participants: [nameless], placed: [] } : NOBODY;
}

function fits(
  cast: Cast,
  match: Match,
  role: Role,
  group: Group,
  word: Word,
  participant: Participant,
  taken: readonly Participant[],
): boolean {
  const { pattern } = match;
  const own = kindsOf(cast, participant);
  if (pattern.kinds[role] && !pattern.kinds[role].some((k) => own.has(k))) return false;
  if (pattern.notKinds[role]?.some((k) => own.has(k))) return false;
  if (pattern.direct.has(role) && !isNamedBy(cast, word, participant)) return false;
  if (role === "target" && pattern.type === "ACCUSE" && befalls(cast, word, participant)) return false;
  if (role === "source" && !actsThrough(cast, match, group.slot, word, participant)) return false;
  // A place in the source's own state is no side of its own.
  return !isPlaced(participant, group) || !taken.some((t) => codeOf(t) === codeOf(participant));
}

function isPlaced(participant: Participant, group: Group): boolean {
  return participant.mention === undefined || PLACES.has(group.slot);
}

function codeOf(participant: Participant): string | undefined {
  return participant.actor.known ? participant.actor.value.code : undefined;
}

/** PLOVER's sector or "state", "person" for persons, "unknown" for whoever the knowledge does not hold; always "anybody". */
function kindsOf(cast: Cast, participant: Participant): ReadonlySet<string> {
  const out = new Set(["anybody"]);
  const mention = participant.mention === undefined ? undefined : cast.mentions[participant.mention];
  if (mention?.person !== undefined || mention?.form === "title") out.add("person");
  if (!participant.actor.known) return out.add("unknown");
  if (participant.actor.value.person) out.add("person");
  return out.add(participant.actor.value.sector ?? "state");
}

function couldBe(cast: Cast, participant: Participant, kinds: readonly string[] | undefined): boolean {
  if (!kinds) return true;
  const own = kindsOf(cast, participant);
  return kinds.some((k) => own.has(k));
}

/** True where the actors are such as the pattern wants them: kinds, known actors, their own words, different states. */
export function admits(cast: Cast, match: Match): boolean {
  const { pattern } = match;
  for (const role of ["source", "target"] as const) {
    if (role === "source" && pattern.spoken && pattern.source[0] === "speaker") continue;
    const strict = pattern.kinds[role] !== undefined || pattern.known.has(role);
    if (!strict && !pattern.notKinds[role] && !pattern.direct.has(role)) continue;
    if (role === "target" && pattern.mutual && sides(cast, match) > 1) continue;
    const { participants } = resolve(cast, match, role);
    const needed = strict || (role === "target" && pattern.mutual && pattern.needsTarget);
    if (participants.length === 0 && (needed || namesAnybody(cast, match, role))) return false;
    const isKnown =
      participants.some((p) => p.actor.known) ||
      (role === "target" && pattern.spoken && meansOthers(cast, match));
    if (pattern.known.has(role) && !isKnown) return false;
  }
  return !pattern.foreign || isForeign(cast, match);
}

/** How many known actors the source names: two or more are each other's partners in a mutual act. */
function sides(cast: Cast, match: Match): number {
  return resolve(cast, match, "source").participants.filter((p) => p.actor.known).length;
}

function namesAnybody(cast: Cast, match: Match, role: Role): boolean {
  const groups = role === "source" ? match.sources : match.targets;
  return groups.some((g) => g.words.some((w) => namedBy(cast, w).length > 0));
}

function isForeign(cast: Cast, match: Match): boolean {
  const own = new Set(resolve(cast, match, "source").participants.map(codeOf));
  return resolve(cast, match, "target").participants.some((p) => p.actor.known && !own.has(codeOf(p)));
}

/** The roles of a match; undefined where the pattern asks for somebody that the text does not give. */
export function rolesOf(cast: Cast, match: Match): Roles | undefined {
  const sources = sourcesOf(cast, match);
  if (!sources) return undefined;
  const target = match.targets.length > 0 ? resolve(cast, match, "target", sources) : NOBODY;
  const known = sources.filter((s) => s.actor.known);
  const first = match.targets[0]?.slot ?? "";
  const { mutual, needsTarget } = match.pattern;
  const placed = new Set(target.placed);
  if (
    mutual &&
    known.length > 1 &&
    (target.participants.length === 0 || (first !== "with" && first !== "object"))
  ) {
    return { sources: known.slice(0, 1), targets: known.slice(1), mutual, placed };
  }
  if (mutual && needsTarget && target.participants.length === 0) return undefined;
  return {
    sources: sources.length > 0 ? sources : [nobody(cast, match, "source", [])],
    targets: target.participants.length > 0 ? target.participants : [nobody(cast, match, "target", sources)],
    mutual: mutual && PARTNERS.has(first) && target.participants.some((t) => t.actor.known),
    placed,
  };
}

function sourcesOf(cast: Cast, match: Match): readonly Participant[] | undefined {
  const { pattern, frame } = match;
  const statement = cast.statementAt(frame.anchor);
  const other = match.targets[0]?.words[0];
  if (pattern.person.target === "third" && other) {
    if (cast.isFirstPerson(other) || resolve(cast, match, "target").participants.length === 0)
      return undefined;
  }
  if (pattern.source[0] === "speaker")
    return statement?.speaker.known ? [cast.speaker(statement)] : undefined;
  const first = match.sources[0]?.words.some((w) => cast.isFirstPerson(w)) ?? false;
  if (pattern.person.source === "first" && !first) return undefined;
  const { participants } = resolve(cast, match, "source");
  if (participants.some((p) => p.actor.known)) return participants;
  if (!mayBeNameless(cast, match)) return undefined;
  return participants.length === 0 && pattern.needsSource ? undefined : participants;
}

/** An unknown participant: with the words that fill the role, where what they name is nobody ("condemned the killings"). */
function nobody(cast: Cast, match: Match, role: Role, taken: readonly Participant[]): Participant {
  for (const { slot, words } of role === "source" ? match.sources : match.targets) {
    if (PLACES.has(slot)) continue;
    for (const word of words) {
      if (!NAMING.has(word.upos) || taken.some((t) => t.span && overlaps(t.span, word))) continue;
      return { actor: unknown("the words name no actor"), span: phraseSpan(cast.analysis, word) };
    }
  }
  return { actor: unknown(`the sentence names no ${role}`) };
}

/** True where a source is named by the very words that the act is told of, not through a thing of theirs. */
export function actsItself(cast: Cast, match: Match, sources: readonly Participant[]): boolean {
  const own = new Set(match.sources.flatMap((g) => g.words.map((w) => cast.mentionAt(w))));
  return sources.some((s) => s.actor.known && (s.mention === undefined || own.has(s.mention)));
}
