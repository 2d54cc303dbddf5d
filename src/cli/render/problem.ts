import type { LedgerError } from "../../ledger/ledger-error.js";
import type { Refusal } from "../../record/refusal.js";
import { clean, type Page, paragraph } from "./paragraph.js";

/** A refusal or a ledger's problem as lines: the code, what was met and expected, what to do. */
export function problemLines(page: Page, problem: Refusal | LedgerError): string[] {
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
