/** What went wrong with a request; each code is stable and documented in docs/server.md. */
export const PROBLEM_CODES = {
  "bad-request": 400,
  "bad-cursor": 400,
  "no-token": 401,
  "foreign-host": 403,
  "foreign-origin": 403,
  "read-only": 403,
  "not-found": 404,
  "too-large": 413,
  "queue-full": 429,
  failed: 500,
  ledger: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** A problem with a request as data: what was met, what was expected, what to do now. The one shape of all errors. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** HTTP status code. */
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly met: string,
    readonly expected: string,
    readonly advice: string,
  ) {
    super(`${code}: ${met}; expected ${expected}. ${advice}`);
    this.status = PROBLEM_CODES[code];
  }
}

/** Something that the ledger does not hold, for instance "a report r123". */
export function notFound(what: string): Problem {
  return new Problem(
    "not-found",
    `no ${what}`,
    "something that is in the ledger",
    "Look it up in the lists: identifiers stand with their rows.",
  );
}
