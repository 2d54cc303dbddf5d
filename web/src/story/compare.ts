import type { z } from "zod";
import type { happening } from "../../../src/server/schemas/across.js";

export type Happening = z.infer<typeof happening>;
export type Telling = Happening["events"][number];

/** A happening as some reports tell it. */
export interface Compared {
  readonly happening: Happening;
  /** The events by which each report tells it; a report that does not is absent. */
  readonly tellings: ReadonlyMap<string, readonly Telling[]>;
  readonly told: "by all" | "by some" | "by one alone";
  /** In what they differ: "type: ACCUSE or REJECT"; empty where they agree. */
  readonly differences: readonly string[];
}

/**
 * What reports tell, side by side: what all of them tell first, then by how many do; in the order of days within.
 * A status differs where one report tells as done what another denies, plans or asks for.
 */
export function compare(happenings: readonly Happening[], reports: readonly string[]): Compared[] {
  const compared = happenings.flatMap((happening): Compared[] => {
    const told = happening.events.filter(({ report }) => reports.includes(report));
    const tellings = new Map(
      reports
        .map((report) => [report, told.filter((event) => event.report === report)] as const)
        .filter(([, events]) => events.length > 0),
    );
    if (tellings.size === 0) return [];
    const byHowMany =
      tellings.size === reports.length ? "by all" : tellings.size === 1 ? "by one alone" : "by some";
    return [
      {
        happening,
        tellings,
        told: byHowMany,
        differences: tellings.size > 1 ? differencesOf([...tellings.values()]) : [],
      },
    ];
  });
  const day = ({ happening: { firstDay, firstPublished } }: Compared) => firstDay ?? firstPublished ?? "";
  return compared.sort(
    (a, b) => b.tellings.size - a.tellings.size || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0),
  );
}

/** The `count` of `reports` that tell of what most others tell too: those worth reading side by side. */
export function mostAlike(
  happenings: readonly Happening[],
  reports: readonly string[],
  count: number,
): string[] {
  const shared = new Map(reports.map((report) => [report, 0]));
  for (const { events } of happenings) {
    const telling = new Set(events.map(({ report }) => report).filter((report) => shared.has(report)));
    for (const report of telling) shared.set(report, shared.get(report)! + telling.size - 1);
  }
  return reports.toSorted((a, b) => shared.get(b)! - shared.get(a)!).slice(0, count);
}

function differencesOf(tellings: readonly (readonly Telling[])[]): string[] {
  return (["type", "status"] as const).flatMap((field) => {
    const values = tellings.map((events) => new Set<string>(events.map((event) => event[field])));
    const [first, ...others] = values;
    const shared = [...first!].some((value) => others.every((other) => other.has(value)));
    return shared ? [] : [`${field}: ${[...new Set(values.flatMap((set) => [...set]))].join(" or ")}`];
  });
}
