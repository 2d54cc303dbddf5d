import type { ExportError } from "../../export/export-error.js";
import type { LedgerError } from "../../ledger/ledger-error.js";
import type { Refusal } from "../../record/refusal.js";
import { clean, type Page, paragraph } from "./paragraph.js";

/** A refusal, a ledger's or an export's problem as lines: the code, what was met and expected, what to do. */
export function problemLines(page: Page, problem: Refusal | LedgerError | ExportError): string[] {
  const name = "input" in problem ? problem.input : problem.path;
  const row = (label: string, text: string) =>
    paragraph(page, [{ text: clean(text) }], { label: [{ text: `  ${label}`, style: "dim" }], indent: 12 });
  return [
    ...paragraph(page, [
      { text: clean(name), style: "bold" },
      { text: ` ${"input" in problem ? "not read" : "not usable"}: ` },
      { text: problem.code, style: "red" },
    ]),
    ...row("met", problem.met),
    ...row("expected", problem.expected),
    ...row("advice", problem.advice),
  ];
}
