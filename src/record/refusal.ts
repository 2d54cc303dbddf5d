/** Why an input was not read, as data first; `sentence` in `refusals.ts` words it for people. */
export type RefusalCode =
  | "not-found"
  | "not-readable"
  | "no-reports"
  | "empty"
  | "too-large"
  | "binary"
  | "bad-encoding"
  | "cut-off"
  | "no-text"
  | "not-english"
  | "internal";

export interface Refusal {
  readonly kind: "refusal";
  readonly code: RefusalCode;
  /** What was to be read: a path, `-`, or a name that the caller gave. */
  readonly input: string;
  /** What was met, for instance "a file of 0 bytes". */
  readonly met: string;
  /** What was expected instead. */
  readonly expected: string;
  /** What a person can do now. */
  readonly advice: string;
}
