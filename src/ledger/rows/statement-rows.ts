import type { Insertable, Selectable } from "kysely";
import type { Statement } from "../../quotation/statement.js";
import { type Span, textOf } from "../../record/span.js";
import type { Report } from "../../report/report.js";
import type { AttributionLinkTable, StatementSpanTable, StatementTable } from "../schema.js";
import { attributionLinksOf } from "./attribution-link-rows.js";
import { actorColumns, actorOf, basisColumns, present, readValue, spanOf, wordsColumns } from "./columns.js";

export function statementRow(
  report: Report,
  statement: Statement,
  number: number,
): Insertable<StatementTable> {
  const { speaker } = statement;
  const actor = actorColumns(speaker.known ? speaker.value : undefined);
  const basis = basisColumns(speaker);
  return {
    id: statement.id,
    number,
    report: report.id,
    form: statement.form,
    part: statement.part,
    speaker_code: actor.code,
    speaker_sector: actor.sector,
    speaker_agency: actor.agency,
    speaker_person: actor.person,
    speaker_basis: basis.basis,
    speaker_rule: basis.rule,
    speaker_reason: basis.reason,
    mention: statement.mention ?? null,
    time: statement.when ?? null,
    place: statement.where ?? null,
    act: statement.act ?? null,
    goes_on_from: statement.goesOnFrom ?? null,
    rule: statement.by,
    words: statement.content.map((span) => textOf(report.text, span)).join(" … "),
  };
}

export function statementSpanRows(report: Report, statement: Statement): Insertable<StatementSpanTable>[] {
  const { source, cue, content, quoted, medium, venue, addressee, speaker } = statement;
  const rows = (role: StatementSpanTable["role"], spans: readonly (Span | undefined)[]) =>
    spans.flatMap((span, position) =>
      span ? [{ statement: statement.id, role, position, ...wordsColumns(report.text, span) }] : [],
    );
  return [
    ...rows("source", [source]),
    ...rows("cue", [cue]),
    ...rows("content", content),
    ...rows("quoted", quoted ?? []),
    ...rows("medium", [medium]),
    ...rows("venue", [venue]),
    ...rows("addressee", [addressee]),
    ...rows("speaker", [speaker.known ? speaker.evidence : undefined]),
  ];
}

/** `spanRows` and `linkRows` in the order of position. */
export function statementOf(
  row: Selectable<StatementTable>,
  spanRows: readonly Selectable<StatementSpanTable>[],
  linkRows: readonly Selectable<AttributionLinkTable>[],
): Statement {
  const spans = (role: StatementSpanTable["role"]) => spanRows.filter((s) => s.role === role).map(spanOf);
  const quoted = spans("quoted");
  const speaker = { basis: row.speaker_basis, rule: row.speaker_rule, reason: row.speaker_reason };
  const actor = () =>
    actorOf({
      code: row.speaker_code,
      sector: row.speaker_sector,
      agency: row.speaker_agency,
      person: row.speaker_person,
    });
  return present<Statement>({
    kind: "statement",
    id: row.id,
    report: row.report,
    form: row.form as Statement["form"],
    source: spans("source")[0],
    mention: row.mention,
    cue: spans("cue")[0],
    content: spans("content"),
    quoted: quoted.length > 0 ? quoted : undefined,
    speaker: readValue(speaker, actor, spans("speaker")[0]),
    when: row.time,
    where: row.place,
    medium: spans("medium")[0],
    venue: spans("venue")[0],
    addressee: spans("addressee")[0],
    act: row.act,
    goesOnFrom: row.goes_on_from,
    chain: linkRows.length > 0 ? attributionLinksOf(linkRows) : undefined,
    part: row.part as Statement["part"],
    by: row.rule,
  });
}
