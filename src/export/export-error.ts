/** What went wrong with an export; documented in docs/export.md. */
export type ExportErrorCode = "folder-not-empty" | "cannot-write" | "disk-full";

type Wording = readonly [met: string, expected: string, advice: string];

const WORDINGS: Readonly<Record<ExportErrorCode, (detail: string) => Wording>> = {
  "folder-not-empty": (detail) => [
    detail,
    "a folder that is not there yet, or an empty one",
    "Name another folder. An earlier export is replaced with --replace, anything else never.",
  ],
  "cannot-write": (detail) => [
    detail,
    "a folder that can be made there",
    "Name a folder below one that exists and that you may write to. Nothing was written.",
  ],
  "disk-full": () => [
    "no space left on the disk",
    "space for the files",
    "Make space, or narrow the export down with filters or --tables. Nothing was written.",
  ],
};

/** A problem of an export as data: what was met, what was expected, what to do now. Nothing of it was written. */
export class ExportError extends Error {
  override readonly name = "ExportError";
  readonly met: string;
  readonly expected: string;
  readonly advice: string;

  constructor(
    readonly code: ExportErrorCode,
    /** The folder to be written. */
    readonly path: string,
    detail = "",
    options?: ErrorOptions,
  ) {
    const [met, expected, advice] = WORDINGS[code](detail);
    super(`${code}: ${path}: ${met}; expected ${expected}. ${advice}`, options);
    this.met = met;
    this.expected = expected;
    this.advice = advice;
  }
}

/** An error of the file system as an `ExportError`; any other as it is. */
export function asExportError(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || error instanceof ExportError || syscall === undefined) return error;
  if (code === "ENOSPC" || code === "EDQUOT") return new ExportError("disk-full", path, "", { cause: error });
  return new ExportError("cannot-write", path, error.message, { cause: error });
}
