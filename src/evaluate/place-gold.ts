import { z } from "zod";
import { markedReport, named, offset, readGoldLines } from "./gold-lines.js";

/** What kind of place a mark names; `docs/place-gold.md` says which is which. */
export const PLACE_KINDS = [
  "country",
  "region",
  "area",
  "city",
  "sea",
  "strait",
  "river",
  "lake",
  "island",
  "peninsula",
  "border",
  "base",
  "venue",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Its words stand beside it where they may be passed on. */
const span = { start: offset, end: offset, surface: z.string().min(1).optional() };

const place = z.strictObject({
  /** Unicode code points in the report's text, end exclusive. */
  ...span,
  kind: z.enum(PLACE_KINDS).optional(),
  /** ISO 3166-1 alpha-3, where the place lies in one country. */
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Latitude and longitude in decimal degrees, WGS 84. */
  at: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** Kilometres from `at` within which a pin is right; 50 where it is missing. */
  within: z.int().positive().optional(),
  /** The word of what happened there. */
  act: z.strictObject(span).optional(),
  dateline: z.literal(true).optional(),
  /** A name that looks like a place and names none here. */
  not: z.literal(true).optional(),
  /** A place or none: what is found does not count. */
  open: z.literal(true).optional(),
});

const report = z.strictObject({ ...markedReport, places: z.array(place) });

/** One marked place; `docs/place-gold.md` says what the fields mean. */
export type GoldPlace = z.infer<typeof place>;
/** One marked report: a line of a gold file. */
export type PlaceGoldReport = z.infer<typeof report>;

/** Reads JSON Lines as in `docs/place-gold.md`. Throws an Error that names the line and the field. */
export function readPlaceGold(source: string): PlaceGoldReport[] {
  return readGoldLines(source, report, ({ places }) => {
    for (const { kind, not, open, surface, start } of places) {
      const readings = [kind, not, open].filter((r) => r !== undefined).length;
      if (readings !== 1) return `${named({ surface, start })}: one of kind, not and open expected`;
    }
    return undefined;
  });
}
