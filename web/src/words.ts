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
  return `${Math.round(100 * probability)}\u00a0%`;
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

/** What a report without a title is called: where it came from. */
export function originName(origin: string): string {
  return origin === "-" ? "standard input" : origin;
}

/** A day, month, year or interval as short as it can be said; the end that it is given is exclusive. */
export function timeOf(
  time: { readonly start?: string; readonly end?: string; readonly words: string } | undefined,
): string {
  if (!time?.start) return time?.words ?? "";
  const first = time.start.slice(0, 10);
  if (!time.end) return first;
  const next = time.end.slice(0, 10);
  const last = time.end.length > 10 && !time.end.includes("T00:00") ? next : dayBefore(next);
  if (last <= first) return first;
  if (first.endsWith("-01-01") && next === `${Number(first.slice(0, 4)) + 1}-01-01`) return first.slice(0, 4);
  if (first.endsWith("-01") && next.endsWith("-01") && last.slice(0, 7) === first.slice(0, 7))
    return first.slice(0, 7);
  return `${first} to ${last}`;
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
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
