import { createHash } from "node:crypto";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import { alignText } from "./align-text.js";
import { codePointOffsets } from "./code-points.js";
import type { SourceReport } from "./gold-sources.js";
import { readGiven } from "./read-given.js";

/** What a line of a gold file says of the report that it marks; offsets count code points of the text, title apart. */
export interface MarkedReport {
  readonly id: string;
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  readonly sha256?: string | undefined;
}

/** A marked report as it is read. */
export interface MarkedText {
  readonly report: Report;
  /** The marked text, a code point each. */
  readonly characters: readonly string[];
  /** A span of the report in the measure of the marks; negative in the title. */
  readonly inGold: (span: Span) => Span;
}

/**
 * The report that was marked, its text from the gold or looked up by identifier, checked by its hash and by the words
 * of the marks. Throws an Error where it is missing, another one, or refused.
 */
export function markedText(
  marked: MarkedReport,
  marks: readonly (Span & { readonly surface?: string | undefined })[],
  sources: ReadonlyMap<string, SourceReport>,
): MarkedText {
  const { id } = marked;
  const found = sources.get(id);
  const text = marked.text ?? found?.text;
  if (text === undefined) {
    throw new Error(`the text of report ${id} is neither in the gold nor in a file given with --reports`);
  }
  const hash = createHash("sha256").update(text, "utf8").digest("hex");
  if (marked.sha256 && marked.sha256 !== hash) throw new Error(`report ${id}: not the text that was marked`);
  const characters = Array.from(text);
  for (const { start, end, surface } of marks) {
    const met = characters.slice(start, end).join("");
    if (surface !== undefined && met !== surface)
      throw new Error(`report ${id} at ${start}: "${surface}" expected, "${met}" met`);
  }
  const title = marked.title ?? found?.title;
  const published = marked.published ?? found?.published;
  const outlet = marked.outlet ?? found?.outlet;
  const before = title ? `${title}\n\n` : "";
  const content = before + text;
  const report = readGiven(id, content, { published, outlet });
  return { report, characters, inGold: measure(report.text, content, before.length) };
}

/**
 * A function from spans of a report's text to code points of the content it was read from, counted from the code unit
 * `skipped`.
 */
export function measure(text: string, content: string, skipped = 0): (span: Span) => Span {
  const original = alignText(text, content);
  const points = codePointOffsets(content);
  const first = points[skipped]!;
  return ({ start, end }) => ({
    start: points[original[start]!]! - first,
    end: points[original[end - 1]!]! + 1 - first,
  });
}
