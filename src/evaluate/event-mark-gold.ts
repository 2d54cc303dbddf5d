import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../event/event.js";
import { markedReport, offset, readGoldLines } from "./gold-lines.js";

const words = z.strictObject({ start: offset, end: offset, surface: z.string().min(1) });

const side = z.strictObject({
  /** "CHN.GOV", "EU"; absent where the words do not let one tell. */
  code: z
    .string()
    .regex(/^[A-Z]{2,}(\.[A-Z]{3})?$/)
    .optional(),
  /** The words of the sentence; absent where it does not name who is certain from the rest of the report. */
  words: words.optional(),
  /** Who that is, where the sentence does not name them. */
  name: z.string().min(1).optional(),
});

const event = z.strictObject({
  trigger: words,
  type: z.enum(EVENT_TYPES),
  status: z.enum(STATUSES),
  /** Empty where nobody is named or certain. */
  sources: z.array(side),
  targets: z.array(side),
});

const report = z.strictObject({
  id: markedReport.id,
  published: markedReport.published,
  /** The stretches that were read from end to end: no event but those marked stands in them. */
  ranges: z.array(z.tuple([offset, offset])),
  events: z.array(event),
});

/** Somebody who acts or is acted upon, as marked. */
export type MarkedSide = z.infer<typeof side>;
/** One marked event; `docs/event-marks.md` says what the fields mean. */
export type MarkedEvent = z.infer<typeof event>;
/** One marked report: a line of a gold file. */
export type EventMarkReport = z.infer<typeof report>;

/** Reads JSON Lines as in `docs/event-marks.md`. Throws an Error that names the line and the field. */
export function readEventMarks(source: string): EventMarkReport[] {
  return readGoldLines(source, report);
}
