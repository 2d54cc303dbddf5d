import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadStates } from "../../src/knowledge/states.js";
import type { PlaceRow } from "../../src/server/schemas/places.js";
import { type AtlasFile, atlasOf, shapeCodes } from "../../web/src/map/atlas.js";
import { inDrawingOrder, labelsOf, type Mark, markOf, neighbourOf } from "../../web/src/map/marks.js";
import { discOf, pointOf, WORLD } from "../../web/src/map/projection.js";
import {
  heightOf,
  moved,
  planeAt,
  seenAt,
  showing,
  viewOf,
  viewText,
  WHOLE,
  zoomed,
} from "../../web/src/map/view.js";

const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const atlas = atlasOf(JSON.parse(readFileSync(file, "utf8")) as AtlasFile);

function place(name: string, other: Partial<PlaceRow> = {}): PlaceRow {
  return {
    kind: "place",
    id: name,
    name,
    otherNames: [],
    precision: "city",
    latitude: 0,
    longitude: 0,
    events: 1,
    reports: 1,
    types: { CONSULT: 1 },
    ...other,
  };
}
const mark = (name: string, longitude: number, latitude: number, other: Partial<PlaceRow> = {}) =>
  markOf(place(name, { longitude, latitude, ...other }), atlas.areas)!;

