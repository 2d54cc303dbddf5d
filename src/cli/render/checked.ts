import type { Checked, CheckedRow, CheckedState, SectionFigures } from "../../check/checked.js";
import { SECTIONS } from "../../check/checked.js";
import { clean, type Page, paragraph, type Style } from "./paragraph.js";
import { shortId } from "./words.js";

const INDENT = 12;
const STYLES: Record<CheckedState, Style> = {
  found: "green",
  wrong: "red",
  missing: "red",
  extra: "yellow",
  "not kept": "yellow",
};

/** What is otherwise than a gold reading says, section by section, then the figures. */
export function checkedLines(page: Page, { rows, figures }: Checked): string[] {
  const lines: string[] = [];
  for (const section of SECTIONS) {
    const own = rows.filter((row) => row.section === section);
    const told = own.filter(({ state, differs }) => state !== "found" || differs.length > 0);
    if (told.length === 0) continue;
    lines.push(...paragraph(page, [{ text: heading(section), style: "bold" }]));
    for (const row of told) lines.push(...rowLines(page, row));
    lines.push("");
  }
  for (const section of SECTIONS) {
    const line = figuresLine(figures[section]);
    if (line)
      lines.push(...paragraph(page, [{ text: line }], { label: [{ text: section }], indent: INDENT }));
  }
  return lines;
}

function rowLines(page: Page, { state, gold, name, row, words, may, differs }: CheckedRow): string[] {
  const label = [{ text: `  ${state}`, style: STYLES[state] }] as const;
  const where = [gold, name, row && shortId(row), may ? "may be left out" : undefined].filter(Boolean);
  return [
    ...paragraph(page, [{ text: where.join(" · "), style: "dim" }], { label, indent: INDENT }),
    ...paragraph(page, [{ text: clean(words) }], { indent: INDENT }),
    ...differs.flatMap((difference) =>
      paragraph(page, [{ text: clean(difference) }], { indent: INDENT + 2 }),
    ),
  ];
}

/** "24 of 24 found (100 %), 22 of them whole; 3 extra"; empty for a section without rows. */
function figuresLine(figures: SectionFigures): string {
  const { gold, found, whole, wrong, missing, notKept, may, mayFound, extra } = figures;
  const share = gold === 0 ? "" : ` (${Number(((100 * found) / gold).toFixed(1))} %)`;
  const parts = [
    ...(gold > 0 ? [`${found} of ${gold} found${share}`] : []),
    ...(whole < found ? [`${whole} of them whole`] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(notKept > 0 ? [`${notKept} not kept in this ledger`] : []),
    ...(may > 0 ? [`${mayFound} of ${may} that may be left out`] : []),
    ...(extra > 0 ? [`${extra} extra`] : []),
  ];
  return parts.join(", ");
}

function heading(section: string): string {
  return section === "across" ? "Across reports" : section.charAt(0).toUpperCase() + section.slice(1);
}
