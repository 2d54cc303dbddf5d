import type { EventType, Participant } from "./event.js";

/** Sectors that do not make an event political by themselves: a company, a court or a crowd may act out of politics. */
const PRIVATE = new Set(["BUS", "CRM", "EDU", "HLH", "MED", "CVL", "LAB", "AGR", "REL", "JUD", "COP"]);

/**
 * True where the participants make the act one of politics: a state, an organisation, a government or an armed force
 * among them, two sides of different states, or people who protest.
 */
export function isPolitical(type: EventType, participants: readonly Participant[]): boolean {
  const actors = participants.flatMap((p) => (p.actor.known ? [p.actor.value] : []));
  if (actors.length === 0) return false;
  if (type === "PROTEST") return true;
  if (actors.some((a) => !a.sector || !PRIVATE.has(a.sector))) return true;
  return new Set(actors.map((a) => a.code)).size > 1;
}
