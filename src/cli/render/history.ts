import type { Found } from "../../ledger/ledger.js";
import type { RowChange } from "../commands/history.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { shortId } from "./words.js";

const INDENT = 12;
const LONGEST_VALUE = 80;

/** The changes that a row has gone through, as lines for people. */
export function historyLines(page: Page, found: Found, changes: readonly RowChange[]): string[] {
  const of = found.kind === "report" ? "" : ` of report ${shortId(found.report)}`;
  return [
    ...paragraph(page, [{ text: `${found.kind} ${shortId(found.id)}${of}`, style: "bold" }]),
    ...changes.flatMap((change) => changeLines(page, change)),
  ];
}

function changeLines(page: Page, change: RowChange): string[] {
  const { at, row, readerVersion, report, fields = [], before, after, decisions, note } = change;
  const when = at ?? "at a time that nobody said";
  const what = [
    when,
    HOW[change.change],
    ...(row === undefined && report !== undefined ? [`report ${shortId(report)}`] : []),
    ...(readerVersion ? [`reader ${shortId(readerVersion)}`] : []),
    ...(decisions ? [`events ${decisions.map((pair) => pair.map(shortId).join(" and ")).join(", ")}`] : []),
    ...(note ? [`“${note}”`] : []),
  ];
  return [
    ...paragraph(page, [{ text: clean(what.join(" · ")) }], {
      label: [{ text: `  ${row ?? change.change}`, style: "cyan" }],
      indent: INDENT,
    }),
    ...fields.flatMap((field) =>
      paragraph(page, [{ text: clean(`${field}: ${brief(before?.[field])} → ${brief(after?.[field])}`) }], {
        indent: INDENT + 2,
      }),
    ),
  ];
}

const HOW: Record<RowChange["change"], string> = {
  added: "its report came",
  replaced: "its report was read again",
  removed: "its report was taken out",
  joined: "a person joined happenings",
  split: "a person took an event out of a happening",
};

/** A field's value in few words: its text, its code, or how its JSON begins. */
function brief(value: unknown): string {
  if (value === undefined) return "none";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null) {
    const { text, known, value: inner, interval } = value as Readonly<Record<string, unknown>>;
    if (known === false) return "unknown";
    if (known === true) return brief(inner);
    if (typeof text === "string") return `“${text}”${interval ? ` (${Object.values(interval)[0]})` : ""}`;
  }
  const json = JSON.stringify(value);
  return json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)}…` : json;
}
