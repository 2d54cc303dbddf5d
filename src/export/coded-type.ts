import type { EventType, Status } from "../event/event.js";

/** PLOVER's quads: words or deeds, of cooperation or of conflict (PLOVER manual, section on quad categories). */
export type Quad = "VERBAL COOPERATION" | "MATERIAL COOPERATION" | "VERBAL CONFLICT" | "MATERIAL CONFLICT";

const QUADS: Readonly<Record<EventType, Quad>> = {
  AGREE: "VERBAL COOPERATION",
  CONSULT: "VERBAL COOPERATION",
  SUPPORT: "VERBAL COOPERATION",
  CONCEDE: "VERBAL COOPERATION",
  COOPERATE: "MATERIAL COOPERATION",
  AID: "MATERIAL COOPERATION",
  RETREAT: "MATERIAL COOPERATION",
  REQUEST: "VERBAL CONFLICT",
  ACCUSE: "VERBAL CONFLICT",
  REJECT: "VERBAL CONFLICT",
  THREATEN: "VERBAL CONFLICT",
  PROTEST: "MATERIAL CONFLICT",
  SANCTION: "MATERIAL CONFLICT",
  MOBILIZE: "MATERIAL CONFLICT",
  COERCE: "MATERIAL CONFLICT",
  ASSAULT: "MATERIAL CONFLICT",
};

/** The quad of a type. */
export function quad(type: EventType): Quad {
  return QUADS[type];
}

/**
 * The type under which data without a status has an event: what is planned is an agreement or a threat there, what is
 * demanded a request, cooperation that is denied a rejection. Undefined where such data has no place for it: what may
 * be, what depends on a condition, and conflict that is denied.
 */
export function codedType(type: EventType, status: Status): EventType | undefined {
  const cooperation = QUADS[type].endsWith("COOPERATION");
  switch (status) {
    case "asserted":
    case "background":
    case "habitual":
      return type;
    case "planned":
      if (cooperation) return "AGREE";
      return QUADS[type] === "MATERIAL CONFLICT" ? "THREATEN" : type;
    case "demanded":
      return "REQUEST";
    case "denied":
      return cooperation ? "REJECT" : undefined;
    case "conditional":
    case "possible":
      return undefined;
  }
}
