import type { CodebookChange } from "../../evaluate/codebook-diff.js";
import type { Event } from "../../event/event.js";
import type { Reading } from "../../reading/reading.js";
import { eventWords, whoToWhom } from "./events.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";
import { shortId, typeStyle } from "./words.js";

const MARKS = { added: "+", dropped: "-", changed: "~" } as const;
const INDENT = 4;

/** The changes that a codebook makes in one report: "+" for what comes, "-" for what goes, "~" for what is told otherwise. */
export function changeLines(page: Page, reading: Reading, changes: readonly CodebookChange[]): string[] {
  const { report } = reading;
  const title = report.title.known ? report.title.value : report.origin;
  const out = paragraph(page, [
    { text: clean(title), style: "bold" },
    { text: ` ${shortId(report.id)}`, style: "dim" },
  ]);
  for (const change of changes) {
    const label: Piece[] = [{ text: `  ${MARKS[change.change]} ` }];
    if (change.change === "changed") {
      const told = [
        ...pieces(reading, change.before),
        { text: " is now " },
        ...pieces(reading, change.after),
      ];
      out.push(...paragraph(page, told, { label, indent: INDENT }));
      out.push(...paragraph(page, eventWords(reading, change.after), { indent: INDENT }));
    } else {
      const event = change.change === "added" ? change.after : change.before;
      out.push(...paragraph(page, pieces(reading, event), { label, indent: INDENT }));
      out.push(...paragraph(page, eventWords(reading, event), { indent: INDENT }));
    }
  }
  return out;
}

function pieces(reading: Reading, event: Event): Piece[] {
  return [
    { text: event.type, style: typeStyle(event.type) },
    { text: ` ${whoToWhom(reading, event)}` },
    { text: ` · ${event.status} · ${event.explanation.by}`, style: "dim" },
  ];
}
