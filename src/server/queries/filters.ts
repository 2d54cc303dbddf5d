import { type RawBuilder, sql } from "kysely";
import { storiesOfIssue } from "../../ledger/issues/stories-of-issue.js";
import { all } from "../../ledger/json-rows.js";

/** Filters that rows of reports, statements and events share; see `schemas/filters.ts`. */
export interface RowFilter {
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  readonly story?: string;
  readonly issue?: string;
  readonly report?: string;
}

export type Condition = RawBuilder<unknown>;

export function and(conditions: readonly (Condition | false | undefined)[]): Condition {
  const given = conditions.filter((condition) => condition !== undefined && condition !== false);
  return given.length === 0 ? sql`1` : sql.join(given, sql` and `);
}

/** The filter as conditions on the report `r` of a row; `id` is where the row has its report's identifier. */
export function reportConditions(filter: RowFilter, id = sql`r.id`): (Condition | undefined)[] {
  const { from, to, outlet, story, issue, report } = filter;
  const those = [
    from !== undefined && sql`published >= ${from}`,
    to !== undefined && sql`published <= ${to}`,
    outlet !== undefined && sql`outlet = ${outlet}`,
  ].filter((condition) => condition !== false);
  return [
    // The reports are few beside their rows, and looked up once.
    those.length === 0 ? undefined : sql`${id} in (select id from reports where ${and(those)})`,
    report === undefined ? undefined : sql`r.id = ${report}`,
    story === undefined
      ? undefined
      : sql`r.id in (select report from story_reports where story >= ${story} and story < ${`${story}\u{10ffff}`})`,
    issue === undefined
      ? undefined
      : sql`r.id in (select report from story_reports where story in ${storiesOfIssue(issue)})`,
  ];
}

/**
 * Rows of a table `row` with their report `r`, for finding a page of them. Where nothing narrows them down to few, they are
 * looked through in their order until the page is full, by an index that holds all that filters ask for.
 */
export function inOrder(table: "events" | "statements", row: "e" | "s", filter: RowFilter): Condition {
  const { report, story, issue } = filter;
  const few = report !== undefined || story !== undefined || issue !== undefined;
  const index = few ? sql`` : sql`indexed by ${sql.ref(`${table}_in_order`)}`;
  // A left join costs nothing where the filter asks nothing of reports.
  return sql`${sql.table(table)} ${sql.ref(row)} ${index} left join reports r on r.id = ${sql.ref(`${row}.report`)}`;
}

/** True of rows whose report names one of the codes. */
export function namedInReport(report: Condition, codes: readonly string[]): Condition {
  return sql`${report} in (select report from report_actors where code in ${all(codes)})`;
}

/** Mentions `m` of one of the codes inside a stretch of a report, as what follows `select ... from`. */
export function mentionsWithin(
  report: Condition,
  start: Condition,
  end: Condition,
  codes: readonly string[],
): Condition {
  // In this order the index on offsets finds the few mentions of the stretch.
  return sql`mentions m cross join mention_actors a on a.report = m.report and a.mention = m.position
    where m.report = ${report} and m.start_offset >= ${start} and m.start_offset < ${end} and m.end_offset <= ${end}
      and ${oneOf(sql`a.code`, codes)}`;
}

/** True where `column` is one of the codes. */
export function oneOf(column: Condition, codes: readonly string[]): Condition {
  return sql`${column} in ${all(codes)}`;
}
