import { z } from "zod";

/** A place with the events that were there. */
export const placeRow = z
  .object({
    kind: z.literal("place"),
    id: z.string(),
    name: z.string().describe("as most events are told of it"),
    otherNames: z.array(z.string()).describe("of the same place, or of what is located only by it"),
    country: z.string().exactOptional().describe("ISO 3166-1 alpha-3"),
    countryName: z.string().exactOptional(),
    precision: z
      .enum(["point", "city", "region", "country", "sea", "unknown"])
      .describe("how precisely it is known: coordinates of a region, country or sea are its middle"),
    latitude: z.number().exactOptional().describe("degrees, WGS 84"),
    longitude: z.number().exactOptional(),
    reason: z.string().exactOptional().describe("why there are no coordinates"),
    events: z.int(),
    reports: z.int(),
    types: z.record(z.string(), z.int()).describe("how many events of each type, the most first"),
  })
  .meta({ id: "PlaceRow" });
export type PlaceRow = z.infer<typeof placeRow>;

export const places = z.object({
  items: z.array(placeRow),
  places: z.int().describe("how many places there are, those beyond the limit too"),
  placed: z.int().describe("events that have a place"),
  events: z.int().describe("events that fit, with or without a place"),
});
export type Places = z.infer<typeof places>;
