import type { Insertable, Selectable } from "kysely";
import type { Where } from "../../place/where.js";
import type { Report } from "../../report/report.js";
import type { PlaceTable } from "../schema.js";
import { present, spanOf, wordsColumns } from "./columns.js";

export function placeRows(report: Report, places: readonly Where[]): Insertable<PlaceTable>[] {
  return places.map((place, position) => ({
    report: report.id,
    position,
    name: place.name,
    country: place.country ?? null,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
    precision: place.precision,
    rule: place.by,
    reason: place.reason ?? null,
    ...wordsColumns(report.text, place),
  }));
}

export function placesOf(rows: readonly Selectable<PlaceTable>[]): Where[] {
  return rows.map((row) =>
    present<Where>({
      kind: "where",
      ...spanOf(row),
      name: row.name,
      country: row.country,
      latitude: row.latitude,
      longitude: row.longitude,
      precision: row.precision as Where["precision"],
      reason: row.reason,
      by: row.rule,
    }),
  );
}
