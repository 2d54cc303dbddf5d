import { groupBy } from "../group-by.js";
import { type Alpha, nominalAlpha } from "./krippendorff.js";
import { type Review, type StandingReview, sameValue } from "./review.js";
import { heldValue } from "./reviewed-row.js";

/** How far reviewers agree, by what they judge. */
export interface Agreement {
  readonly kind: "agreement";
  readonly reviewers: readonly string[];
  /** Rows that at least one reviewer judged. */
  readonly rows: number;
  /** Whether the machine's row is right as it is. */
  readonly verdict: Alpha;
  /** Which type it is, among those who do not reject the row. */
  readonly type: Alpha;
  /** Which status it has, among those who do not reject the row. */
  readonly status: Alpha;
  /** Rows on which reviewers differ, with what each says. */
  readonly differing: readonly (readonly StandingReview[])[];
}

/** How far reviewers agree on the rows that they judged. */
export function agreementOf(reviews: readonly StandingReview[]): Agreement {
  const units = [...groupBy(reviews, unitOf).values()];
  const values = (field: "type" | "status") =>
    units.map((unit) =>
      unit.flatMap((review) => (review.verdict === "reject" ? [] : (heldValue(review, field) ?? []))),
    );
  return {
    kind: "agreement",
    reviewers: [...new Set(reviews.map(({ reviewer }) => reviewer))].sort(),
    rows: units.length,
    verdict: nominalAlpha(
      units.map((unit) => unit.map(({ verdict }) => (verdict === "accept" ? "right" : "wrong"))),
    ),
    type: nominalAlpha(values("type")),
    status: nominalAlpha(values("status")),
    differing: units.filter(([first, ...others]) => others.some((other) => differs(first!, other))),
  };
}

/** The row that was judged: as it is now, or as it was where it is no longer found. */
function unitOf({ found, row, of, report, spans }: StandingReview): string {
  return found ?? JSON.stringify([of, report, spans, row]);
}

function differs(a: Review, b: Review): boolean {
  if (a.verdict === "reject" || b.verdict === "reject") return a.verdict !== b.verdict;
  const fields = Object.keys({
    ...a.machine,
    ...a.correction,
    ...b.correction,
  }) as (keyof Review["machine"])[];
  return fields.some((field) => !sameValue(heldValue(a, field), heldValue(b, field)));
}
