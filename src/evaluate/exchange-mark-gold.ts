import { z } from "zod";
import { markedReport, offset, readGoldLines } from "./gold-lines.js";

const words = z.strictObject({ start: offset, end: offset, surface: z.string().min(1) });

const exchange = z.strictObject({
  /** The word that tells what wants an answer. */
  opening: words,
  kind: z.enum(["demand", "request", "offer", "charge", "threat"]),
  /** The word that tells the answer; absent where the report tells of none. */
  answer: words.optional(),
  answerIs: z
    .enum([
      "acceptance",
      "yielding",
      "refusal",
      "counter-demand",
      "denial",
      "counter-charge",
      "counter-threat",
      "deflection",
    ])
    .optional(),
  /** "words" where words of the text join the two, "sense" where the narrative does. */
  joined: z.enum(["words", "sense"]).optional(),
});

const report = z.strictObject({
  id: markedReport.id,
  published: markedReport.published,
  /** The stretches that were read from end to end. */
  ranges: z.array(z.tuple([offset, offset])),
  exchanges: z.array(exchange),
});

/** One marked opening, with one of its answers or none; `docs/exchange-marks.md` says what the fields mean. */
export type MarkedExchange = z.infer<typeof exchange>;
/** One marked report: a line of a gold file. */
export type ExchangeMarkReport = z.infer<typeof report>;

/** Reads JSON Lines as in `docs/exchange-marks.md`. Throws an Error that names the line and the field. */
export function readExchangeMarks(source: string): ExchangeMarkReport[] {
  return readGoldLines(source, report, ({ exchanges }) =>
    exchanges.some((e) => (e.answer === undefined) !== (e.answerIs === undefined))
      ? "an answer needs its kind, and a kind its answer"
      : undefined,
  );
}
