import type { Insertable, Selectable } from "kysely";
import type { Statement } from "../../quotation/statement.js";
import { type Span, textOf } from "../../record/span.js";
import type { Report } from "../../report/report.js";
import type { StatementTable } from "../schema.js";
import { attributionColumn, attributionLinksOf } from "./attribution-link-rows.js";
import { actorColumns, actorOf, basisColumns, present, readValue } from "./columns.js";

export function statementRow(
  report: Report,
  statement: Statement,
  number: number,
): Insertable<StatementTable> {
  const { speaker } = statement;
  const actor = actorColumns(speaker.known ? speaker.value : undefined);
  const basis = basisColumns(speaker);
  const words = statement.content.map((span) => textOf(report.text, span)).join(" … ");
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
    words,
    spans: spansColumn(report, statement, words),
    attribution: attributionColumn(report, statement),
  };
}

/** The words that a statement rests on in one of these roles. */
type Role = "source" | "cue" | "content" | "quoted" | "medium" | "venue" | "addressee" | "speaker";
/** Without words where they are the statement's own. */
type StoredSpan = readonly [start: number, end: number, words?: string];

/** By role, with the roles that there are. */
function spansColumn({ text }: Report, statement: Statement, words: string): string {
  const { source, cue, content, quoted, medium, venue, addressee, speaker } = statement;
  const stored: Partial<Record<Role, readonly StoredSpan[]>> = {};
  const put = (role: Role, spans: readonly (Span | undefined)[]) => {
    const there = spans.flatMap((span): StoredSpan[] => {
      if (!span) return [];
      const own = textOf(text, span);
      const { start, end } = span;
      return [role === "content" && own === words ? [start, end] : [start, end, own]];
    });
    if (there.length > 0) stored[role] = there;
  };
  put("source", [source]);
  put("cue", [cue]);
  put("content", content);
  put("quoted", quoted ?? []);
  put("medium", [medium]);
  put("venue", [venue]);
  put("addressee", [addressee]);
  put("speaker", [speaker.known ? speaker.evidence : undefined]);
  return JSON.stringify(stored);
}

export function statementOf(row: Selectable<StatementTable>): Statement {
  const stored = JSON.parse(row.spans) as Partial<Record<Role, readonly StoredSpan[]>>;
  const spans = (role: Role) => (stored[role] ?? []).map(([start, end]): Span => ({ start, end }));
  const chain = attributionLinksOf(row.attribution);
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
    chain: chain.length > 0 ? chain : undefined,
    part: row.part as Statement["part"],
    by: row.rule,
  });
}
