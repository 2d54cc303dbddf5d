import type { Tension, TensionSide } from "../../ledger/tensions/tension.js";
import { clean, type Page, paragraph, safe } from "./paragraph.js";
import { shortId } from "./words.js";

const INDENT = 12;

/** A tension as lines for people: why the two do not sit well together, then both texts. */
export function tensionLines(page: Page, tension: Tension): string[] {
  const { actors, about, others, rule } = tension;
  const who = [
    ...(actors.length > 0 ? [actors.join(", ")] : []),
    ...(about.length > 0 ? [`about ${about.join(", ")}`] : []),
    rule,
    ...(others > 0 ? [`${others} more of the same`] : []),
  ];
  return [
    ...paragraph(page, [{ text: clean(tension.reason), style: "bold" }]),
    ...paragraph(page, [
      { text: `${clean(who.join(" · "))} · ` },
      { text: shortId(tension.id), style: "dim" },
    ]),
    ...sideLines(page, tension.first),
    ...sideLines(page, tension.second),
  ];
}

function sideLines(page: Page, side: TensionSide): string[] {
  const told = [side.day ?? "day not stated", side.outlet ?? "outlet not stated"].join(" · ");
  const at = side.sentence.indexOf(side.words);
  const pieces =
    at < 0
      ? [{ text: clean(side.sentence) }]
      : [
          { text: oneLine(side.sentence.slice(0, at)) },
          { text: oneLine(side.words), style: "underline" as const },
          { text: oneLine(side.sentence.slice(at + side.words.length)) },
        ];
  return [
    ...paragraph(page, [{ text: "“" }, ...pieces, { text: "”" }], {
      label: [{ text: `  ${shortId(side.id ?? side.report)}`, style: "dim" }],
      indent: INDENT,
      lines: 4,
    }),
    ...paragraph(page, [{ text: clean(told), style: "dim" }], { indent: INDENT }),
  ];
}

/** Safe to print, with the white space that parts it from what stands beside it. */
function oneLine(text: string): string {
  return safe(text.replace(/\s+/g, " "));
}
