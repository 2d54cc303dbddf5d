import { LedgerError, type LedgerErrorCode } from "./ledger-error.js";

type Wording = readonly [met: string, expected: string, advice: string];

/** The wording of every problem, in one place. `detail` is the part that only the moment knows. */
const WORDINGS: Record<LedgerErrorCode, (detail: string) => Wording> = {
  "no-ledger": () => [
    "no such file",
    "a ledger that demarche made",
    "Name another with --ledger, or make one with: demarche read FILE...",
  ],
  "cannot-open": (detail) => [
    detail,
    "a file, or the name of one that can be made there",
    "Name a file in a folder that exists and that you may write to.",
  ],
  "not-a-database": () => [
    "a file that is no SQLite database",
    "a ledger that demarche made, or no file",
    "Nothing was written to it. Name another file with --ledger.",
  ],
  "not-a-ledger": (detail) => [
    `a SQLite database of something else (${detail})`,
    "a ledger that demarche made, or no file",
    "Nothing was written to it. Name another file with --ledger.",
  ],
  "newer-ledger": (detail) => [
    `a ledger laid out by a newer demarche (${detail})`,
    "the layout of this version or an older one",
    "Install the newer demarche, or read the reports into a new ledger with --ledger.",
  ],
  "read-only": () => [
    "a ledger that may not be written to",
    "a file and a folder with write permission",
    "Allow writing, or copy the ledger to a place where you may write.",
  ],
  locked: () => [
    "a ledger that another program keeps locked",
    "a lock that soon ends",
    "Wait for the other program or close it, then run the same command again: what is in the ledger is kept.",
  ],
  "disk-full": () => [
    "no space left on the disk",
    "space for the ledger to grow",
    "Make space, then run the same command again: what is in the ledger is kept.",
  ],
  damaged: (detail) => [
    `a damaged ledger (${detail})`,
    "a database that passes SQLite's own check",
    "Save what can be saved with: sqlite3 FILE .recover. Or read the reports into a new ledger.",
  ],
  "unstorable-text": (detail) => [
    detail,
    "well-formed Unicode without NUL characters",
    "Clean the report's text and read it again.",
  ],
  "inconsistent-reading": (detail) => [
    `a reading whose parts do not fit together (${detail})`,
    "references to records of the same reading, and identifiers that are used once",
    "This is a defect of demarche: please report it, with the report's text if you may.",
  ],
  failed: (detail) => [
    `SQLite's message: ${detail}`,
    "a database that can be read and written",
    "Check the disk and the file. If it goes on, please report it.",
  ],
};

/** The error for `code` about the ledger at `path`. */
export function problem(code: LedgerErrorCode, path: string, detail = "", cause?: unknown): LedgerError {
  const [met, expected, advice] = WORDINGS[code](detail);
  return new LedgerError(code, path, met, expected, advice, cause === undefined ? undefined : { cause });
}

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html. */
const BY_RESULT_CODE: Readonly<Record<number, LedgerErrorCode>> = {
  5: "locked",
  6: "locked",
  8: "read-only",
  11: "damaged",
  13: "disk-full",
  14: "cannot-open",
  19: "inconsistent-reading",
  26: "not-a-database",
};

/** Any error that came up while the ledger at `path` was used, as a `LedgerError`. */
export function asLedgerError(error: unknown, path: string): unknown {
  if (error instanceof LedgerError || !(error instanceof Error)) return error;
  const { rawCode } = error as { rawCode?: unknown };
  if (typeof rawCode === "number") {
    // The low byte of an extended result code is the primary one.
    return problem(BY_RESULT_CODE[rawCode & 0xff] ?? "failed", path, error.message, error);
  }
  return error.message.includes("Unable to open")
    ? problem("cannot-open", path, error.message, error)
    : error;
}
