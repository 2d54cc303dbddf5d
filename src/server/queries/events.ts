import { type Kysely, type RawBuilder, sql } from "kysely";
import type { LeftOut } from "../../event/surer-than.js";
import { all } from "../../ledger/json-rows.js";
import { present } from "../../ledger/rows/columns.js";
import type { EventParticipantTable, EventTable, Schema } from "../../ledger/schema.js";
import type { EventPage, EventRow } from "../schemas/rows.js";
import { type Circumstances, circumstances, circumstancesOf, JOINED } from "./circumstances.js";
import {
  and,
  type Condition,
  inOrder,
  mentionsWithin,
  namedInReport,
  type RowFilter,
  reportConditions,
} from "./filters.js";
import { type PageRequest, pageOfRows } from "./page.js";
import { eventsAtPlace } from "./place-id.js";

export interface EventFilter extends RowFilter {
  readonly between?: readonly string[];
  readonly about?: readonly string[];
  readonly source?: readonly string[];
  readonly target?: readonly string[];
  readonly type?: string;
  readonly status?: string;
  /** Only those of which all is right with a probability of at least this. */
  readonly surerThan?: number;
  readonly happening?: string;
  /** Identifier of a place (`queries/places.ts`). */
  readonly place?: string;
}

interface Row extends EventTable, Circumstances {
  /** JSON array of participants. */
  readonly participants: string;
}
type Participant = Omit<EventParticipantTable, "event" | "report">;

const PARTICIPANTS = sql`(select json_group_array(json_object('role', role, 'position', position, 'code', code,
    'sector', sector, 'agency', agency, 'person', person, 'basis', basis, 'words', words))
  from event_participants where event = e.id)`;

/** Events, the latest in the ledger first. `about`: who takes part or is named in what the act was about. */
export async function listEvents(
  db: Kysely<Schema>,
  filter: EventFilter,
  page: PageRequest,
): Promise<EventPage> {
  const { items, next } = await pageOfRows<Row>(
    db,
    {
      select: sql`e.*, ${circumstances}, ${PARTICIPANTS} as participants`,
      from: sql`events e ${JOINED("e")}`,
      where: eventCondition(filter),
      order: [{ by: sql`e.number`, descending: true }],
      found: { by: sql`e.number`, from: foundIn(filter) },
    },
    page,
  );
  const leftOut = page.cursor === undefined ? await leftOutOf(db, filter) : undefined;
  return { items: items.map(eventRow), ...(next && { next }), ...(leftOut && { leftOut }) };
}

/** How many events that pass the rest of the filter are not sure enough; undefined where nobody asked for surer ones. */
async function leftOutOf(
  db: Kysely<Schema>,
  { surerThan, ...rest }: EventFilter,
): Promise<LeftOut | undefined> {
  if (surerThan === undefined) return undefined;
  const { rows } =
    await sql<LeftOut>`select count(*) filter (where e.probability < ${surerThan}) as "lessSure",
      count(*) filter (where e.probability is null) as "unknown"
    from ${foundIn(rest)} where ${eventCondition(rest)}`.execute(db);
  return rows[0];
}

function foundIn({ happening, place, ...filter }: EventFilter): Condition {
  const few = happening !== undefined || place !== undefined;
  return few ? sql`events e left join reports r on r.id = e.report` : inOrder("events", "e", filter);
}

/** The filter as a condition on an event `e` and its report `r`. */
export function eventCondition(filter: EventFilter): Condition {
  const { between, about, source, target, type, status, surerThan, happening, place } = filter;
  return and([
    ...reportConditions(filter, sql`e.report`),
    ...(between ?? []).map((code) => takesPart([code])),
    about && sql`(${takesPart(about)} or ${named(about)})`,
    source && sql`(${takesPart(source, "source")} or e.mutual and ${takesPart(source)})`,
    target && sql`(${takesPart(target, "target")} or e.mutual and ${takesPart(target)})`,
    type !== undefined && sql`e.type = ${type}`,
    status !== undefined && sql`e.status = ${status}`,
    surerThan !== undefined && sql`e.probability >= ${surerThan}`,
    happening !== undefined &&
      sql`e.id in (select event from happening_events where happening = ${happening})`,
    place !== undefined && sql`e.id in ${eventsAtPlace(place)}`,
  ]);
}

function takesPart(codes: readonly string[], role?: "source" | "target"): RawBuilder<unknown> {
  const as = role === undefined ? sql`1` : sql`role = ${role}`;
  return sql`e.id in (select event from event_participants where code in ${all(codes)} and ${as})`;
}

function named(codes: readonly string[]): RawBuilder<unknown> {
  const what = mentionsWithin(sql`e.report`, sql`e.what_start_offset`, sql`e.what_end_offset`, codes);
  return sql`(${namedInReport(sql`e.report`, codes)} and exists (select 1 from ${what}))`;
}

function eventRow(row: Row): EventRow {
  const participants = (JSON.parse(row.participants) as Participant[]).sort(
    (a, b) => a.position - b.position,
  );
  const taking = (role: Participant["role"]) =>
    participants.filter((p) => p.role === role).map(participantOf);
  return present<EventRow>({
    kind: "event",
    id: row.id,
    ...circumstancesOf(row),
    type: row.type as EventRow["type"],
    mode: row.mode,
    status: row.status as EventRow["status"],
    probability: row.probability,
    mutual: row.mutual === 1,
    part: row.part as EventRow["part"],
    sources: taking("source"),
    targets: taking("target"),
    trigger: row.trigger_words,
    what: row.what_words,
    condition: row.condition_words,
    sentence: row.sentence,
    claimedBy: row.claimed_by,
    reviewed: undefined,
  });
}

type Shown = EventRow["sources"][number];

function participantOf({ code, sector, agency, person, basis, words }: Participant): Shown {
  return present<Shown>({
    actor: code === null ? null : present<NonNullable<Shown["actor"]>>({ code, sector, agency, person }),
    words,
    basis,
  });
}
