import { type RawBuilder, sql } from "kysely";
import { storiesOfIssue } from "../issues/stories-of-issue.js";
import { all } from "../json-rows.js";

/** Which rows across reports to give; each part narrows them down. */
export interface AcrossFilter {
  /** All of these actors take part: codes such as CHN. */
  readonly between?: readonly string[];
  /** One of these actors takes part or is named. */
  readonly about?: readonly string[];
  /** Only what was, or was told, on that day or later, ISO 8601. */
  readonly from?: string;
  /** Only what was, or was told, on that day or earlier, ISO 8601. */
  readonly to?: string;
  /** Only what a report of this story tells: its identifier, or how it begins. */
  readonly story?: string;
  /** Only what a report of a story about this issue tells: its identifier, or how it begins. */
  readonly issue?: string;
  /** Only the rows with these identifiers. */
  readonly ids?: readonly string[];
}

/** Where a kind of row keeps what a filter asks for; SQL in which `id` is the row's. */
export interface FilteredTable {
  /** A table of actors: its columns for the row, the role, and the code. */
  readonly actors: { readonly table: string; readonly id: string; readonly taking: readonly string[] };
  readonly firstDay: string;
  readonly lastDay: string;
  /** Identifiers of the rows of which a report is among the reports that `reports` selects. */
  readonly toldBy: (reports: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** The filter as an SQL condition on a row's `id` and days. */
export function filterCondition(filter: AcrossFilter, table: FilteredTable): RawBuilder<boolean> {
  const { actors } = table;
  const [id, of] = [sql.ref(actors.id), sql.table(actors.table)];
  const conditions: RawBuilder<unknown>[] = [sql`1`];
  for (const code of filter.between ?? [])
    conditions.push(
      sql`id in (select ${id} from ${of} where code = ${code} and role in (${sql.join(actors.taking)}))`,
    );
  if (filter.about)
    conditions.push(sql`id in (select ${id} from ${of} where code in (${sql.join([...filter.about])}))`);
  if (filter.from) conditions.push(sql`${sql.raw(table.lastDay)} >= ${filter.from}`);
  if (filter.to) conditions.push(sql`${sql.raw(table.firstDay)} <= ${filter.to}`);
  if (filter.ids) conditions.push(sql`id in ${all(filter.ids)}`);
  if (filter.story) {
    const reports = sql`(select report from story_reports where story >= ${filter.story} and story < ${`${filter.story}\u{10ffff}`})`;
    conditions.push(sql`id in ${table.toldBy(reports)}`);
  }
  if (filter.issue) {
    const reports = sql`(select report from story_reports where story in ${storiesOfIssue(filter.issue)})`;
    conditions.push(sql`id in ${table.toldBy(reports)}`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
