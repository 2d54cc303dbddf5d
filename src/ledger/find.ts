import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.js";

/** What an identifier may stand for. */
export type FoundKind =
  | "report"
  | "statement"
  | "event"
  | "exchange"
  | "relation"
  | "happening"
  | "linked exchange"
  | "position"
  | "tension"
  | "issue";

/** Where an identifier leads. */
export interface Found {
  readonly id: string;
  readonly kind: FoundKind;
  /** For what several reports tell together, the first report that tells it. */
  readonly report: string;
}

/** What the identifiers that begin with `prefix` stand for, at most `limit` of them, in the order of identifiers. */
export async function find(db: Kysely<Schema>, prefix: string, limit: number): Promise<Found[]> {
  if (prefix === "") return [];
  const { rows } = await sql<Found>`
    select id, kind, report from (
      select id, 'report' as kind, id as report from reports
      union all select id, 'statement', report from statements
      union all select id, 'event', report from events
      union all select id, 'exchange', report from exchanges
      union all select id, 'relation', report from relations
      union all select id, 'happening', (select e.report from happening_events e join reports r on r.id = e.report
        where e.happening = happenings.id order by coalesce(r.published, ''), r.id limit 1) from happenings
      union all select id, 'linked exchange', report from linked_exchanges
      union all select id, 'position', (select m.report from position_stands m join stands k on k.id = m.stand
        where m.position = positions.id order by k.day, m.report limit 1) from positions
      union all select t.id, 'tension', s.report
        from tensions t join tension_sides s on s.tension = t.id and s.side = 'first'
      union all select i.issue, 'issue', (select o.report from story_issues k join story_reports o on o.story = k.story
        join reports r on r.id = o.report where k.issue = i.issue order by coalesce(r.published, ''), r.id limit 1)
        from (select distinct issue from story_issues) i
    ) where id >= ${prefix} and id < ${`${prefix}\u{10ffff}`} order by id limit ${limit}`.execute(db);
  return rows;
}
