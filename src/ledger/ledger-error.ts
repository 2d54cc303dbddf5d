/** What went wrong with a ledger; each code is stable and documented in docs/ledger.md. */
export type LedgerErrorCode =
  | "no-ledger"
  | "cannot-open"
  | "not-a-database"
  | "not-a-ledger"
  | "newer-ledger"
  | "read-only"
  | "locked"
  | "disk-full"
  | "damaged"
  | "unstorable-text"
  | "inconsistent-reading"
  | "failed";

/** A problem of the ledger as data: what was met, what was expected, what to do now. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";

  constructor(
    readonly code: LedgerErrorCode,
    /** The ledger's file. */
    readonly path: string,
    readonly met: string,
    readonly expected: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${path}: ${met}; expected ${expected}. ${advice}`, options);
  }
}
