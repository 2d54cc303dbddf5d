import { type Kysely, type RawBuilder, sql } from "kysely";
import { type AcrossFilter, type FilteredTable, filterCondition } from "../across/filter.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { HappeningActorTable, HappeningTable, Schema } from "../schema.js";
import type { EventOfHappening, Happening } from "./happening.js";

/** Which happenings to give. */
export interface HappeningFilter extends AcrossFilter {
  /** Only those of which at least so many reports tell. */
  readonly fewest?: number;
}

const TABLE: FilteredTable = {
  actors: { table: "happening_actors", id: "happening", taking: ["source", "target"] },
  firstDay: "coalesce(first_day, first_published)",
  lastDay: "coalesce(last_day, last_published)",
  toldBy: (reports) => sql`(select happening from happening_events where report in ${reports})`,
};

/** The happenings that pass `filter`, the latest first, those without a day last. */
export async function listHappenings(db: Kysely<Schema>, filter: HappeningFilter = {}): Promise<Happening[]> {
  return happeningsWhere(db, happeningCondition(filter));
}

/** The filter as an SQL condition on rows of `happenings`. */
export function happeningCondition(filter: HappeningFilter): RawBuilder<unknown> {
  return sql`${filterCondition(filter, TABLE)} and reports >= ${filter.fewest ?? 1}`;
}

/** The happening with this identifier. */
export async function readHappening(db: Kysely<Schema>, id: string): Promise<Happening | undefined> {
  return (await happeningsWhere(db, sql`id = ${id}`))[0];
}

async function happeningsWhere(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<Happening[]> {
  const { rows } = await sql<HappeningTable>`select * from happenings where ${condition}
    order by coalesce(first_day, first_published) desc, reports desc, id`.execute(db);
  const ids = all(rows.map(({ id }) => id));
  const { rows: actors } =
    await sql<HappeningActorTable>`select * from happening_actors where happening in ${ids}
    order by reports desc, code`.execute(db);
  const { rows: events } = await sql<EventRow>`
    select h.happening, h.event as id, h.report, r.outlet, r.published, e.type, e.status,
      e.probability, e.trigger_words as trigger, e.sentence, h.nearest, h.similarity as points, h.reasons
    from happening_events h join events e on e.id = h.event join reports r on r.id = h.report
    where h.happening in ${ids} order by coalesce(r.published, ''), r.id, e.trigger_start_offset, e.id`.execute(
    db,
  );
  const actorsOf = groupBy(actors, ({ happening }) => happening);
  const eventsOf = groupBy(events, ({ happening }) => happening);
  return rows.map((row) => happeningOf(row, actorsOf.get(row.id) ?? [], eventsOf.get(row.id) ?? []));
}

interface EventRow
  extends Omit<EventOfHappening, "outlet" | "published" | "probability" | "nearest" | "points" | "reasons"> {
  readonly happening: string;
  readonly probability: number | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly nearest: string | null;
  readonly points: number | null;
  readonly reasons: string | null;
}

function happeningOf(
  row: HappeningTable,
  actors: readonly HappeningActorTable[],
  events: readonly EventRow[],
): Happening {
  const codes = (role: string) => actors.filter((actor) => actor.role === role).map(({ code }) => code);
  return present<Happening>({
    kind: "happening",
    id: row.id,
    type: row.type as Happening["type"],
    reality: row.reality as Happening["reality"],
    name: row.name,
    firstDay: row.first_day,
    lastDay: row.last_day,
    firstPublished: row.first_published,
    lastPublished: row.last_published,
    sources: codes("source"),
    targets: codes("target"),
    about: codes("about"),
    reports: row.reports,
    outlets: row.outlets,
    independentOutlets: row.independent_outlets,
    events: events.map(({ happening, reasons, ...event }) =>
      present<EventOfHappening>({ ...event, reasons: reasons === null ? null : JSON.parse(reasons) }),
    ),
  });
}
