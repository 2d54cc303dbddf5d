/** What a line of a table of actors can have wrong. The names are stable. */
export const FINDING_CODES = [
  "not-a-table",
  "missing-column",
  "unknown-column",
  "wrong-field-count",
  "stray-space",
  "repeated-line",
  "no-source",
  "missing-field",
  "unused-field",
  "unknown-kind",
  "unknown-code",
  "unknown-sector",
  "unknown-gender",
  "malformed-date",
  "dates-out-of-order",
  "two-holders",
  "ordinary-word",
  "ambiguous-name",
  "guard-without-name",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something wrong with one line, and what to do about it. */
export interface Finding {
  readonly kind: "finding";
  readonly code: FindingCode;
  /** An error keeps the file from being used; a warning does not. */
  readonly severity: "error" | "warning";
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly met: string;
  readonly expected: string;
  readonly todo: string;
}

/** The finding as one line of text. */
export function sentenceOf(finding: Finding): string {
  const { file, line, code, met, expected, todo } = finding;
  return `${file}:${line}: ${finding.severity} ${code}: met ${met}; expected ${expected}. ${todo}`;
}