/** Between which coordinates an outline lies. */
function boundsOf(outline: string): { left: number; right: number; top: number; bottom: number } {
  const points = [...outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  const [xs, ys] = [points.map(([, x]) => Number(x)), points.map(([, , y]) => Number(y))];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function widthOf(outline: string): number {
  const { left, right } = boundsOf(outline);
  return right - left;
}

describe("the atlas", () => {
  it("has the area of every state but the smallest and those that are no more", () => {
    const missing = [...loadStates().values()].filter(({ code }) => !atlas.areas.has(code));
    expect(missing.length).toBeLessThan(25);
    for (const code of ["USA", "CHN", "PRK", "KOR", "TWN", "PSE", "XKX", "SGP", "BHR", "VAT", "AUS"])
      expect(atlas.areas.get(code), code).toMatch(/^M.+Z$/);
    expect(atlas.lands.length).toBeGreaterThan(230);
  });

  it("has a code for each shape once, and no code that is no country", () => {
    const codes = [...shapeCodes().values()];
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(loadStates().has(code), code).toBe(true);
  });

  it("lies where the coordinates of places lie", () => {
    const cities = {
      JPN: [139.69, 35.69],
      EGY: [31.25, 30.06],
      BRA: [-47.93, -15.78],
      AUS: [149.13, -35.28],
    };
    for (const [code, [longitude, latitude]] of Object.entries(cities)) {
      const { x, y } = pointOf(longitude!, latitude!);
      const { left, right, top, bottom } = boundsOf(atlas.areas.get(code)!);
      expect(x > left && x < right && y > top && y < bottom, code).toBe(true);
    }
    expect(pointOf(0, 0).x).toBeCloseTo(WORLD.width / 2);
    expect(pointOf(0, 0).y).toBeCloseTo(WORLD.height / 2, 0);
  });
});

describe("markOf", () => {
  it("draws a place as no more precise than it is known", () => {
    expect(mark("Paris", 2.35, 48.86).kind).toBe("town");
    expect(mark("Élysée", 2.32, 48.87, { precision: "point" }).kind).toBe("spot");
    expect(mark("France", 2, 46, { precision: "country", country: "FRA" }).kind).toBe("area");
    expect(mark("Brittany", -3, 48, { precision: "region", country: "FRA" }).kind).toBe("disc");
    expect(mark("North Sea", 3, 56, { precision: "sea" }).kind).toBe("disc");
    // Too small to be drawn: about there.
    expect(mark("Tuvalu", 179.2, -8.5, { precision: "country", country: "TUV" }).kind).toBe("disc");
  });

  it("draws nothing of what has no coordinates", () => {
    const { latitude, longitude, ...nowhere } = place("the Far East", { precision: "region" });
    expect(markOf(nowhere, atlas.areas)).toBeUndefined();
    expect(markOf(place("somewhere", { precision: "unknown" }), atlas.areas)).toBeUndefined();
  });

  it("draws a region over borders wider than one in a country, and both as rings in each other", () => {
    const rings = (other: Partial<PlaceRow>) => {
      const drawn = mark("here", 10, 20, { precision: "region", ...other });
      return drawn.kind === "disc" ? drawn.rings.map(widthOf) : [];
    };
    const [outer, middle, inner] = rings({ country: "NER" });
    expect(outer!).toBeGreaterThan(middle!);
    expect(middle!).toBeGreaterThan(inner!);
    expect(rings({})[0]!).toBeGreaterThan(outer!);
  });

  it("draws discs in kilometres: as high at the equator as they reach", () => {
    // Half of the equator's length is drawn over half of the width.
    expect(widthOf(discOf(0, 0, 1000)) / WORLD.width).toBeCloseTo(2000 / 40030, 2);
  });
});

describe("the order of marks", () => {
  it("puts what is smaller on top", () => {
    const drawn = inDrawingOrder([
      mark("Paris", 2.35, 48.86),
      mark("Bay", 0, 45, { precision: "sea" }),
      mark("France", 2, 46, { precision: "country", country: "FRA" }),
      mark("Élysée", 2.32, 48.87, { precision: "point" }),
    ]);
    expect(drawn.map(({ kind }) => kind)).toEqual(["area", "disc", "town", "spot"]);
  });

  it("leads to the nearest in a direction, straight ahead before aside", () => {
    const [paris, berlin, rome, oslo] = [
      mark("Paris", 2.35, 48.86),
      mark("Berlin", 13.4, 52.5),
      mark("Rome", 12.5, 41.9),
      mark("Oslo", 10.75, 59.9),
    ];
    const all = [paris!, berlin!, rome!, oslo!];
    expect(neighbourOf(all, paris!, "right")?.place.name).toBe("Berlin");
    expect(neighbourOf(all, berlin!, "up")?.place.name).toBe("Oslo");
    expect(neighbourOf(all, berlin!, "down")?.place.name).toBe("Rome");
    expect(neighbourOf(all, paris!, "left")).toBeUndefined();
  });

  it("never leads the wrong way, nor to where one is", () => {
    const at = fc.record({ x: fc.integer({ min: 0, max: 960 }), y: fc.integer({ min: 0, max: 468 }) });
    fc.assert(
      fc.property(fc.array(at, { minLength: 1, maxLength: 30 }), (points) => {
        const marks = points.map((point, i): Mark => ({ kind: "town", at: point, place: place(String(i)) }));
        for (const from of marks) {
          const [left, down] = [neighbourOf(marks, from, "left"), neighbourOf(marks, from, "down")];
          if (left) expect(left.at.x).toBeLessThan(from.at.x);
          if (down) expect(down.at.y).toBeGreaterThan(from.at.y);
          const more = marks.some(({ at }) => at.x !== from.at.x || at.y !== from.at.y);
          const led = (["left", "right", "up", "down"] as const).some((d) => neighbourOf(marks, from, d));
          expect(led).toBe(more);
        }
      }),
    );
  });
});

describe("labelsOf", () => {
  it("names what fits, the most acts first, and nothing over the edge or over another name", () => {
    const marks = ["Arl", "Arlstead", "Birk", "Westernmost"].map(
      (name, i): Mark => ({ kind: "town", at: { x: [100, 104, 300, 795][i]!, y: 100 }, place: place(name) }),
    );
    const labels = labelsOf(marks, (point) => point, { width: 800, height: 400 });
    expect(labels.map(({ mark }) => mark.place.name)).toEqual(["Arl", "Birk"]);
    expect(labels[0]).toMatchObject({ anchor: "start", x: 114 });
  });
});

describe("the view", () => {
  const views = fc
    .record({
      zoom: fc.double({ min: 1, max: 64, noNaN: true }),
      x: fc.double({ min: -50, max: 1100, noNaN: true }),
      y: fc.double({ min: -50, max: 600, noNaN: true }),
    })
    .map(({ zoom, x, y }) => viewOf(`${zoom},${x},${y}`));

  it.each([[null], [""], ["nonsense"], ["4"], ["4,NaN,2"], ["0,0,0"]])("of %s is the whole world", (text) => {
    expect(viewOf(text)).toEqual(WHOLE);
    expect(viewText(viewOf(text))).toBeUndefined();
  });

  it("stands in the address", () => {
    const view = zoomed(WHOLE, 4, { x: 600, y: 200 });
    const again = viewOf(viewText(view) ?? null);
    expect(again.zoom).toBe(4);
    expect(again.middle.x).toBeCloseTo(view.middle.x, 1);
  });

  it("never leaves the world", () => {
    fc.assert(
      fc.property(
        views,
        fc.integer({ min: -2000, max: 2000 }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (view, by, factor) => {
          for (const { zoom, middle } of [view, moved(view, { x: by, y: -by }), zoomed(view, factor)]) {
            expect(zoom).toBeGreaterThanOrEqual(1);
            expect(zoom).toBeLessThanOrEqual(64);
            expect(middle.x - WORLD.width / zoom / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(middle.y + WORLD.height / zoom / 2).toBeLessThanOrEqual(WORLD.height + 1e-6);
          }
        },
      ),
    );
  });

  it("shows each point where it is looked for", () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 240, max: 2000 }), (view, width) => {
        const point = { x: 321, y: 123 };
        const back = planeAt(view, seenAt(view, point, width), width);
        expect(back.x).toBeCloseTo(point.x, 6);
        expect(back.y).toBeCloseTo(point.y, 6);
        // Wide pictures are as high in proportion; to the nearest pixel.
        expect(heightOf(width)).toBeCloseTo((width * WORLD.height) / WORLD.width, -0.5);
      }),
    );
  });

  it("stays where it is if it shows a point, and goes there if not", () => {
    const view = zoomed(WHOLE, 8);
    expect(showing(view, view.middle)).toBe(view);
    expect(showing(view, { x: 700, y: 300 }).middle).toEqual({ x: 700, y: 300 });
    expect(showing(WHOLE, { x: 300, y: 100 })).toBe(WHOLE);
  });
});
