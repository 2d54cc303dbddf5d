import { z } from "zod";
import { BOUNDS } from "../quantity/quantity.js";

const offset = z.int().nonnegative();

const quantity = z.strictObject({
  /** Unicode code points in the report's title, an empty line and its text; end exclusive. */
  start: offset,
  end: offset,
  surface: z.string().min(1),
  low: z.number(),
  /** Absent where the words set no upper limit ("dozens"). */
  high: z.number().optional(),
  unit: z.string().min(1),
  bound: z.enum(BOUNDS),
  /** Words of which one is the head of what is measured; empty where the sentence does not say. */
  of: z.array(z.strictObject({ start: offset, end: offset, surface: z.string().min(1) })),
});

const report = z.strictObject({
  id: z.string().min(1),
  source: z.string().optional(),
  /** The stretches that were marked: sentences. */
  ranges: z.array(z.tuple([offset, offset])),
  quantities: z.array(quantity),
});

/** One marked quantity; `docs/quantity-gold.md` says what the fields mean. */
export type GoldQuantity = z.infer<typeof quantity>;
/** One marked report: a line of a gold file. */
export type QuantityGoldReport = z.infer<typeof report>;

/** Reads JSON Lines as in `docs/quantity-gold.md`. Throws an Error that names the line and the field. */
export function readQuantityGold(source: string): QuantityGoldReport[] {
  return source.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = report.safeParse(parseLine(line, i));
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    throw new Error(`line ${i + 1}: ${issue.path.join(".")}: ${issue.message}`);
  });
}

function parseLine(line: string, i: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${i + 1}: one JSON object a line expected`);
  }
}
