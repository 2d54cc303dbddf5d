import type { ExitStatus } from "../exit-status.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { issueLines } from "../render/issues.js";
import type { Terminal } from "../terminal.js";
import { printAcross } from "./print-across.js";

export interface IssuesOptions extends AcrossOptions {
  readonly single?: boolean;
}

/** The columns of --csv: a story of an issue a row. */
const COLUMNS = [
  "issue",
  "name",
  "term",
  "owner",
  "reports",
  "story",
  "story_name",
  "words",
  "story_reports",
  "weight",
  "first_published",
  "last_published",
];

/** `demarche issues`: prints what disputes are about, by the words of their reports. */
export async function issuesCommand(options: IssuesOptions, terminal: Terminal): Promise<ExitStatus> {
  return printAcross(options, terminal, {
    none: "No issue fits.",
    columns: COLUMNS,
    list: (ledger) => ledger.issues({ ...acrossFilter(options), ...(!options.single && { fewest: 2 }) }),
    lines: (issue) => issueLines(terminal, issue),
    rows: ({ id, name, term, owner, reports, stories }) =>
      stories.map((story) => [
        id,
        name,
        term,
        owner,
        reports,
        story.id,
        story.name,
        story.words,
        story.reports,
        story.weight,
        story.firstPublished,
        story.lastPublished,
      ]),
  });
}
