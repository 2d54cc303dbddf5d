import type { ChangeOfPosition, Position, StandOfPosition } from "../../ledger/positions/position.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { count } from "./report.js";
import { shortId } from "./words.js";

const INDENT = 12;

/** A position as lines for people: who holds what, since and until when, then each time that it was told, and changes. */
export function positionLines(page: Page, position: Position): string[] {
  const { actor, stance, toward, about, name, firstSeen, lastSeen, reports, stands } = position;
  const days =
    firstSeen === undefined
      ? "day not stated"
      : firstSeen === lastSeen
        ? firstSeen
        : `${firstSeen} to ${lastSeen}`;
  const whom = [
    ...(toward.length > 0 ? [`towards ${toward.join(", ")}`] : []),
    ...(about.length > 0 ? [`about ${about.join(", ")}`] : []),
  ].join(" ");
  return [
    ...paragraph(page, [
      { text: `${clean(actor)} ${stance}`, style: "bold" },
      { text: `${whom ? ` ${whom}` : ""}: ${clean(name)}` },
    ]),
    ...paragraph(page, [
      {
        text: `${days} · ${stands.length === 1 ? "once" : `${stands.length} times`} in ${count(reports, "report")} · `,
      },
      { text: shortId(position.id), style: "dim" },
    ]),
    ...stands.flatMap((stand) => standLines(page, stand)),
    ...(position.changedFrom ?? []).flatMap((change) => changeLines(page, "changed from", change)),
    ...(position.changedTo ?? []).flatMap((change) => changeLines(page, "changed to", change)),
  ];
}

function standLines(page: Page, stand: StandOfPosition): string[] {
  const told = [
    stand.day ?? "day not stated",
    stand.outlet ?? "outlet not stated",
    ...(stand.person ? [stand.person] : []),
  ];
  const why = stand.nearest
    ? ` · like ${shortId(stand.nearest)}, ${(stand.points ?? 0).toFixed(1)} points: ${(stand.reasons ?? []).join("; ")}`
    : "";
  return [
    ...paragraph(page, [{ text: `“${clean(stand.words)}”` }], {
      label: [{ text: `  ${shortId(stand.id)}`, style: "dim" }],
      indent: INDENT,
      lines: 2,
    }),
    ...paragraph(page, [{ text: clean(`${told.join(" · ")}${why}`), style: "dim" }], { indent: INDENT }),
  ];
}

function changeLines(page: Page, how: string, change: ChangeOfPosition): string[] {
  return paragraph(
    page,
    [
      { text: `${how} ${change.stance} `, style: "bold" },
      { text: `“${clean(change.words)}” ` },
      { text: change.day ?? "day not stated", style: "dim" },
    ],
    { label: [{ text: `  ${shortId(change.position)}`, style: "dim" }], indent: INDENT, lines: 3 },
  );
}
