import { type Kysely, sql } from "kysely";
import { present } from "../../ledger/rows/columns.js";
import type { Schema } from "../../ledger/schema.js";
import type { ReportRow } from "../schemas/rows.js";
import { and, namedInReport, type RowFilter, reportConditions } from "./filters.js";
import { type Page, type PageRequest, pageOfRows } from "./page.js";

export interface ReportFilter extends RowFilter {
  readonly between?: readonly string[];
  readonly about?: readonly string[];
}

type Row = { [K in keyof Required<ReportRow>]: ReportRow[K] | null };

/** Reports that name all of `between` and one of `about`, the latest first, those without a date last. */
export async function listReports(
  db: Kysely<Schema>,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportRow>> {
  const few = filter.report !== undefined || filter.story !== undefined || filter.issue !== undefined;
  const { items, next } = await pageOfRows<Row>(
    db,
    {
      select: COLUMNS,
      from: sql`reports r`,
      where: and([
        ...reportConditions(filter),
        ...(filter.between ?? []).map((code) => namedInReport(sql`r.id`, [code])),
        filter.about && namedInReport(sql`r.id`, filter.about),
      ]),
      order: [
        { by: sql`coalesce(r.published, '')`, descending: true },
        { by: sql`r.number`, descending: true },
      ],
      found: { by: sql`r.number`, from: sql`reports r ${few ? sql`` : sql`indexed by reports_in_order`}` },
    },
    page,
  );
  return { items: items.map(reportRow), ...(next && { next }) };
}

/** Reports that came into the ledger after the one with this number, in their order; at most `limit`. */
export async function reportsAfter(db: Kysely<Schema>, number: number, limit = 1000): Promise<ReportRow[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reports r where r.number > ${number}
    order by r.number limit ${limit}`.execute(db);
  return rows.map(reportRow);
}

const COLUMNS = sql`r.id, r.number, r.title, r.outlet, r.published, r.origin,
  (select story from story_reports where report = r.id) as story,
  (select count(*) from statements where report = r.id) as statements,
  (select count(*) from events where report = r.id) as events`;

function reportRow(row: Row): ReportRow {
  return present<ReportRow>({ ...row, kind: "report" });
}
