import type { Reading } from "../../reading/reading.js";
import type { Report } from "../../report/report.js";
import { eventLines } from "./events.js";
import { exchangeLines } from "./exchanges.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";
import { relationLines } from "./relations.js";
import { statementLines } from "./statements.js";
import { shortId, valueOr } from "./words.js";

/**
 * A reading as lines for people: the report, its exchanges, statements and events.
 * @param least leaves out events of which all is right with a lower probability
 */
export function reportLines(page: Page, reading: Reading, least?: number): string[] {
  const { report, statements, events, exchanges } = reading;
  const sections: (readonly [string, readonly string[]])[] = [
    ["Exchanges", exchangeLines(page, reading)],
    ["Statements", statementLines(page, reading)],
    ["Events", eventLines(page, reading, least)],
    ["Relations", relationLines(page, reading)],
  ];
  const counts = [
    count(statements.length, "statement"),
    count(events.length, "event"),
    count(exchanges.length, "exchange"),
  ];
  return [
    ...headLines(page, report),
    ...sections.flatMap(([name, lines]) =>
      lines.length > 0 ? ["", ...paragraph(page, [{ text: name, style: "bold" }]), ...lines] : [],
    ),
    "",
    ...paragraph(page, [
      { text: `${counts.join(", ")} · ` },
      { text: "demarche explain ID", style: "cyan" },
      { text: " for the why of a row" },
    ]),
  ];
}

/** "1 event", "2 events"; "2 stories" with the plural given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function headLines(page: Page, report: Report): string[] {
  const { title, outlet, published, bylines, licence } = report;
  const asideCount = report.paragraphs.filter((p) => p.role === "furniture").length;
  const about = [
    valueOr(outlet, "outlet not stated"),
    ...bylines.map(({ name, role }) => (role ? `${name}, ${role}` : name)),
    valueOr(published, "date not stated"),
    ...(asideCount > 0 ? [`${count(asideCount, "line")} of furniture set aside`] : []),
  ];
  const lines = paragraph(page, [{ text: clean(valueOr(title, "(no title)")), style: "bold" }]);
  lines.push(...paragraph(page, [{ text: clean(about.join(" · ")) }]));
  if (licence.known) {
    const { terms, mustCarry } = licence.value;
    const carry: Piece[] =
      mustCarry.length > 0 ? [{ text: `; must carry ${clean(mustCarry.join(", "))}` }] : [];
    lines.push(...paragraph(page, [{ text: `Licence: ${clean(terms)}` }, ...carry]));
  }
  for (const note of report.notes ?? []) lines.push(...paragraph(page, [{ text: `Note: ${clean(note)}` }]));
  lines.push(...paragraph(page, [{ text: `${shortId(report.id)} · ${clean(report.origin)}`, style: "dim" }]));
  return lines;
}
