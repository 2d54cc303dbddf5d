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
const RIVALS = new Set(["OPP", "REB", "PTY", "LEG", "MIL", "REF", "ELI", "SPY"]);

/** True for what two parts of one state do together without a dispute: a president who meets his minister. */
function isHousekeeping(type: EventType, actors: readonly Actor[]): boolean {
  if (!EVERYDAY.has(type) || actors.length < 2) return false;
  return actors.every((a) => a.code === actors[0]!.code && !RIVALS.has(a.sector ?? ""));
}

/**
 * True where the participants make the act one of politics: a state, an organisation, a government or an armed force
 * among them, two sides of different states, or people who protest.
 */
export function isPolitical(type: EventType, participants: readonly Participant[]): boolean {
  const actors = participants.flatMap((p) => (p.actor.known ? [p.actor.value] : []));
  if (actors.length === 0) return false;
  if (type === "PROTEST") return true;
  if (isHousekeeping(type, actors)) return false;
  if (actors.some((a) => !a.sector || !PRIVATE.has(a.sector))) return true;
  return new Set(actors.map((a) => a.code)).size > 1;
}
