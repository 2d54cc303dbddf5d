import { type RawBuilder, sql } from "kysely";
import type { AcrossFilter } from "../ledger/across/filter.js";
import { storiesOfIssue } from "../ledger/issues/stories-of-issue.js";
import { all } from "../ledger/json-rows.js";

/** Which rows to export. */
export interface ExportFilter extends AcrossFilter {
  /** Of events, only those of which all is right with a probability of at least this, 0 to 1. */
  readonly surerThan?: number;
}

/** Where a kind of row tells of actors: SQL that is true where one of the codes takes part, or is named. */
export interface ActorConditions {
  readonly takesPart: (codes: readonly string[]) => RawBuilder<unknown>;
  readonly names: (codes: readonly string[]) => RawBuilder<unknown>;
}

/**
 * The filter as a condition on a row of one report (`r`) with a time (`t`): it passes by the days that its time covers, or
 * by its report's date where it has none that is resolved.
 */
export function rowCondition(
  { between, about, from, to, story, issue }: AcrossFilter,
  { takesPart, names }: ActorConditions,
): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`1`];
  for (const code of between ?? []) conditions.push(takesPart([code]));
  if (about) conditions.push(sql`(${takesPart(about)} or ${names(about)})`);
  if (from !== undefined)
    conditions.push(
      sql`case when t.interval_end is null then r.published >= ${from} else t.interval_end > ${from} end`,
    );
  if (to !== undefined) conditions.push(sql`coalesce(t.interval_start, r.published) <= ${to}`);
  if (story !== undefined)
    conditions.push(
      sql`r.id in (select report from story_reports where story >= ${story} and story < ${`${story}\u{10ffff}`})`,
    );
  if (issue !== undefined)
    conditions.push(sql`r.id in (select report from story_reports where story in ${storiesOfIssue(issue)})`);
  return sql.join(conditions, sql` and `);
}

/** True where a mention of one of the codes lies in a stretch of a report. */
export function mentioned(
  codes: readonly string[],
  { report, start, end }: Readonly<Record<"report" | "start" | "end", string>>,
): RawBuilder<unknown> {
  return sql`exists (select 1 from mentions m join mention_actors a on a.report = m.report and a.mention = m.position
    where m.report = ${sql.raw(report)} and m.start_offset >= ${sql.raw(start)} and m.end_offset <= ${sql.raw(end)}
      and a.code in ${all(codes)})`;
}
