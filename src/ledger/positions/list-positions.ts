import { type Kysely, type RawBuilder, sql } from "kysely";
import { type AcrossFilter, type FilteredTable, filterCondition } from "../across/filter.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { PositionCodeTable, PositionTable, Schema } from "../schema.js";
import type { ChangeOfPosition, Position, StandOfPosition } from "./position.js";
import type { Stance } from "./position-words.js";

/** Which positions to give. */
export interface PositionFilter extends AcrossFilter {
  /** Only those of these actors: codes such as CHN. */
  readonly of?: readonly string[];
  /** Only those that are taken at least so many times. */
  readonly fewest?: number;
  /** Only those that changed, or came of a change. */
  readonly changed?: boolean;
}

const TABLE: FilteredTable = {
  actors: { table: "position_codes", id: "position", taking: ["actor", "toward"] },
  firstDay: "first_seen",
  lastDay: "last_seen",
  toldBy: (reports) => sql`(select position from position_stands where report in ${reports})`,
};

/** The positions that pass `filter`, those last seen first, those without a day last. */
export async function listPositions(db: Kysely<Schema>, filter: PositionFilter = {}): Promise<Position[]> {
  return positionsWhere(db, positionCondition(filter));
}

/** The filter as an SQL condition on rows of `positions`. */
export function positionCondition(filter: PositionFilter): RawBuilder<unknown> {
  const conditions = [filterCondition(filter, TABLE), sql`stands >= ${filter.fewest ?? 1}`];
  if (filter.of)
    conditions.push(
      sql`id in (select position from position_codes where role = 'actor' and code in (${sql.join([...filter.of])}))`,
    );
  if (filter.changed)
    conditions.push(
      sql`(id in (select earlier from position_changes) or id in (select later from position_changes))`,
    );
  return sql.join(conditions, sql` and `);
}

/** The position with this identifier. */
export async function readPosition(db: Kysely<Schema>, id: string): Promise<Position | undefined> {
  return (await positionsWhere(db, sql`id = ${id}`))[0];
}

/** The words of a stand's event or statement. */
const WORDS = (row: string) =>
  sql.raw(
    `coalesce((select sentence from events where id = ${row}), (select words from statements where id = ${row}))`,
  );

async function positionsWhere(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<Position[]> {
  const { rows } = await sql<PositionTable>`select * from positions where ${condition}
    order by last_seen desc, stands desc, id`.execute(db);
  const ids = all(rows.map(({ id }) => id));
  const { rows: codes } = await sql<PositionCodeTable>`select * from position_codes where position in ${ids}
    order by position, role, place`.execute(db);
  const { rows: stands } = await sql<StandRow>`
    select m.position, m.row as id, m.report, r.outlet, r.published, s.day, s.content ->> 'person' as person,
      ${WORDS("m.row")} as words, m.nearest, m.similarity as points, m.reasons
    from position_stands m join stands s on s.id = m.stand join reports r on r.id = m.report
    where m.position in ${ids} order by s.day, m.report, s.content ->> 'start', m.row`.execute(db);
  const changedTo = await changes(db, ids, "earlier", "later");
  const changedFrom = await changes(db, ids, "later", "earlier");
  const codesOf = groupBy(codes, ({ position }) => position);
  const standsOf = groupBy(stands, ({ position }) => position);
  return rows.map((row) => {
    const own = (role: string) =>
      (codesOf.get(row.id) ?? []).filter((code) => code.role === role).map(({ code }) => code);
    return present<Position>({
      kind: "position",
      id: row.id,
      actor: row.actor,
      stance: row.stance as Stance,
      toward: own("toward"),
      about: own("about"),
      name: row.name,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      reports: row.reports,
      stands: (standsOf.get(row.id) ?? []).map(({ position, day, reasons, ...stand }) =>
        present<StandOfPosition>({
          ...stand,
          day: day === "" ? null : day,
          reasons: reasons === null ? null : JSON.parse(reasons),
        }),
      ),
      changedFrom: changedFrom.get(row.id),
      changedTo: changedTo.get(row.id),
    });
  });
}

interface StandRow {
  readonly position: string;
  readonly id: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly day: string;
  readonly person: string | null;
  readonly words: string;
  readonly nearest: string | null;
  readonly points: number | null;
  readonly reasons: string | null;
}

/** The changes of positions in one direction, by the position that stands in column `here`. */
async function changes(
  db: Kysely<Schema>,
  ids: RawBuilder<unknown>,
  here: "earlier" | "later",
  there: "earlier" | "later",
): Promise<Map<string, ChangeOfPosition[]>> {
  const { rows } = await sql<{
    own: string;
    position: string;
    stance: Stance;
    here: string;
    there: string;
    words: string;
    day: string;
  }>`select c.${sql.ref(here)} as own, p.id as position, p.stance, h.row as here, t.row as there,
      ${WORDS("t.row")} as words, s.day
    from position_changes c join positions p on p.id = c.${sql.ref(there)}
      join position_stands h on h.stand = c.${sql.ref(`${here}_stand`)}
      join position_stands t on t.stand = c.${sql.ref(`${there}_stand`)} join stands s on s.id = t.stand
    where c.${sql.ref(here)} in ${ids} order by s.day, p.id`.execute(db);
  const made = rows.map(({ own, day, ...change }) => ({
    own,
    change: present<ChangeOfPosition>({ ...change, day: day === "" ? null : day }),
  }));
  return new Map(
    [...groupBy(made, ({ own }) => own)].map(([id, of]) => [id, of.map(({ change }) => change)]),
  );
}
