import { FIELDS, type Field, sameValue } from "../../../src/ledger/reviews/review.js";
import type { RowToJudge } from "../../../src/server/schemas/reviews.js";
import { shownValue } from "./values.js";

/** Values as the form holds them: content is its words. */
export type FormValues = Readonly<Partial<Record<Field, string | readonly string[]>>>;

/** The machine's values, or what the reviewer has put in their place before, as the form begins with them. */
export function formValues({ of, machine }: RowToJudge, correction: RowToJudge["machine"] = {}): FormValues {
  return Object.fromEntries(
    FIELDS[of].map((field) => {
      const value = correction[field] ?? machine[field];
      return [field, field === "content" ? shownValue(value) : (value ?? "")] as const;
    }) as [Field, string | readonly string[]][],
  );
}

/** The fields that differ from what the machine says. */
export function changedValues(row: RowToJudge, values: FormValues): FormValues {
  const before = formValues(row);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => !sameValue(value as string, before[field as Field] as string),
    ),
  );
}
