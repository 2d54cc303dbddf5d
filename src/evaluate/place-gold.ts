import { z } from "zod";

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

const offset = z.int().nonnegative();
const span = { start: offset, end: offset, surface: z.string().min(1) };

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

const report = z.strictObject({
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
  places: z.array(place),
});

/** One marked place; `docs/place-gold.md` says what the fields mean. */
export type GoldPlace = z.infer<typeof place>;
/** One marked report: a line of a gold file. */
export type PlaceGoldReport = z.infer<typeof report>;

/** Reads JSON Lines as in `docs/place-gold.md`. Throws an Error that names the line and the field. */
export function readPlaceGold(source: string): PlaceGoldReport[] {
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
    const parsed = report.safeParse(json);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      return fail(`${issue.path.join(".")}: ${issue.message}`);
    }
    for (const { kind, not, open, surface, start } of parsed.data.places) {
      const readings = [kind, not, open].filter((r) => r !== undefined).length;
      if (readings !== 1) fail(`"${surface}" at ${start}: one of kind, not and open expected`);
    }
    return [parsed.data];
  });
}
