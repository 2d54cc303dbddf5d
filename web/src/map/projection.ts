import type { GeoPermissibleObjects } from "d3-geo";
import { geoCircle, geoEqualEarth, geoPath } from "d3-geo";

/* The world is drawn once, on a plane of this size; panning and zooming only move and stretch it. */

export const WORLD = { width: 960, height: 468 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Equal Earth (Šavrič, Patterson and Jenny 2019): areas keep their proportions. */
const projection = geoEqualEarth().fitSize([WORLD.width, WORLD.height], { type: "Sphere" });
const path = geoPath(projection).digits(2);
/** Kilometres of a degree on a great circle. */
const DEGREE = 111.2;

/** Where a place lies on the plane; degrees, WGS 84. */
export function pointOf(longitude: number, latitude: number): Point {
  const [x, y] = projection([longitude, latitude])!;
  return { x, y };
}

/** The outline of a shape on the plane, as an SVG path. */
export function outlineOf(shape: GeoPermissibleObjects): string {
  return path(shape) ?? "";
}

/** The outline of all that lies within so many kilometres of a place. */
export function discOf(longitude: number, latitude: number, kilometres: number): string {
  const circle = geoCircle()
    .center([longitude, latitude])
    .radius(kilometres / DEGREE)
    .precision(6);
  return outlineOf(circle());
}

export const SPHERE = outlineOf({ type: "Sphere" });
