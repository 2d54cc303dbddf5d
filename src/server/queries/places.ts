import { type Kysely, sql } from "kysely";
import { present } from "../../ledger/rows/columns.js";
import type { PlaceTable, Schema } from "../../ledger/schema.js";
import type { PlaceRow, Places } from "../schemas/places.js";
import { nameOfCode } from "./actors.js";
import { type EventFilter, eventCondition } from "./events.js";
import { PLACE_ID } from "./place-id.js";

type Located = Pick<PlaceTable, "name" | "country" | "precision" | "latitude" | "longitude" | "reason">;

/** Events of one type that one name of a place tells; without a type the reports that tell any at the place. */
interface Row extends Located {
  readonly id: string;
  readonly type: string | null;
  readonly count: number;
}

/** More than a map or a page can show. */
const MOST_PLACES = 500;

/** The places at which events that pass `filter` were, at most 500 of them, where most were first. */
export async function listPlaces(db: Kysely<Schema>, filter: EventFilter): Promise<Places> {
  // A left join costs nothing where the filter asks nothing of reports.
  const events = sql`events e left join reports r on r.id = e.report`;
  const { rows } = await sql<Row>`
    with placed as materialized (
      select ${PLACE_ID} as id, p.name, p.country, p.precision, p.latitude, p.longitude, p.reason, e.type, e.report
      from ${events} join places p on p.report = e.report and p.position = e.place
      where e.place is not null and ${eventCondition(filter)})
    select id, name, country, precision, latitude, longitude, min(reason) as reason, type, count(*) as count
      from placed group by id, name, type
    union all
    select id, min(name), null, '', null, null, null, null, count(distinct report) from placed group by id`.execute(
    db,
  );
  const all = await sql<{ events: number }>`
    select count(*) as events from ${events} where ${eventCondition(filter)}`.execute(db);
  const places = new Map<string, Gathered>();
  for (const row of rows) {
    const place = places.get(row.id) ?? new Gathered(row);
    places.set(row.id, place);
    place.add(row);
  }
  const sorted = [...places.values()].sort((a, b) => b.events - a.events || (a.row.id < b.row.id ? -1 : 1));
  return {
    items: sorted.slice(0, MOST_PLACES).map((place) => place.record()),
    places: sorted.length,
    placed: sorted.reduce((sum, { events }) => sum + events, 0),
    events: all.rows[0]!.events,
  };
}

/** A place while its rows come in. */
class Gathered {
  events = 0;
  private reports = 0;
  private readonly names = new Map<string, number>();
  private readonly types = new Map<string, number>();

  constructor(readonly row: Row) {}

  add({ name, type, count }: Row): void {
    if (type === null) {
      this.reports = count;
      return;
    }
    this.events += count;
    this.names.set(name, (this.names.get(name) ?? 0) + count);
    this.types.set(type, (this.types.get(type) ?? 0) + count);
  }

  record(): PlaceRow {
    const { id, country, precision, latitude, longitude, reason } = this.row;
    const [name, ...others] = byCount(this.names).map(([name]) => name);
    return present<PlaceRow>({
      kind: "place",
      id,
      // A country goes by its own name, whatever reports say of it.
      name: precision === "country" && country !== null ? nameOfCode(country) : name!,
      otherNames: others,
      country,
      countryName: country === null ? null : nameOfCode(country),
      precision: precision as PlaceRow["precision"],
      latitude,
      longitude,
      reason,
      events: this.events,
      reports: this.reports,
      types: Object.fromEntries(byCount(this.types)),
    });
  }
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
