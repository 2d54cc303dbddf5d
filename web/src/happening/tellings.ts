import type { EventRow } from "../../../src/server/schemas/rows.js";
import type { Happening, Telling } from "../story/compare.js";
import { side } from "../words.js";

/** An event that tells of a happening: why it is there, and what it says. */
export interface Told extends Telling {
  /** Absent as long as the interface has not given it. */
  readonly row?: EventRow;
}

/** The tellings of a happening, each with what it says, in the order of publication. */
export function toldOf({ events }: Happening, rows: readonly EventRow[]): Told[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return events.map((event) => {
    const row = byId.get(event.id);
    return { ...event, ...(row && { row }) };
  });
}

/** What a telling says of each aspect; empty where it does not say. */
const ASPECTS: readonly (readonly [name: string, value: (told: Told) => string])[] = [
  ["status", ({ status }) => status],
  ["type", ({ type }) => type],
  ["who did it", ({ row }) => sideOf(row?.sources)],
  ["to whom", ({ row }) => sideOf(row?.targets)],
  ["when", ({ row }) => whenOf(row)],
  ["where", ({ row }) => whereOf(row)],
  ["what", ({ row }) => row?.what ?? ""],
];

/** One aspect as tellings side by side say it, in their order. */
export interface Aspect {
  readonly name: string;
  readonly values: readonly string[];
  /** Two of them say different things; who does not say it does not differ. */
  readonly differs: boolean;
}

export function aspectsOf(tellings: readonly Told[]): Aspect[] {
  return ASPECTS.map(([name, say]) => {
    const values = tellings.map(say);
    return { name, values, differs: new Set(values.filter((value) => value !== "")).size > 1 };
  });
}

/** The tellings worth reading side by side: of different outlets first, at most `most`. */
export function mostApart(tellings: readonly Told[], most: number): Told[] {
  const outlets = new Set<string | undefined>();
  const first = tellings.filter(({ outlet }) => !outlets.has(outlet) && outlets.add(outlet));
  return [...first, ...tellings.filter((told) => !first.includes(told))].slice(0, most);
}

/** Whom it names, in the order of names: who stands first tells nothing. */
function sideOf(participants: EventRow["sources"] = []): string {
  const named = participants.filter(({ actor, words }) => actor !== undefined || words !== undefined);
  return named
    .map((one) => side([one]))
    .sort()
    .join(", ");
}

/** The words for the day, and the day that they mean. */
function whenOf(row: EventRow | undefined): string {
  if (!row?.time) return "";
  const { words, start } = row.time;
  return start === undefined ? words : `${words} (${start.slice(0, 10)})`;
}

function whereOf(row: EventRow | undefined): string {
  if (!row?.place) return "";
  const { name, country } = row.place;
  return country === undefined ? name : `${name} (${country})`;
}
