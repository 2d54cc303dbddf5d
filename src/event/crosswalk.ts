import type { EventType, Status } from "./event.js";
import type { Act } from "./read-acts.js";

/** The fifteen classes of the PLV data: PLOVER's types with CONCEDE and RETREAT merged as YIELD. */
export const PLV_CLASSES = [
  "ACCUSE",
  "AGREE",
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "COOPERATE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "SANCTION",
  "SUPPORT",
  "THREATEN",
  "YIELD",
] as const;
export type PlvClass = (typeof PLV_CLASSES)[number];

const COOPERATION = new Set<string>(["CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"]);
const MATERIAL_CONFLICT = new Set<string>(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);

/**
 * The class of the PLV data for a type with a status. PLV has no status: cooperation that is announced is AGREE there,
 * conflict that is announced THREATEN, and cooperation that is refused REJECT.
 */
export function plvClass(type: EventType, status: Status): PlvClass {
  if (status === "planned") {
    if (COOPERATION.has(type)) return "AGREE";
    if (MATERIAL_CONFLICT.has(type)) return "THREATEN";
  }
  if (status === "demanded" && type !== "REQUEST") return "REQUEST";
  if (status === "denied" && (COOPERATION.has(type) || type === "AGREE")) return "REJECT";
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

/** The PLV class of an act: the pattern's own, where it says that PLV differs, else by type and status. */
export function plvClassOf(act: Act): PlvClass {
  const status = act.purpose ? "asserted" : act.status;
  const own = act.match.pattern.plv as PlvClass | undefined;
  if (own && status !== "planned" && status !== "denied" && act.type === act.match.pattern.type) return own;
  return plvClass(act.type, status);
}
