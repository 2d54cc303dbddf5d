import { type Kysely, sql } from "kysely";
import { loadStates } from "../../knowledge/states.js";
import { readTable } from "../../knowledge/table.js";
import { all } from "../../ledger/json-rows.js";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import type { ActorRecord, ActorRow, Dealing } from "../schemas/rows.js";

/** Everybody whom the ledger knows by a code, who is met most first. */
export async function listActors(db: Kysely<Schema>): Promise<ActorRow[]> {
  const { rows } = await sql<Omit<ActorRow, "kind" | "name">>`
    select code, sum(statements) as statements, sum(acts) as acts, sum(acted_on) as actedOn from (
      select speaker_code as code, count(*) as statements, 0 as acts, 0 as acted_on from statements
        where speaker_code is not null group by speaker_code
      union all
      select code, 0, count(distinct event) filter (where role = 'source'),
          count(distinct event) filter (where role = 'target')
        from event_participants where code is not null group by code)
    group by code order by sum(statements) + sum(acts) + sum(acted_on) desc, code`.execute(db);
  return rows.map((row) => ({ kind: "actor", ...row, name: nameOfCode(row.code) }));
}

let organisations: ReadonlyMap<string, string> | undefined;

/** The name of a state or organisation; the code itself where no list names it. */
export function nameOfCode(code: string): string {
  organisations ??= new Map(
    readTable("organisations.tsv", ["code", "sector", "agency", "name", "also"])
      .filter(({ agency }) => agency === "")
      .map(({ code, name }) => [code, name] as const)
      .reverse(),
  );
  return loadStates().get(code)?.name ?? organisations.get(code) ?? code;
}

export interface DealingFilter {
  readonly about?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/**
 * Who acts towards whom: pairs of codes with how many events of each type, the most first. What is denied, and what
 * is only a background, is not counted; an act of several at several counts for each pair.
 */
export async function listDealings(
  db: Kysely<Schema>,
  { about, from, to }: DealingFilter,
  limit: number,
): Promise<Dealing[]> {
  const taking = about
    ? sql`e.id in (select event from event_participants where code in ${all(about)})
        and (s.code in ${all(about)} or t.code in ${all(about)})`
    : sql`1`;
  // In this order all that is asked of events and of who takes part is found in indexes, one beside the other.
  const { rows } = await sql<{ source: string; target: string; type: string; events: number }>`
    select s.code as source, t.code as target, e.type, count(distinct e.id) as events
    from events e ${from === undefined && to === undefined ? sql`` : sql`cross join reports r on r.id = e.report`}
      cross join event_participants s on s.event = e.id and s.role = 'source'
      cross join event_participants t on t.event = e.id and t.role = 'target'
    where s.code is not null and t.code is not null and s.code <> t.code
      and e.status not in ('denied', 'background') and ${taking}
      and ${from === undefined ? sql`1` : sql`r.published >= ${from}`}
      and ${to === undefined ? sql`1` : sql`r.published <= ${to}`}
    group by s.code, t.code, e.type`.execute(db);
  const dealings = new Map<string, Dealing>();
  for (const { source, target, type, events } of rows) {
    const key = `${source} ${target}`;
    const dealing = dealings.get(key) ?? { source, target, events: 0, types: {} };
    dealing.events += events;
    dealing.types[type] = events;
    dealings.set(key, dealing);
  }
  return [...dealings.values()]
    .sort((a, b) => b.events - a.events || (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1))
    .slice(0, limit);
}

type Office = ActorRecord["offices"][number];

/** People of an actor, with what reports call them, the latest first. */
export async function listOffices(db: Kysely<Schema>, code: string, limit = 200): Promise<Office[]> {
  const { rows } = await sql<{ [K in keyof Required<Office>]: Office[K] | null }>`
    select o.person, o.office, o.sector, o.agency, o.basis, o.words, o.report, r.published
    from offices o join reports r on r.id = o.report where o.code = ${code}
    order by coalesce(r.published, '') desc, o.person, o.report, o.position limit ${limit}`.execute(db);
  return rows.map((row) => present<Office>(row));
}
