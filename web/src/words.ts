import type { LeftOut } from "../../src/event/surer-than.js";
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

/** "58 %" of 0.58. */
export function percent(probability: number): string {
  return `${Math.round(100 * probability)} %`;
}

/** "58 % sure"; undefined where the probability is not known. */
export function sureness(probability: number | undefined): string | undefined {
  return probability === undefined ? undefined : `${percent(probability)} sure`;
}

/** What a filter by probability leaves out. */
export function leftOutText({ lessSure, unknown }: LeftOut): string {
  const parts = [
    plural(lessSure, "less sure event"),
    ...(unknown > 0 ? [`${plural(unknown, "event")} of unknown probability`] : []),
  ];
  return `Left out: ${parts.join(", ")}.`;
}

export function speakerOf({ speaker, source }: StatementRow): string {
  return speaker ? actorName(speaker) : (source ?? "unknown");
}

/** A day or an interval as short as it can be said: the end is exclusive. */
export function timeOf(time: EventRow["time"]): string {
  return time ? (time.start?.slice(0, 10) ?? time.words) : "";
}

/** How many events of each type, the most first. */
export function typesOf({ types }: { readonly types: Readonly<Record<string, number>> }): string {
  return Object.entries(types)
    .sort((a, b) => b[1] - a[1])
    .map(([type, count]) => `${type} ${count}`)
    .join(", ");
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

interface Days {
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly firstPublished?: string;
}

/** When something was, as far as reports say; else from when on it was told. */
export function daysOf({ firstDay, lastDay, firstPublished }: Days): string {
  if (firstDay !== undefined) return firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return firstPublished === undefined ? "" : `told from ${firstPublished} on`;
}
