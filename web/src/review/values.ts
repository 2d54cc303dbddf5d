import { FIELDS, type ReviewedKind, type RowValues } from "../../../src/ledger/reviews/review.js";

type Value = RowValues[keyof RowValues];

/** A value as one text: codes parted by commas, content as its words, nobody and nothing as "nobody" and "none". */
export function shownValue(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value === "" ? "none" : value;
  if (value.length === 0) return "nobody";
  return value
    .map((part) => (typeof part === "string" ? part : part.words))
    .join(typeof value[0] === "string" ? ", " : " … ");
}

/** The fields that have a value, in the order in which they are shown, each with its name and its text. */
export function shownFields(of: ReviewedKind, values: RowValues): (readonly [string, string])[] {
  return FIELDS[of].flatMap((field) =>
    values[field] === undefined ? [] : [[field, shownValue(values[field])] as const],
  );
}

/** A correction in one line: "type COERCE, status planned". */
export function correctionText(of: ReviewedKind, correction: RowValues): string {
  return shownFields(of, correction)
    .map(([field, text]) => `${field} ${text}`)
    .join("; ");
}
