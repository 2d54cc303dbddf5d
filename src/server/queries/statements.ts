import { type Kysely, sql } from "kysely";
import { present } from "../../ledger/rows/columns.js";
import type { Schema, StatementTable } from "../../ledger/schema.js";
import type { StatementRow } from "../schemas/rows.js";
import { type Circumstances, circumstances, circumstancesOf, JOINED } from "./circumstances.js";
import { and, inOrder, oneOf, type RowFilter, reportConditions } from "./filters.js";
import { type Page, type PageRequest, pageOfRows } from "./page.js";

export interface StatementFilter extends RowFilter {
  readonly between?: readonly string[];
  readonly about?: readonly string[];
  readonly by?: readonly string[];
  readonly act?: string;
}

interface Row extends StatementTable, Circumstances {
  readonly source: string | null;
  readonly cue: string | null;
}

/** Statements, the latest in the ledger first. `between`: one of them speaks, of all the others. */
export async function listStatements(
  db: Kysely<Schema>,
  filter: StatementFilter,
  page: PageRequest,
): Promise<Page<StatementRow>> {
  const { between, about, by, act } = filter;
  const has = (codes: readonly string[]) =>
    sql`s.id in (select statement from statement_actors where ${oneOf(sql`code`, codes)})`;
  const words = (role: string) =>
    sql`(select group_concat(value ->> 2, ' … ') from json_each(s.spans, ${`$.${role}`}))`;
  const { items, next } = await pageOfRows<Row>(
    db,
    {
      select: sql`s.*, ${circumstances}, ${words("source")} as source, ${words("cue")} as cue`,
      from: sql`statements s ${JOINED("s")}`,
      where: and([
        ...reportConditions(filter, sql`s.report`),
        between && oneOf(sql`s.speaker_code`, between),
        ...(between ?? []).map((code) => has([code])),
        by && oneOf(sql`s.speaker_code`, by),
        about && has(about),
        act !== undefined && sql`s.act = ${act}`,
      ]),
      order: [{ by: sql`s.number`, descending: true }],
      found: { by: sql`s.number`, from: inOrder("statements", "s", filter) },
    },
    page,
  );
  return { items: items.map(statementRow), ...(next && { next }) };
}

function statementRow(row: Row): StatementRow {
  const known = row.speaker_basis !== "unknown";
  return present<StatementRow>({
    kind: "statement",
    id: row.id,
    ...circumstancesOf(row),
    form: row.form as StatementRow["form"],
    part: row.part as StatementRow["part"],
    speaker: known
      ? present<NonNullable<StatementRow["speaker"]>>({
          code: row.speaker_code,
          sector: row.speaker_sector,
          agency: row.speaker_agency,
          person: row.speaker_person,
        })
      : null,
    speakerUnknown: known ? null : row.speaker_reason,
    source: row.source,
    cue: row.cue,
    words: row.words,
    act: row.act,
    reviewed: undefined,
  });
}
