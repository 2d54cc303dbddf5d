import { type KnownActor, standingOfActor } from "../../knowledge/known-actors.js";
import type { Source } from "../../knowledge/names.js";
import type { Term } from "../../knowledge/offices.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";

/** A known actor as one line: name, code, what it is, and where that stands. */
export function actorLine(actor: KnownActor): string {
  const what = [codeOf(actor), actor.actorKind, ...(actor.agency ? [actor.agency] : [])].join(" · ");
  return clean(`${actor.name} · ${what} · ${actor.sources.map(sourceOf).join(", ")}`);
}

/** A known actor at length: every name, and every office with its dates and the line that says so. */
export function actorLines(page: Page, actor: KnownActor, day: string | undefined): string[] {
  const head: Piece[] = [
    { text: clean(actor.name), style: "bold" },
    { text: ` · ${actor.actorKind}` },
    ...(actor.terms
      ? []
      : [{ text: ` · ${codeOf(actor)}${actor.agency ? ` · ${clean(actor.agency)}` : ""}` }]),
  ];
  const lines = paragraph(page, head);
  const row = (label: string, text: string) =>
    lines.push(
      ...paragraph(page, [{ text: clean(text) }], {
        label: [{ text: `  ${label}`, style: "dim" }],
        indent: 8,
      }),
    );
  if (day !== undefined && actor.terms) row("on", `${day}: ${standingText(actor, day)}`);
  else for (const term of actor.terms ?? []) row("was", `${termText(term)} · ${sourceOf(term.source)}`);
  if (actor.also.length > 0) row("also", actor.also.join(", "));
  if (!actor.terms) row("from", actor.sources.map(sourceOf).join(", "));
  return lines;
}

/** Who somebody is on a day, with the term that says so. */
function standingText(actor: KnownActor, day: string): string {
  const standing = standingOfActor(actor, day);
  if (!standing) return "no office is known";
  const { term, when } = standing;
  const why = `${termText(term)} · ${sourceOf(term.source)}`;
  if (when === "in office") return why;
  return when === "former" ? `${term.code}.ELI, formerly ${why}` : `${term.code}, later ${why}`;
}

function termText(term: Term): string {
  const code = term.sector ? `${term.code}.${term.sector}` : term.code;
  const dates = term.from === "" ? "" : ` from ${term.from}${term.to ? ` to ${term.to}` : ""}`;
  return `${code}${term.office ? ` ${term.office}` : ""}${dates}`;
}

function codeOf({ code, sector }: KnownActor): string {
  return sector ? `${code}.${sector}` : code;
}

function sourceOf({ file, line }: Source): string {
  return `${file}:${line}`;
}
