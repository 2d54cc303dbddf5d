import type { Insertable, Selectable } from "kysely";
import type { Byline, Dateline, Licence, Paragraph, ParagraphRole, Report } from "../../report/report.js";
import type {
  BylineTable,
  DatelineTable,
  ParagraphTable,
  ReportFactTable,
  ReportNoteTable,
  ReportTable,
} from "../schema.js";
import {
  basisColumns,
  optionalSpan,
  optionalWordsColumns,
  present,
  readValue,
  spanOf,
  wordsColumns,
} from "./columns.js";

const FACTS = ["title", "outlet", "published", "licence"] as const;

export function reportRow(
  report: Report,
  number: number,
  version: { readonly reader: string; readonly fingerprint: string },
): Insertable<ReportTable> {
  const { title, outlet, published, licence } = report;
  return {
    id: report.id,
    number,
    origin: report.origin,
    title: title.known ? title.value : null,
    outlet: outlet.known ? outlet.value : null,
    published: published.known ? published.value : null,
    licence_terms: licence.known ? licence.value.terms : null,
    licence_must_carry: licence.known ? JSON.stringify(licence.value.mustCarry) : null,
    text: report.text,
    reader_version: version.reader,
    fingerprint: version.fingerprint,
  };
}

export function reportFactRows(report: Report): Insertable<ReportFactTable>[] {
  return FACTS.map((fact) => {
    const value = report[fact];
    const evidence = value.known ? value.evidence : undefined;
    return {
      report: report.id,
      fact,
      ...basisColumns(value),
      ...optionalWordsColumns(report.text, evidence),
    };
  });
}

export function bylineRows(report: Report): Insertable<BylineTable>[] {
  return report.bylines.map((byline, position) => ({
    report: report.id,
    position,
    name: byline.name,
    role: byline.role ?? null,
  }));
}

export function datelineRows({ id, text, dateline }: Report): Insertable<DatelineTable>[] {
  if (!dateline) return [];
  const { place, agency, year, month, day } = dateline;
  return [
    {
      report: id,
      place: place ?? null,
      agency: agency ?? null,
      year: year ?? null,
      month: month ?? null,
      day: day ?? null,
      ...wordsColumns(text, dateline),
    },
  ];
}

export function reportNoteRows(report: Report): Insertable<ReportNoteTable>[] {
  return (report.notes ?? []).map((note, position) => ({ report: report.id, position, note }));
}

export function paragraphRows(report: Report): Insertable<ParagraphTable>[] {
  return report.paragraphs.map((paragraph, position) => ({
    report: report.id,
    position,
    role: paragraph.role,
    reason: paragraph.reason ?? null,
    ...wordsColumns(report.text, paragraph),
  }));
}

/** The rows of one report, each list in the order of position. */
export interface ReportRows {
  readonly report: Selectable<ReportTable>;
  readonly facts: readonly Selectable<ReportFactTable>[];
  readonly bylines: readonly Selectable<BylineTable>[];
  readonly dateline: Selectable<DatelineTable> | undefined;
  readonly notes: readonly Selectable<ReportNoteTable>[];
  readonly paragraphs: readonly Selectable<ParagraphTable>[];
}

export function reportOf(rows: ReportRows): Report {
  const { report, facts, bylines, dateline, notes, paragraphs } = rows;
  const value = <T>(fact: (typeof FACTS)[number], read: () => T) => {
    const found = facts.find((f) => f.fact === fact);
    if (!found) throw new Error(`report ${report.id} has no row for ${fact} in report_facts`);
    return readValue(found, read, optionalSpan(found.start_offset, found.end_offset));
  };
  return present<Report>({
    kind: "report",
    id: report.id,
    origin: report.origin,
    text: report.text,
    paragraphs: paragraphs.map((p) =>
      present<Paragraph>({ ...spanOf(p), role: p.role as ParagraphRole, reason: p.reason }),
    ),
    title: value("title", () => report.title ?? ""),
    outlet: value("outlet", () => report.outlet ?? ""),
    published: value("published", () => report.published ?? ""),
    bylines: bylines.map((b) => present<Byline>({ name: b.name, role: b.role })),
    licence: value(
      "licence",
      (): Licence => ({
        terms: report.licence_terms ?? "",
        mustCarry: JSON.parse(report.licence_must_carry ?? "[]"),
      }),
    ),
    dateline: dateline && datelineOf(dateline),
    // No rows cannot tell an empty list from none: a report without notes has none.
    notes: notes.length > 0 ? notes.map((n) => n.note) : undefined,
  });
}

function datelineOf(row: Selectable<DatelineTable>): Dateline {
  const { place, agency, year, month, day } = row;
  return present<Dateline>({ ...spanOf(row), place, agency, year, month, day });
}
