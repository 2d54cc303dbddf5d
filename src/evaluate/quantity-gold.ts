import { z } from "zod";
import { BOUNDS } from "../quantity/quantity.js";
import { markedReport, offset, readGoldLines } from "./gold-lines.js";

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
  id: markedReport.id,
  source: markedReport.source,
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
  return readGoldLines(source, report);
}
