import { readFileSync } from "node:fs";

/** A line of `judgements.tsv`. */
export interface Judgement {
  readonly report: string;
  /** Where the phrase's head word starts in the report's text, in UTF-16 code units. */
  readonly head: number;
  readonly words: string;
  /** Empty where it is of no one state. */
  readonly code: string;
  /** Empty where only the state was judged. */
  readonly sector: string;
}

/** The judgements of a file, by report. */
export function judgementsOf(file: string): Map<string, Judgement[]> {
  const byReport = new Map<string, Judgement[]>();
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    if (line.startsWith("#") || line.startsWith("report\t")) continue;
    const [report, head, words, code = "", sector = ""] = line.split("\t") as [string, string, string, string];
    const so = byReport.get(report) ?? [];
    byReport.set(report, so);
    so.push({ report, head: Number(head), words, code, sector });
  }
  return byReport;
}
