import type { ReportOfStory, Story } from "../../ledger/stories/story.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { count } from "./report.js";
import { shortId } from "./words.js";

const INDENT = 12;

/** A story as lines for people: its name, dates and outlets, then its reports, each with why it is there. */
export function storyLines(page: Page, story: Story): string[] {
  const { name, firstPublished: first, lastPublished: last, outlets, independentOutlets, reports } = story;
  const dates = first === undefined ? "dates not stated" : first === last ? first : `${first} to ${last}`;
  const about = [
    dates,
    count(reports.length, "report"),
    `${count(outlets, "outlet")}, ${independentOutlets} independent`,
  ];
  return [
    ...paragraph(page, [{ text: clean(name), style: "bold" }]),
    ...paragraph(page, [{ text: `${about.join(" · ")} · ` }, { text: shortId(story.id), style: "dim" }]),
    ...reports.flatMap((report) => reportOfStory(page, report)),
  ];
}

function reportOfStory(page: Page, report: ReportOfStory): string[] {
  const about = [report.published ?? "date not stated", report.outlet ?? "outlet not stated"].join(" · ");
  const copy = report.copyOf ? [`repeats the words of ${shortId(report.copyOf)}`] : [];
  const alike = report.nearest
    ? [`shares ${(report.sharedWords ?? []).join(", ")} with ${shortId(report.nearest)}`]
    : [];
  const sure = report.similarity === undefined ? [] : [`${report.similarity.toFixed(2)} like the rest`];
  const why = [...copy, ...alike, ...sure].join("; ");
  return [
    ...paragraph(page, [{ text: clean(report.title ?? "(no title)") }], {
      label: [{ text: `  ${shortId(report.id)}`, style: "dim" }],
      indent: INDENT,
      lines: 2,
    }),
    ...paragraph(page, [{ text: clean(why ? `${about} · ${why}` : about), style: "dim" }], {
      indent: INDENT,
    }),
  ];
}
