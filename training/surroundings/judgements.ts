import { readFileSync } from "node:fs";

/** A line of `judgements.tsv`, or somebody who takes part in a marked event. */
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

/** The judgements of `judgements.tsv`, by report. */
export function judgementsByReport(): Map<string, Judgement[]> {
  const byReport = new Map<string, Judgement[]>();
  const lines = readFileSync(new URL("judgements.tsv", import.meta.url), "utf8").trim().split("\n");
  for (const line of lines) {
    if (line.startsWith("#") || line.startsWith("report\t")) continue;
    const judgement = judgementIn(line);
    const so = byReport.get(judgement.report);
    if (so) so.push(judgement);
    else byReport.set(judgement.report, [judgement]);
  }
  return byReport;
}

function judgementIn(line: string): Judgement {
  const [report, head, words, code = "", sector = ""] = line.split("\t") as [string, string, string];
  return { report, head: Number(head), words, code, sector };
}
