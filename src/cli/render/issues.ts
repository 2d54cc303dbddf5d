import type { Issue } from "../../ledger/issues/issue.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { count } from "./report.js";
import { shortId } from "./words.js";

const INDENT = 12;

/** An issue as lines for people: its name, then the stories that are about it. */
export function issueLines(page: Page, issue: Issue): string[] {
  const about = [count(issue.reports, "report"), count(issue.stories.length, "story", "stories")];
  return [
    ...paragraph(page, [
      { text: clean(issue.name), style: "bold" },
      { text: ` · ${about.join(" · ")} · ` },
      { text: shortId(issue.id), style: "dim" },
    ]),
    ...issue.stories.flatMap(({ id, name, words, firstPublished: first, lastPublished: last }) => {
      const days = first === undefined ? "dates not stated" : first === last ? first : `${first} to ${last}`;
      return paragraph(
        page,
        [{ text: `${clean(name)} ` }, { text: clean(`· ${days} · “${words}”`), style: "dim" }],
        {
          label: [{ text: `  ${shortId(id)}`, style: "dim" }],
          indent: INDENT,
        },
      );
    }),
  ];
}
