import { overlaps, type Span } from "../record/span.js";
import type { GoldPlace, PlaceKind } from "./place-gold.js";

/** A place as it was read, offsets in the gold's measure. */
export interface FoundPlace extends Span {
  readonly name: string;
  readonly precision: string;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly by: string;
  readonly reason?: string;
}

export type PlaceResult = "right" | "wrong" | "unknown";

/** One mark beside what was found there; without `gold`, what was found where nothing is marked. */
export interface ScoredPlace {
  readonly gold?: GoldPlace;
  readonly found?: FoundPlace;
  readonly result: PlaceResult;
}

/** What happened at one or more marked places, beside the place that was found for it. */
export interface ScoredAct {
  readonly act: Span;
  readonly gold: readonly GoldPlace[];
  readonly found?: FoundPlace;
  readonly result: PlaceResult;
}

/** Compares the places of one stretch of a report; what was found outside `range` does not count. */
export function scorePlaces(
  gold: readonly GoldPlace[],
  found: readonly FoundPlace[],
  [start, end]: readonly [number, number],
): ScoredPlace[] {
  const inside = found.filter((f) => overlaps(f, { start, end }));
  const left = new Set(inside);
  const marks = gold.map((mark): ScoredPlace => {
    const match = inside.find((f) => overlaps(f, mark));
    for (const f of inside) if (overlaps(f, mark)) left.delete(f);
    return { gold: mark, ...(match ? { found: match } : {}), result: judge(mark, match) };
  });
  const spurious = [...left].filter((f) => f.precision !== "unknown");
  return [...marks, ...spurious.map((f): ScoredPlace => ({ found: f, result: "wrong" }))];
}

/** Judges each act of the marks by the place that `placeOf` gives for the act's word. */
export function scoreActs(
  gold: readonly GoldPlace[],
  placeOf: (act: Span) => FoundPlace | undefined,
): ScoredAct[] {
  const acts = new Map<number, GoldPlace[]>();
  for (const mark of gold)
    if (mark.act) acts.set(mark.act.start, [...(acts.get(mark.act.start) ?? []), mark]);
  return [...acts.values()].map((marks): ScoredAct => {
    const act = marks[0]!.act!;
    const match = placeOf(act);
    if (!match || match.precision === "unknown") return { act, gold: marks, result: "unknown" };
    const right = marks.some((mark) => judge(mark, match) === "right");
    return { act, gold: marks, found: match, result: right ? "right" : "wrong" };
  });
}

const POINTS: ReadonlySet<PlaceKind> = new Set(["city", "base", "venue"]);
const WITHIN = 50;

function judge(gold: GoldPlace, found: FoundPlace | undefined): PlaceResult {
  const known = found !== undefined && found.precision !== "unknown";
  if (gold.not) return known ? "wrong" : "right";
  if (gold.open) return "right";
  if (!known) return "unknown";
  if (gold.country !== undefined && gold.country !== found.country) return "wrong";
  if (!sameFineness(gold.kind!, found.precision)) return isCoarser(gold.kind!, found) ? "unknown" : "wrong";
  if (gold.kind === "country" || gold.at === undefined) return "right";
  if (found.latitude === undefined || found.longitude === undefined) return "wrong";
  const away = kilometres(gold.at, [found.latitude, found.longitude]);
  return away <= (gold.within ?? WITHIN) ? "right" : "wrong";
}

/** A pin is neither finer nor coarser than the text: a country is no region, a region no town. */
function sameFineness(kind: PlaceKind, precision: string): boolean {
  if (kind === "country") return precision === "country";
  if (kind === "border") return precision !== "country";
  const point = precision === "point" || precision === "city";
  return POINTS.has(kind) ? point : precision === "region" || precision === "sea";
}

/** "A town in Jordan" for a town of that country says less than the text, and nothing that is wrong. */
function isCoarser(kind: PlaceKind, { precision, country }: FoundPlace): boolean {
  if (country === undefined) return false;
  return precision === "country" || (precision === "region" && POINTS.has(kind));
}

const EARTH_RADIUS = 6371;

/** The great-circle distance of two points in degrees, by the haversine formula. */
export function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latitude, longitude] = [radians(b[0] - a[0]), radians(b[1] - a[1])];
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(longitude / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Shares in per cent: `right` of the marked places, `acts` of what happened at one, `wrong` of a hundred marks. */
export function placeFigures(
  scored: readonly ScoredPlace[],
  acts: readonly ScoredAct[],
): Record<string, number> {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const places = scored.filter((s) => s.gold?.kind !== undefined);
  const marks = scored.filter((s) => s.gold && !s.gold.open);
  const wrong = scored.filter((s) => s.result === "wrong");
  const count = (of: readonly { result: PlaceResult }[], result: PlaceResult) =>
    of.filter((s) => s.result === result).length;
  return {
    right: share(count(places, "right"), places.length),
    unknown: share(count(places, "unknown"), places.length),
    acts: share(count(acts, "right"), acts.length),
    acts_wrong: share(count(acts, "wrong"), acts.length),
    wrong: share(wrong.length, marks.length),
    spurious: share(wrong.filter((s) => !s.gold?.kind).length, marks.length),
    places: places.length,
    placed_acts: acts.length,
    marks: marks.length,
  };
}
