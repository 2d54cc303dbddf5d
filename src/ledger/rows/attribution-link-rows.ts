import type { Insertable, Selectable } from "kysely";
import type { AttributionLink, Statement } from "../../quotation/statement.js";
import type { Report } from "../../report/report.js";
import type { AttributionLinkTable } from "../schema.js";
import {
  actorColumns,
  actorOf,
  basisColumns,
  optionalSpan,
  optionalWordsColumns,
  present,
  readValue,
} from "./columns.js";

export function attributionLinkRows(
  report: Report,
  statement: Statement,
): Insertable<AttributionLinkTable>[] {
  return (statement.chain ?? []).map((link, position) => {
    const { actor } = link;
    const words = optionalWordsColumns(report.text, link.span);
    const cue = optionalWordsColumns(report.text, link.cue);
    const evidence = optionalWordsColumns(report.text, actor?.known ? actor.evidence : undefined);
    return {
      statement: statement.id,
      position,
      role: link.role,
      report: report.id,
      mention: link.mention ?? null,
      ...actorColumns(actor?.known ? actor.value : undefined),
      ...(actor ? basisColumns(actor) : { basis: null, rule: null, reason: null }),
      told_in: link.statement ?? null,
      ...words,
      cue_start_offset: cue.start_offset,
      cue_end_offset: cue.end_offset,
      cue_words: cue.words,
      evidence_start_offset: evidence.start_offset,
      evidence_end_offset: evidence.end_offset,
      evidence_words: evidence.words,
    };
  });
}

/** `rows` of one statement, in the order of position. */
export function attributionLinksOf(rows: readonly Selectable<AttributionLinkTable>[]): AttributionLink[] {
  return rows.map((row) => {
    const { basis, rule, reason } = row;
    const evidence = optionalSpan(row.evidence_start_offset, row.evidence_end_offset);
    return present<AttributionLink>({
      role: row.role,
      span: optionalSpan(row.start_offset, row.end_offset),
      cue: optionalSpan(row.cue_start_offset, row.cue_end_offset),
      mention: row.mention,
      actor: basis === null ? undefined : readValue({ basis, rule, reason }, () => actorOf(row), evidence),
      statement: row.told_in,
    });
  });
}
