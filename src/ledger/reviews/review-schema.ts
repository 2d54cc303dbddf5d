import { z } from "zod";
import { SECTORS } from "../../knowledge/sector.js";
import { CHOICES, FIELDS, REVIEWED_KINDS, type ReviewedKind, type RowValues, VERDICTS } from "./review.js";

const CODE = new RegExp(`^(?:\\?|[A-Z][A-Z0-9]{1,11}(?:\\.(?:${SECTORS.join("|")}))?)$`);

/** Who: a code with PLOVER's sector after a point, or "?" for somebody who is not known. */
export const code = z
  .string()
  .regex(CODE, "a code such as CHN or CHN.GOV, or ? for somebody not known, is expected")
  .meta({ description: "a code with PLOVER's sector after a point; ? is somebody not known" });
const codes = z.array(code).max(50);
const words = z.string().max(500);
const quoted = z.object({
  start: z.int().min(0).describe("UTF-16 code units from the beginning of the report's text"),
  end: z.int().min(0).describe("exclusive"),
  words: z.string().max(20_000),
});

const FIELD_TYPES = {
  type: z.string().min(1).max(60),
  status: z.string().min(1).max(60),
  sources: codes,
  targets: codes,
  trigger: words,
  speaker: code,
  person: words,
  addressee: words,
  content: z.array(quoted).min(1).max(100),
  actors: codes,
} as const;

/** What a row says, field by field. */
export const rowValues = z
  .object(
    Object.fromEntries(Object.entries(FIELD_TYPES).map(([name, type]) => [name, type.exactOptional()])) as {
      [Name in keyof typeof FIELD_TYPES]: z.ZodExactOptional<(typeof FIELD_TYPES)[Name]>;
    },
  )
  .meta({ id: "RowValues" });

/** What is wrong with values that are put in the place of a row's; undefined where nothing is. */
export function faultOf(of: ReviewedKind, values: RowValues): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    if (!(FIELDS[of] as readonly string[]).includes(name))
      return `${name}: a row of the kind ${of} has ${FIELDS[of].join(", ")}`;
    const choices = CHOICES[of]?.[name as "type" | "status"];
    if (choices && !choices.includes(value as string))
      return `${name}: one of ${choices.join(", ")} is expected`;
  }
  return undefined;
}

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export const reviewer = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]+$/u, "one line is expected");
export const note = z.string().trim().max(2000);
export const judgedRow = {
  of: z.enum(REVIEWED_KINDS),
  row: z
    .string()
    .min(1)
    .max(100)
    .describe(
      "identifier of the row; a mention's is its report's and its place, an answer's what answers and what it answers",
    ),
  report: z.string().min(1).max(60),
};

/** What an answer across reports answers. */
export const opening = z
  .object({
    row: z.string().min(1).max(60),
    report: z.string().min(1).max(60),
    spans: z.array(span).max(200),
    words: z.string().max(50_000),
  })
  .meta({ id: "JudgedOpening" });

/** A review as files hold it (docs/reviews.md). */
export const review = z
  .object({
    kind: z.literal("review"),
    id: z.string().regex(/^j[0-9a-f]{16}$/),
    ...judgedRow,
    spans: z.array(span).max(200),
    words: z.string().max(50_000),
    machine: rowValues.describe("what the machine said when it was judged"),
    opening: opening.exactOptional().describe("what it answers; for an answer across reports only"),
    verdict: z.enum(VERDICTS),
    correction: rowValues.exactOptional().describe("what the reviewer puts in its place"),
    note: note.exactOptional(),
    reviewer,
    at: z.iso.datetime().exactOptional(),
    replaces: z.string().max(60).exactOptional().describe("an earlier review of the same reviewer"),
  })
  .meta({ id: "Review" });
