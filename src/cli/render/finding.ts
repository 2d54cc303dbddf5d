import type { Finding } from "../../knowledge/finding.js";
import { clean, type Page, paragraph } from "./paragraph.js";

/** A finding, whatever its codes are. */
type Told = Omit<Finding, "code"> & { readonly code: string };

/** A finding of a file that a user writes as lines: where, its code, what was met and expected, what to do. */
export function findingLines(page: Page, finding: Told): string[] {
  const row = (label: string, text: string) =>
    paragraph(page, [{ text: clean(text) }], { label: [{ text: `  ${label}`, style: "dim" }], indent: 12 });
  return [
    ...paragraph(page, [
      { text: `${clean(finding.file)}:${finding.line}`, style: "bold" },
      { text: ` ${finding.severity}: ` },
      { text: finding.code, style: finding.severity === "error" ? "red" : "yellow" },
    ]),
    ...row("met", finding.met),
    ...row("expected", finding.expected),
    ...row("advice", finding.todo),
  ];
}
