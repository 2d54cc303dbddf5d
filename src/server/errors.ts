import type { FastifyError } from "fastify";
import { z } from "zod";
import { LedgerError } from "../ledger/ledger-error.js";
import { ReviewError } from "../ledger/reviews/review-error.js";
import { LARGEST_INPUT } from "../record/refusals.js";
import { Problem } from "./problem.js";

/** Any error that came up while a request was answered, as a `Problem`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof LedgerError) return new Problem("ledger", error.met, error.expected, error.advice);
  if (error instanceof ReviewError) {
    const code = error.code === "no-row" ? "not-found" : "bad-request";
    return new Problem(code, error.met, error.expected, error.advice);
  }
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return badRequest(`${issue?.path.join(".") || "the query"}: ${issue?.message ?? "not as described"}`);
  }
  const { statusCode = 500, message = String(error) } = error as Partial<FastifyError>;
  if (statusCode === 413) {
    return new Problem(
      "too-large",
      "a file that is too large",
      `at most ${LARGEST_INPUT / 1024 / 1024} MiB`,
      "Hand in one report at a time, as text or as a page.",
    );
  }
  if (statusCode >= 400 && statusCode < 500) return badRequest(message);
  return new Problem(
    "failed",
    `a fault in demarche (${message})`,
    "an answer",
    "Please report this with the address that you asked for.",
  );
}

export function badRequest(met: string): Problem {
  return new Problem(
    "bad-request",
    met,
    "a request as /openapi.json describes it",
    "Correct it and ask again.",
  );
}

/** The one shape of all errors. */
export function problemBody({ code, met, expected, advice }: Problem): object {
  return { error: { code, met, expected, advice } };
}
