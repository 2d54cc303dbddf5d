import { type Kysely, type RawBuilder, sql } from "kysely";
import { type AcrossFilter, type FilteredTable, filterCondition } from "../across/filter.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { present } from "../rows/columns.js";
import type { Schema, TensionActorTable, TensionSideTable, TensionTable } from "../schema.js";
import type { Tension, TensionSide } from "./tension.js";
import type { TensionRule } from "./tension-rules.js";

/** Which tensions to give. */
export interface TensionFilter extends AcrossFilter {
  /** Only those that this rule made. */
  readonly rule?: TensionRule;
}

const TABLE: FilteredTable = {
  actors: { table: "tension_actors", id: "tension", taking: ["actor"] },
  firstDay: "first_day",
  lastDay: "last_day",
  toldBy: (reports) => sql`(select tension from tension_sides where report in ${reports})`,
};

/** The tensions that pass `filter`, the latest first, those without a day last. */
export async function listTensions(db: Kysely<Schema>, filter: TensionFilter = {}): Promise<Tension[]> {
  return tensionsWhere(db, tensionCondition(filter));
}

/** The filter as an SQL condition on rows of `tensions`. */
export function tensionCondition(filter: TensionFilter): RawBuilder<unknown> {
  const rule = filter.rule ? sql`rule = ${filter.rule}` : sql`true`;
  return sql`${filterCondition(filter, TABLE)} and ${rule}`;
}

/** The tension with this identifier. */
export async function readTension(db: Kysely<Schema>, id: string): Promise<Tension | undefined> {
  return (await tensionsWhere(db, sql`id = ${id}`))[0];
}

async function tensionsWhere(db: Kysely<Schema>, condition: RawBuilder<unknown>): Promise<Tension[]> {
  const { rows } = await sql<TensionTable>`select * from tensions where ${condition}
    order by last_day desc, id`.execute(db);
  const ids = all(rows.map(({ id }) => id));
  const { rows: sides } = await sql<SideRow>`select s.*, r.outlet, r.published
    from tension_sides s join reports r on r.id = s.report where s.tension in ${ids}`.execute(db);
  const { rows: actors } = await sql<TensionActorTable>`select * from tension_actors where tension in ${ids}
    order by code`.execute(db);
  const sidesOf = groupBy(sides, ({ tension }) => tension);
  const actorsOf = groupBy(actors, ({ tension }) => tension);
  return rows.map(({ id, rule, reason, others }) => {
    const codes = (role: string) =>
      (actorsOf.get(id) ?? []).filter((actor) => actor.role === role).map(({ code }) => code);
    const side = (name: string) => sideOf(sidesOf.get(id)!.find((row) => row.side === name)!);
    return {
      kind: "tension",
      id,
      rule: rule as TensionRule,
      reason,
      first: side("first"),
      second: side("second"),
      actors: codes("actor"),
      about: codes("about"),
      others,
    };
  });
}

interface SideRow extends TensionSideTable {
  readonly outlet: string | null;
  readonly published: string | null;
}

function sideOf(row: SideRow): TensionSide {
  return present<TensionSide>({
    report: row.report,
    outlet: row.outlet,
    published: row.published,
    id: row.row,
    day: row.day,
    start: row.start_offset,
    end: row.end_offset,
    words: row.words,
    sentence: row.sentence,
  });
}
