import { identifier } from "../../record/identifier.js";
import { type Review, valuesInOrder } from "./review.js";

/** The identifier of a judgement, from all that it says. */
export function reviewIdentifier(review: Omit<Review, "id" | "kind">, again = 0): string {
  const { of, row, report, spans, machine, verdict, correction, note, reviewer, at, replaces, opening } =
    review;
  const places = spans.flatMap(({ start, end }) => [start, end]);
  const said = [
    JSON.stringify(valuesInOrder(machine)),
    verdict,
    JSON.stringify(valuesInOrder(correction ?? {})),
  ];
  return identifier(
    "j",
    report,
    of,
    row,
    ...places,
    ...said,
    note ?? "",
    reviewer,
    at ?? "",
    replaces ?? "",
    again,
    ...(opening
      ? [opening.row, opening.report, ...opening.spans.flatMap(({ start, end }) => [start, end])]
      : []),
  );
}
