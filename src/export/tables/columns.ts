import type { Column } from "../table.js";

/** Columns that several tables have. */
export const REPORT: readonly Column[] = [
  { name: "report", type: "string", report: true, description: "Identifier of the report that tells it." },
  { name: "outlet", type: "string", description: "Outlet of the report." },
  { name: "published", type: "date", description: "Day on which the report was published." },
];

export const TIME: readonly Column[] = [
  { name: "time_words", type: "string", quoted: true, description: "The words that say when it was." },
  { name: "interval_start", type: "date", description: "First day of when it was; empty where unknown." },
  {
    name: "interval_end",
    type: "date",
    description: "The day after the last day of when it was; empty where unknown.",
  },
];

export const PLACE: readonly Column[] = [
  { name: "place", type: "string", description: "Name of the place where it was; empty where unknown." },
  { name: "place_country", type: "string", description: "Country of the place, ISO 3166-1 alpha-3." },
  {
    name: "place_precision",
    type: "string",
    values: ["point", "city", "region", "country", "sea", "unknown"],
    description: "How exactly the coordinates stand for the place.",
  },
  { name: "latitude", type: "number", description: "Latitude of the place in degrees, WGS 84." },
  { name: "longitude", type: "number", description: "Longitude of the place in degrees, WGS 84." },
];
