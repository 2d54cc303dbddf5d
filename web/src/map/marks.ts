import type { PlaceRow } from "../../../src/server/schemas/places.js";
import { discOf, type Point, pointOf } from "./projection.js";

/** How a place is drawn: as no more precise than it is known. */
export type Mark = { readonly place: PlaceRow; readonly at: Point } & (
  | {
      /** The whole country: the act was somewhere in it. */
      readonly kind: "area";
      readonly outline: string;
    }
  | {
      /** A region, sea or country without a drawn area: somewhere around here; rings that grow fainter, no edge. */
      readonly kind: "disc";
      readonly rings: readonly string[];
    }
  | { readonly kind: "town" | "spot" }
);

/** In kilometres; how far such places reach about, which no list of ours knows of each. */
const REACH = { country: 60, region: 150, "region of several countries": 300, sea: 400 } as const;
const RINGS = [1, 0.7, 0.4];

/** How places are known, in words. */
export const KNOWN_AS: Readonly<Record<PlaceRow["precision"], string>> = {
  point: "a spot",
  city: "a town",
  region: "a region",
  country: "a country",
  sea: "a sea",
  unknown: "not located",
};

/**
 * How to draw a place; undefined where it has no coordinates.
 * @param areas outlines of countries by code
 */
export function markOf(place: PlaceRow, areas: ReadonlyMap<string, string>): Mark | undefined {
  const { precision, country, latitude, longitude } = place;
  if (latitude === undefined || longitude === undefined || precision === "unknown") return undefined;
  const at = pointOf(longitude, latitude);
  if (precision === "point") return { kind: "spot", place, at };
  if (precision === "city") return { kind: "town", place, at };
  const outline = precision === "country" && country !== undefined ? areas.get(country) : undefined;
  if (outline !== undefined) return { kind: "area", place, at, outline };
  const reach =
    REACH[precision === "region" && country === undefined ? "region of several countries" : precision];
  return { kind: "disc", place, at, rings: RINGS.map((part) => discOf(longitude, latitude, reach * part)) };
}

/** In the order in which they are drawn, so that what is smaller lies on top. */
export function inDrawingOrder(marks: readonly Mark[]): Mark[] {
  const order = ["area", "disc", "town", "spot"];
  return marks.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.place.events - a.place.events,
  );
}

export type Direction = "left" | "right" | "up" | "down";

/** The nearest mark in a direction, those straight ahead before those aside; undefined where there is none. */
export function neighbourOf(marks: readonly Mark[], from: Mark, direction: Direction): Mark | undefined {
  const along = direction === "left" || direction === "right" ? "x" : "y";
  const aside = along === "x" ? "y" : "x";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let nearest: Mark | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const ahead = sign * (mark.at[along] - from.at[along]);
    const off = Math.abs(mark.at[aside] - from.at[aside]);
    const distance = ahead + 2 * off;
    // Within a quarter turn, so that every mark can be reached from some other.
    if (mark === from || ahead <= 0 || off > ahead || distance >= least) continue;
    [nearest, least] = [mark, distance];
  }
  return nearest;
}

/** Pixels that a letter of a name takes at most, and a line. */
const LETTER = 7;
const LINE = 16;
const MOST_NAMES = 40;
/** From a point's middle to its name. */
const BESIDE = 14;

export interface Label {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle";
}

/** Names of marks that fit into the picture without touching others, where most acts were first. */
export function labelsOf(
  marks: readonly Mark[],
  seenAt: (point: Point) => Point,
  size: { readonly width: number; readonly height: number },
): Label[] {
  const boxes: { left: number; right: number; y: number }[] = [];
  return marks.flatMap((mark): Label[] => {
    const seen = seenAt(mark.at);
    const length = LETTER * mark.place.name.length;
    const wide = mark.kind === "area" || mark.kind === "disc";
    const left = seen.x + (wide ? -length / 2 : BESIDE);
    const box = { left, right: left + length, y: seen.y + LINE / 4 };
    const inside = left >= 0 && box.right <= size.width && box.y >= LINE && box.y <= size.height;
    const free = boxes.every(
      (other) => left > other.right || box.right < other.left || Math.abs(other.y - box.y) > LINE,
    );
    if (!inside || !free || boxes.length >= MOST_NAMES) return [];
    boxes.push(box);
    return [{ mark, x: wide ? seen.x : left, y: box.y, anchor: wide ? "middle" : "start" }];
  });
}
