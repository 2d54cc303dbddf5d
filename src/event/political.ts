import type { Actor } from "../actor/actor.js";
import type { EventType, Participant } from "./event.js";

/** Sectors that do not make an event political by themselves: a company, a court or a crowd may act out of politics. */
const PRIVATE = new Set(["BUS", "CRM", "EDU", "HLH", "MED", "CVL", "LAB", "AGR", "REL", "JUD", "COP"]);

/** Types in which parts of one government deal with each other every day. */
const EVERYDAY: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "REQUEST",
  "CONCEDE",
]);
/** Sectors that stand against a government, so that even their talks are politics. */
const RIVALS = new Set(["OPP", "REB", "PTY", "LEG", "REF", "ELI"]);
/** What a company may do to a state; its flights, sales and ties are business. */
const VERBAL_CONFLICT: ReadonlySet<EventType> = new Set(["ACCUSE", "REQUEST", "REJECT", "THREATEN"]);
/** Sectors whose dealings with each other, and with the offices of their own state, are business and no politics. */
const BUSINESS = new Set(["BUS", "CRM", "EDU", "HLH", "MED", "AGR"]);

/** True for what two parts of one state do together without a dispute: a president who meets his minister. */
function isHousekeeping(type: EventType, actors: readonly Actor[]): boolean {
  if (!EVERYDAY.has(type) || actors.length < 2) return false;
  return actors.every((a) => a.code === actors[0]!.code && !RIVALS.has(a.sector ?? ""));
}

/**
 * True where the participants make the act one of politics: a state, an organisation, a government or an armed force
 * among them, two sides of different states, or people who protest. A company, school or outlet counts only with
 * somebody else of another state.
 */
export function isPolitical(
  type: EventType,
  participants: readonly Participant[],
  sources: readonly Participant[] = [],
): boolean {
  const actors = participants.flatMap((p) => (p.actor.known ? [p.actor.value] : []));
  if (actors.length === 0) return false;
  if (type === "PROTEST") return true;
  if (isHousekeeping(type, actors)) return false;
  const states = new Set(actors.map((a) => a.code)).size;
  const firms = sources.filter((s) => s.actor.known && s.actor.value.sector === "BUS");
  if (firms.length > 0 && firms.length === sources.length && !VERBAL_CONFLICT.has(type)) return false;
  const business = actors.filter(
    (a) => BUSINESS.has(a.sector ?? "") || (EVERYDAY.has(type) && a.sector === "NGO"),
  );
  if (business.length > 0)
    return (states > 1 && business.length < actors.length) || isOppression(type, sources, business);
  return states > 1 || actors.some((a) => !a.sector || !PRIVATE.has(a.sector));
}

/** True where a government, an army or rebels use force on journalists, teachers or farmers of their own state. */
function isOppression(type: EventType, sources: readonly Participant[], victims: readonly Actor[]): boolean {
  if (!FORCE.has(type) || victims.some(({ sector }) => sector === "BUS" || sector === "CRM")) return false;
  return sources.some(({ actor }) => actor.known && !PRIVATE.has(actor.value.sector ?? ""));
}

const FORCE: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "THREATEN"]);

/** Sectors of people and bodies whose acts are nobody's politics where no state, force or party is on the other side. */
const BYSTANDERS = new Set([...BUSINESS, "CVL", "NGO"]);

/** True for what firms and private people of one state do among themselves, as far as the sides are known. */
export function isPrivate(sources: readonly Participant[], targets: readonly Participant[]): boolean {
  const actors = [...sources, ...targets].flatMap((p) => (p.actor.known ? [p.actor.value] : []));
  if (new Set(actors.map((a) => a.code)).size > 1) return false;
  return (
    sources.some((s) => s.actor.known) &&
    actors.every((a) => BYSTANDERS.has(a.sector ?? "") && (a.sector === "BUS" || !a.agency))
  );
}
