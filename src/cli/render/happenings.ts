import type { EventOfHappening, Happening } from "../../ledger/happenings/happening.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { count } from "./report.js";
import { shortId, sureness, typeStyle } from "./words.js";

const INDENT = 12;

/** A happening as lines for people: who did what to whom and when, then the events that tell of it, each with the reason. */
export function happeningLines(page: Page, happening: Happening): string[] {
  const { type, sources, targets, reality, outlets, independentOutlets, reports } = happening;
  const who = `${sources.join(", ") || "?"} → ${targets.join(", ") || "?"}`;
  const about = [
    daysOf(happening),
    ...(reality === "done" ? [] : [reality === "wanted" ? "only wanted" : "a habit"]),
    count(reports, "report"),
    `${count(outlets, "outlet")}, ${independentOutlets} independent`,
  ];
  return [
    ...paragraph(page, [
      { text: type, style: typeStyle(type) },
      { text: ` ${clean(who)} ` },
      { text: clean(happening.name), style: "bold" },
    ]),
    ...paragraph(page, [{ text: `${about.join(" · ")} · ` }, { text: shortId(happening.id), style: "dim" }]),
    ...happening.events.flatMap((event) => eventLines(page, event)),
  ];
}

function daysOf({ firstDay, lastDay, firstPublished }: Happening): string {
  if (firstDay !== undefined) return firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return firstPublished === undefined ? "day not stated" : `day not stated, told from ${firstPublished} on`;
}

function eventLines(page: Page, event: EventOfHappening): string[] {
  const told = [
    event.published ?? "date not stated",
    event.outlet ?? "outlet not stated",
    ...(event.status === "asserted" ? [] : [event.status]),
    ...(event.probability === undefined ? [] : [sureness(event.probability)]),
  ].join(" · ");
  const sure = event.points === undefined ? "" : `, ${event.points.toFixed(1)} points`;
  const why = event.nearest
    ? ` · like ${shortId(event.nearest)}${sure}: ${(event.reasons ?? []).join("; ")}`
    : "";
  return [
    ...paragraph(page, [{ text: clean(event.sentence) }], {
      label: [{ text: `  ${shortId(event.id)}`, style: "dim" }],
      indent: INDENT,
      lines: 2,
    }),
    ...paragraph(page, [{ text: clean(`${told}${why}`), style: "dim" }], { indent: INDENT }),
  ];
}
