import { unknown, type Value } from "../record/value.js";
import type { Paragraph, Report } from "../report/report.js";

/**
 * The bare text of a gold file as a `Report`, to the letter: nothing is known of it but what the gold says.
 * Paragraph spans point into `text`, in UTF-16 code units.
 */
export function goldReport(gold: {
  readonly id: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly published?: Value<string>;
}): Report {
  const none = unknown("the gold file does not say");
  return {
    kind: "report",
    id: gold.id,
    origin: "gold",
    text: gold.text,
    paragraphs: gold.paragraphs,
    title: none,
    outlet: none,
    published: gold.published ?? none,
    bylines: [],
    licence: none,
  };
}
