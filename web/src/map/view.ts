import { type Point, WORLD } from "./projection.js";

/** What part of the plane is seen: how many times it is enlarged, and the point in the middle. */
export interface View {
  readonly zoom: number;
  readonly middle: Point;
}

export const WHOLE: View = { zoom: 1, middle: { x: WORLD.width / 2, y: WORLD.height / 2 } };
const MOST = 64;

/** The view that an address holds: "4,512.3,210"; the whole world where it holds none. */
export function viewOf(text: string | null): View {
  const [zoom, x, y] = (text ?? "").split(",").map(Number);
  if (![zoom, x, y].every(Number.isFinite)) return WHOLE;
  return held({ zoom: zoom!, middle: { x: x!, y: y! } });
}

/** The view as an address holds it; nothing for the whole world. */
export function viewText({ zoom, middle: { x, y } }: View): string | undefined {
  if (zoom === 1) return undefined;
  return [zoom, x, y].map((number) => Number(number.toFixed(1))).join(",");
}

/** Nearer by `factor`, so that the point of the plane under `fixed` stays where it is. */
export function zoomed(view: View, factor: number, fixed: Point = view.middle): View {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor));
  const part = view.zoom / zoom;
  const middle = {
    x: fixed.x + (view.middle.x - fixed.x) * part,
    y: fixed.y + (view.middle.y - fixed.y) * part,
  };
  return held({ zoom, middle });
}

/** Moved by so much of the plane. */
export function moved({ zoom, middle }: View, by: Point): View {
  return held({ zoom, middle: { x: middle.x + by.x, y: middle.y + by.y } });
}

/** The same view where it shows `point` well, else with that in the middle. */
export function showing(view: View, point: Point): View {
  const [across, down] = [(0.45 * WORLD.width) / view.zoom, (0.45 * WORLD.height) / view.zoom];
  const { x, y } = view.middle;
  if (Math.abs(point.x - x) <= across && Math.abs(point.y - y) <= down) return view;
  return held({ zoom: view.zoom, middle: point });
}

/** Where a point of the plane is seen in a picture that is `width` wide. */
export function seenAt({ zoom, middle }: View, { x, y }: Point, width: number): Point {
  const scale = (width / WORLD.width) * zoom;
  return {
    x: (x - middle.x) * scale + width / 2,
    y: (y - middle.y) * scale + heightOf(width) / 2,
  };
}

/** The point of the plane that is seen at a point of the picture. */
export function planeAt({ zoom, middle }: View, { x, y }: Point, width: number): Point {
  const scale = (width / WORLD.width) * zoom;
  return { x: (x - width / 2) / scale + middle.x, y: (y - heightOf(width) / 2) / scale + middle.y };
}

export function heightOf(width: number): number {
  return Math.round((width * WORLD.height) / WORLD.width);
}

/** No further than the edges of the world. */
function held({ zoom, middle: { x, y } }: View): View {
  const kept = Math.min(MOST, Math.max(1, zoom));
  const within = (at: number, size: number) =>
    Math.min(size - size / kept / 2, Math.max(size / kept / 2, at));
  return { zoom: kept, middle: { x: within(x, WORLD.width), y: within(y, WORLD.height) } };
}
