import type { Insertable, Selectable } from "kysely";
import type { Relation } from "../../relation/relation.js";
import type { Report } from "../../report/report.js";
import type { RelationParticipantTable, RelationTable } from "../schema.js";
import { optionalSpan, optionalWordsColumns, present, spanOf, wordsColumns } from "./columns.js";
import { participantColumns, participantOf } from "./participant-rows.js";

export function relationRows(report: Report, relations: readonly Relation[]): Insertable<RelationTable>[] {
  return relations.map((relation, position) => {
    const degree = optionalWordsColumns(report.text, relation.degree);
    return {
      id: relation.id,
      report: report.id,
      position,
      relation: relation.relation,
      status: relation.status,
      part: relation.part,
      time: relation.when ?? null,
      claimed_by: relation.claimedBy ?? null,
      rule: relation.by,
      degree_start_offset: degree.start_offset,
      degree_end_offset: degree.end_offset,
      degree_words: degree.words,
      ...wordsColumns(report.text, relation.span),
    };
  });
}

export function relationParticipantRows(
  report: Report,
  relations: readonly Relation[],
): Insertable<RelationParticipantTable>[] {
  return relations.flatMap((relation) =>
    (["source", "target"] as const).map((role) => ({
      relation: relation.id,
      role,
      report: report.id,
      ...participantColumns(report, relation[role]),
    })),
  );
}

/** @param sides of all relations of the report, by relation and role */
export function relationsOf(
  rows: readonly Selectable<RelationTable>[],
  sides: readonly Selectable<RelationParticipantTable>[],
): Relation[] {
  const side = (id: string, role: "source" | "target") =>
    participantOf(sides.find((row) => row.relation === id && row.role === role)!);
  return rows.map((row) =>
    present<Relation>({
      kind: "relation",
      id: row.id,
      report: row.report,
      relation: row.relation,
      status: row.status as Relation["status"],
      source: side(row.id, "source"),
      target: side(row.id, "target"),
      span: spanOf(row),
      degree: optionalSpan(row.degree_start_offset, row.degree_end_offset),
      when: row.time,
      claimedBy: row.claimed_by,
      part: row.part as Relation["part"],
      by: row.rule,
    }),
  );
}
