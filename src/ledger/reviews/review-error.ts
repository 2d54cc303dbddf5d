/** What went wrong with a review; documented in docs/reviews.md. */
export type ReviewErrorCode = "no-row" | "bad-review" | "bad-file";

/** A problem with what a person says of a row, as data: what was met, what was expected, what to do now. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";

  constructor(
    readonly code: ReviewErrorCode,
    readonly met: string,
    readonly expected: string,
    readonly advice: string,
  ) {
    super(`${code}: ${met}; expected ${expected}. ${advice}`);
  }
}
