import { sql } from "kysely";
import type { EventType, Status } from "../event/event.js";
import { codedType } from "./coded-type.js";
import { codesOf, EVENT_REVIEW_VALUES, reviewedEvent } from "./reviewed.js";
import type { ExportFilter } from "./row-filter.js";
import type { LedgerRow } from "./table.js";
import { EVENT_TABLES, eventCondition } from "./tables/events.js";

/** Who takes part in an event; all is null where nobody is named. */
export interface Party {
  readonly role: "source" | "target";
  readonly position: number;
  readonly code: string | null;
  readonly sector: string | null;
  readonly agency: string | null;
  readonly person: string | null;
  readonly words: string | null;
}

/** One source and one target of an event, as event data has them: a row for each pair. */
export interface Dyad {
  /** The event's identifier and the number of the pair, from 1. */
  readonly id: string;
  /** The type under which data without a status has it. */
  readonly type: EventType;
  /** Absent where the status made it another type. */
  readonly mode: string | undefined;
  readonly source: Party | undefined;
  readonly target: Party | undefined;
}

/** Events with who takes part in them as a JSON array. */
export const dyadQuery = (
  filter: ExportFilter,
) => sql`select e.id, e.report, r.outlet, r.published, e.type, e.mode,
    e.status, e.probability, e.mutual, t.interval_start, t.interval_end, p.name as place, p.country as place_country,
    p.precision as place_precision, p.latitude, p.longitude, p.words as place_words, e.sentence,
    (select json_group_array(json_object('role', role, 'position', position, 'code', code, 'sector', sector,
        'agency', agency, 'person', person, 'words', words)) from event_participants where event = e.id) as parties, ${EVENT_REVIEW_VALUES}
  from ${EVENT_TABLES} where ${eventCondition(filter)} order by e.number`;

/** An event and who takes part in it as reviewers say; undefined where they reject it. */
export function reviewedParties(row: LedgerRow): LedgerRow | undefined {
  const reviewed = reviewedEvent(row);
  if (!reviewed) return undefined;
  const machine = JSON.parse(row.parties as string) as Party[];
  const parties = (["source", "target"] as const).flatMap((role) => {
    const corrected = row[`corrected_${role}s`] ?? null;
    if (corrected === null) return machine.filter((party) => party.role === role);
    return codesOf(corrected).map((name, position): Party => {
      const [code, sector = null] = name.split(".");
      return {
        role,
        position,
        code: code === "?" ? null : code!,
        sector,
        agency: null,
        person: null,
        words: null,
      };
    });
  });
  return { ...reviewed, parties: JSON.stringify(parties) };
}

/** The pairs of an event; none where data without a status has no place for it. Both directions of what is mutual. */
export function dyads(row: LedgerRow): Dyad[] {
  const own = row.type as EventType;
  const type = codedType(own, row.status as Status);
  if (!type) return [];
  const parties = (JSON.parse(row.parties as string) as Party[]).sort((a, b) => a.position - b.position);
  const of = (role: Party["role"]) => {
    const found: (Party | undefined)[] = parties.filter((party) => party.role === role);
    return found.length > 0 ? found : [undefined];
  };
  const pairs = of("source").flatMap((source) => of("target").map((target) => [source, target] as const));
  if (row.mutual === 1) pairs.push(...pairs.map(([source, target]) => [target, source] as const));
  const mode = type === own && row.mode !== null ? String(row.mode) : undefined;
  return pairs.map(([source, target], i) => ({ id: `${row.id}-${i + 1}`, type, mode, source, target }));
}

/** The days that an event's time covers, the end not included; undefined where it is unknown. */
export function daysOf(row: LedgerRow): { readonly start: string; readonly end: string } | undefined {
  const { interval_start: start, interval_end: end } = row;
  return typeof start === "string" && typeof end === "string" ? { start, end } : undefined;
}
