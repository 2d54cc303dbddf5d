import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { SourceReport } from "./gold-sources.js";
import { measure } from "./marked-text.js";
import { readGiven } from "./read-given.js";

/** A report of a file of reports, with the measure in which gold files mark it. */
export interface MarkedSource {
  readonly report: Report;
  /** The title, an empty line and the text, a code point each. */
  readonly characters: readonly string[];
  /** A span of the report in code points of `characters`. */
  readonly inGold: (span: Span) => Span;
}

/** Reads a report whose text stands in a file of reports; throws an Error where it is refused. */
export function markedSource(id: string, source: SourceReport | undefined): MarkedSource {
  if (!source) throw new Error(`the text of report ${id} is in no file given with --reports`);
  const content = source.title ? `${source.title}\n\n${source.text}` : source.text;
  const report = readGiven(id, content, source);
  return { report, characters: Array.from(content), inGold: measure(report.text, content) };
}
