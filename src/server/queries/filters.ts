import { type RawBuilder, sql } from "kysely";
import { all } from "../../ledger/json-rows.js";

/** Filters that rows of reports, statements and events share; see `schemas/filters.ts`. */
export interface RowFilter {
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  readonly story?: string;
  readonly report?: string;
}

export type Condition = RawBuilder<unknown>;

export function and(conditions: readonly (Condition | false | undefined)[]): Condition {
  const given = conditions.filter((condition) => condition !== undefined && condition !== false);
  return given.length === 0 ? sql`1` : sql.join(given, sql` and `);
}

/** The filter as conditions on the report `r` of a row. */
export function reportConditions({ from, to, outlet, story, report }: RowFilter): (Condition | undefined)[] {
  return [
    from === undefined ? undefined : sql`r.published >= ${from}`,
    to === undefined ? undefined : sql`r.published <= ${to}`,
    outlet === undefined ? undefined : sql`r.outlet = ${outlet}`,
    report === undefined ? undefined : sql`r.id = ${report}`,
    story === undefined
      ? undefined
      : sql`r.id in (select report from story_reports where story >= ${story} and story < ${`${story}\u{10ffff}`})`,
  ];
}

/** True where `column` is one of the codes. */
export function oneOf(column: Condition, codes: readonly string[]): Condition {
  return sql`${column} in ${all(codes)}`;
}
