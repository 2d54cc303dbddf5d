import { OWN_KINDS, type OwnColumn, type OwnKind } from "./actor-file.js";
import { checkTerms } from "./check-terms.js";
import { knownCodes } from "./codes.js";
import type { Finding } from "./finding.js";
import type { LayoutRow } from "./layout.js";
import { SECTORS } from "./sector.js";

type OwnRow = LayoutRow<OwnColumn>;

/** Columns that count for some kinds only. */
const ONLY: readonly (readonly [readonly OwnColumn[], readonly OwnKind[]])[] = [
  [["office", "gender", "from", "to"], ["person"]],
  [["adjective", "citizen", "citizens", "capital"], ["state"]],
];

/** What is wrong with the lines of a user's file of actors, each for itself and all together. */
export function checkOwnLines(rows: readonly OwnRow[], file: string): Finding[] {
  const findings: Finding[] = [];
  const declared = new Set(rows.filter(declaresCode).map((row) => row.code));
  for (const row of rows) {
    const find = (finding: Omit<Finding, "kind" | "file" | "line">) =>
      findings.push({ kind: "finding", file, line: row.line, ...finding });
    const kind = row.kind as OwnKind;
    if (row.name === "")
      find({
        code: "missing-field",
        severity: "error",
        met: "no name",
        expected: "the name as reports write it",
        todo: 'Fill the column "name"; other names go into "also".',
      });
    if (!Object.hasOwn(OWN_KINDS, kind)) {
      find({
        code: "unknown-kind",
        severity: "error",
        met: `kind "${kind}"`,
        expected: `one of ${Object.keys(OWN_KINDS).join(", ")}`,
        todo: "Take the one that fits best.",
      });
      continue;
    }
    if (row.code === "" && kind !== "nobody")
      find({
        code: "missing-field",
        severity: "error",
        met: `no code for ${row.name}`,
        expected: "the code of the state or organisation",
        todo: 'Fill the column "code".',
      });
    else if (row.code !== "" && !declared.has(row.code) && !knownCodes().has(row.code))
      find({
        code: "unknown-code",
        severity: "error",
        met: `code ${row.code}`,
        expected: "an ISO 3166-1 alpha-3 code, an organisation's, or one that a line of this file declares",
        todo: `Correct it, or declare it by a line of kind state or organisation with the code ${row.code}.`,
      });
    if (row.sector !== "" && !(SECTORS as readonly string[]).includes(row.sector))
      find({
        code: "unknown-sector",
        severity: "error",
        met: `sector ${row.sector}`,
        expected: `one of ${SECTORS.join(", ")}, or nothing`,
        todo: "Take PLOVER's sector that fits, or leave it empty.",
      });
    for (const [columns, kinds] of ONLY) {
      const unused = kinds.includes(kind) ? [] : columns.filter((column) => row[column] !== "");
      if (unused.length > 0)
        find({
          code: "unused-field",
          severity: "warning",
          met: `${unused.join(", ")} for kind ${kind}`,
          expected: `such fields for kind ${kinds.join(" or ")} only`,
          todo: "Empty them; they count for nothing here.",
        });
    }
  }
  const terms = rows
    .filter((row) => row.kind === "person")
    .map((row) => ({ ...row, person: row.name, source: { file, line: row.line } }));
  return [...findings, ...checkTerms(terms)].sort((a, b) => a.line - b.line);
}

/** A state's line declares its code, and so does an organisation's that is no part of another and of no sector. */
function declaresCode(row: OwnRow): boolean {
  return row.kind === "state" || (row.kind === "organisation" && row.agency === "" && row.sector === "");
}
