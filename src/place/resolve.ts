import type { Place } from "./gazetteer.js";

/** What the report says beside a name that helps to tell which place it is. */
export interface PlaceContext {
  /** How often the report names each country, by ISO 3166-1 alpha-3 code. */
  readonly countries: ReadonlyMap<string, number>;
  /** Countries named in the same sentence. */
  readonly nearby: ReadonlySet<string>;
  /** Regions named in the report, as country and code ("USA FL"). */
  readonly regions: ReadonlySet<string>;
  /** The places that the text puts behind the name with a comma ("Geneva, Switzerland"), or before it. */
  readonly containers: readonly Place[];
  readonly contained: readonly Place[];
  /** Countries that the phrase names: "India's northern Punjab state". */
  readonly owners: ReadonlySet<string>;
}

export type Resolution =
  | { readonly place: Place; readonly by: string }
  | { readonly place?: undefined; readonly reason: string };

/** How much more likely the best reading must be than the next: a town of twice the people, or a country named. */
const MARGIN = 6;
/** A town of fewer people is not what a report means unless it names the country or region too. */
const WELL_KNOWN = 100_000;

/** True where `inner` lies in `outer`. */
export function liesIn(inner: Place, outer: Place): boolean {
  if (inner.country === undefined || inner.country !== outer.country || inner.precision === "country")
    return false;
  if (outer.precision === "country") return true;
  if (outer.kind !== "region" || inner.kind === "region") return false;
  // Features tell no region: one of the same country may lie there.
  return inner.region === outer.region || (inner.region === undefined && outer.region !== undefined);
}

/**
 * Which of the places of one name a report means: what stands beside the name decides first, then the countries that
 * the report names, then how large the places are. Close readings stay open, with the reason.
 */
export function resolve(candidates: readonly Place[], context: PlaceContext): Resolution {
  const read = candidates
    .map((place) => ({ place, ...weigh(place, context) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = read;
  if (!best) return { reason: "not in the gazetteer" };
  const elsewhere = best.place.kind !== "country" && best.place.country !== undefined;
  if (context.containers.length > 0 && !best.stated && elsewhere) {
    return {
      reason: `the report puts it in ${context.containers[0]!.name}, where the gazetteer has no such place`,
    };
  }
  const where = best.place.country ? ` in ${best.place.country}` : "";
  if (!best.stated && !isNamed(best.place, context) && isSmall(best.place)) {
    return {
      reason: `a small ${best.place.kind === "region" ? "region" : "town"} of that name lies${where}, which the report does not name`,
    };
  }
  // "Quebec" is a region and its chief town: the wider one is right either way.
  if (next && !best.stated && best.weight - next.weight < MARGIN) {
    if (liesIn(best.place, next.place)) return { place: next.place, by: "a region or its town" };
    if (liesIn(next.place, best.place)) return { place: best.place, by: "a region or its town" };
  }
  const sameSpot = next && best.place.country === next.place.country && near(best.place, next.place);
  if (next && !sameSpot && best.weight - next.weight < MARGIN) {
    const others = next.place.country ?? next.place.name;
    return {
      reason: `may be in ${best.place.country ?? best.place.name} or in ${others}: the report does not say which`,
    };
  }
  return { place: best.place, by: best.by };
}

function isSmall(place: Place): boolean {
  if (place.lesser) return true;
  return place.kind === "city" && place.population < WELL_KNOWN && place.population > 0;
}

function isNamed(place: Place, context: PlaceContext): boolean {
  if (place.country === undefined) return true;
  return context.countries.has(place.country) || context.regions.has(`${place.country} ${place.region}`);
}

function near(a: Place, b: Place): boolean {
  if (a.latitude === undefined || b.latitude === undefined) return false;
  return Math.abs(a.latitude - b.latitude) < 0.5 && Math.abs(a.longitude! - b.longitude!) < 0.5;
}

function weigh(place: Place, context: PlaceContext): { weight: number; by: string; stated: boolean } {
  if (context.containers.some((outer) => liesIn(place, outer)))
    return { weight: 1000 + prominence(place), by: "named with what it lies in", stated: true };
  if (context.contained.some((inner) => liesIn(inner, place)))
    return { weight: 1000 + prominence(place), by: "named with what lies in it", stated: true };
  if (place.kind !== "country" && place.country !== undefined && context.owners.has(place.country))
    return { weight: 500 + prominence(place), by: "named with its country", stated: true };
  let weight = prominence(place);
  let by = place.kind === "country" ? "a country" : "the only place of that name, or by far the largest";
  const { country } = place;
  if (country !== undefined && place.kind !== "country") {
    if (context.countries.has(country)) {
      weight += 20;
      by = `the report names ${country}`;
    }
    if (context.nearby.has(country)) weight += 15;
    if (place.region !== undefined && context.regions.has(`${country} ${place.region}`)) weight += 20;
    else if (isSmall(place) && place.kind === "city" && place.population < WELL_KNOWN / 2) weight -= 35;
  }
  return { weight, by, stated: false };
}

/** How likely a report means a place, nothing else known: twenty for every tenfold of people. */
function prominence(place: Place): number {
  switch (place.kind) {
    case "country":
      return 200;
    case "capital":
      return 40 + 20 * Math.log10(Math.max(place.population, 10_000));
    case "city":
      return 20 * Math.log10(Math.max(place.population, 15_000));
    case "region":
      return place.lesser ? 90 : 125;
    default:
      return 130;
  }
}
