import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import shapesTable from "./country-shapes.tsv?raw";
import { outlineOf } from "./projection.js";

/** A country of the atlas, drawn. */
export interface Land {
  /** Tells it from the others. */
  readonly key: string;
  readonly outline: string;
}

/** The world's land by countries: Natural Earth, 1:50 million, as npm's world-atlas has it. */
export interface Atlas {
  readonly lands: readonly Land[];
  /** The outline of a country's area by its code (ISO 3166-1 alpha-3); absent for those that are too small to be drawn. */
  readonly areas: ReadonlyMap<string, string>;
}

export type AtlasFile = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Code by shape, from the table beside this file. */
export function shapeCodes(table: string = shapesTable): ReadonlyMap<string, string> {
  const [, ...rows] = table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((row) => row.split("\t")).map(([code, shape]) => [shape!, code!]));
}

/** Draws all countries. */
export function atlasOf(file: AtlasFile): Atlas {
  const codes = shapeCodes();
  const { features } = feature(file, file.objects.countries);
  const areas = new Map<string, string>();
  const lands = features.map((country: Feature<Geometry, { name: string }>, i): Land => {
    const outline = outlineOf(country);
    const code = codes.get(String(country.id ?? country.properties.name));
    if (code !== undefined) areas.set(code, (areas.get(code) ?? "") + outline);
    return { key: String(i), outline };
  });
  return { lands, areas };
}
