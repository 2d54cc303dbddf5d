import { z } from "zod";
import { OUTCOMES } from "../../ledger/reviews/review.js";
import { rowValues } from "../../ledger/reviews/review-schema.js";
import { PROBLEM_CODES, type ProblemCode } from "../problem.js";

/** Offsets in a report's text: UTF-16 code units, end exclusive. */
export const spanFields = {
  start: z.int().describe("UTF-16 code units from the beginning of the report's text"),
  end: z.int().describe("exclusive"),
};
export const span = z.object(spanFields).meta({ id: "Span" });

export const day = z.iso.date();

export const actor = z
  .object({
    code: z.string().describe("ISO 3166-1 alpha-3, or an organisation's code"),
    sector: z.string().exactOptional().describe("PLOVER's sector: GOV, MIL, MED, ..."),
    agency: z.string().exactOptional(),
    person: z.string().exactOptional(),
  })
  .meta({ id: "Actor" });

export const probability = z
  .number()
  .min(0)
  .max(1)
  .exactOptional()
  .describe("how likely type, status, sources and targets are all right: of events with 0.5 about half are");

/** Known with its basis, or unknown with its reason. */
export function knownOrNot<T extends z.ZodType>(value: T) {
  return z.union([
    z.object({
      known: z.literal(true),
      value,
      basis: z.enum(["stated", "inferred", "given"]),
      by: z.string().describe("the rule, list or model that gave it"),
      evidence: span.exactOptional(),
    }),
    z.object({ known: z.literal(false), reason: z.string() }),
  ]);
}

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.string().exactOptional().describe("the cursor of the next page; absent on the last"),
  });
}

export const problem = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(PROBLEM_CODES) as [ProblemCode, ...ProblemCode[]]),
      met: z.string(),
      expected: z.string(),
      advice: z.string().describe("what to do now"),
    }),
  })
  .meta({ id: "Problem" });

/** What reviewers say of the row together, beside what the machine says. */
export const reviewed = z
  .object({
    review: z.enum(OUTCOMES),
    reviewers: z.int(),
    corrected: rowValues.describe("what takes the place of the machine's values"),
  })
  .exactOptional();
