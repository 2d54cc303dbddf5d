import type { EventRow, StatementRow } from "../../src/server/schemas/rows.js";

interface Actor {
  readonly code: string;
  readonly sector?: string;
  readonly agency?: string;
  readonly person?: string;
}

/** "CHN.GOV Geng Shuang". */
export function actorName({ code, sector, agency, person }: Actor): string {
  return [sector ? `${code}.${sector}` : code, person ?? agency].filter(Boolean).join(" ");
}

/** The participants of one side: who they are, or the words where that is not known. */
export function side(participants: EventRow["sources"]): string {
  return participants.map(({ actor, words }) => (actor ? actorName(actor) : (words ?? "unknown"))).join(", ");
}

export function speakerOf({ speaker, source }: StatementRow): string {
  return speaker ? actorName(speaker) : (source ?? "unknown");
}

/** A day or an interval as short as it can be said: the end is exclusive. */
export function timeOf(time: EventRow["time"]): string {
  return time ? (time.start?.slice(0, 10) ?? time.words) : "";
}

export function plural(count: number, one: string): string {
  return `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
}
