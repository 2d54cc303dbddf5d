import { z } from "zod";

/** Unicode code points in a marked text. */
export const offset = z.int().nonnegative();

/** The fields of a line of a gold file that say which report was marked, and where. */
export const markedReport = {
  id: z.string().min(1),
  source: z.string().optional(),
  published: z.string().optional(),
  outlet: z.string().optional(),
  title: z.string().optional(),
  /** The report's text, for gold files that may hold it; else it is looked up by `id`. */
  text: z.string().optional(),
  /** Of the text, in hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The stretch that was marked; the whole text where it is missing. */
  range: z.tuple([offset, offset]).optional(),
};

/** A mark as an error message names it. */
export function named({ surface, start }: { surface?: string | undefined; start: number }): string {
  return surface === undefined ? `the mark at ${start}` : `"${surface}" at ${start}`;
}

/**
 * Reads a gold file's text, JSON Lines; empty lines are passed over. `faultOf` may say what else is wrong with a line.
 * Throws an Error that names the line and the field.
 */
export function readGoldLines<T>(
  source: string,
  schema: z.ZodType<T>,
  faultOf: (line: T) => string | undefined = () => undefined,
): T[] {
  return source.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const fail = (what: string): never => {
      throw new Error(`line ${i + 1}: ${what}`);
    };
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return fail("one JSON object a line expected");
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      return fail(`${issue.path.join(".")}: ${issue.message}`);
    }
    const fault = faultOf(parsed.data);
    return fault === undefined ? [parsed.data] : fail(fault);
  });
}
