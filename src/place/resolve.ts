import type { Place } from "./gazetteer.js";

/** What the report says beside a name that helps to tell which place it is. */
export interface PlaceContext {
  /** How often the report names each country, by ISO 3166-1 alpha-3 code. */
  readonly countries: ReadonlyMap<string, number>;
  /** Countries named in the same sentence. */
  readonly nearby: ReadonlySet<string>;
  /** Regions named in the report, as country and code ("USA FL"). */
  readonly regions: ReadonlySet<string>;
  /** Of these, the ones named by what names nothing else ("Ga."). */
  readonly surely?: ReadonlySet<string>;
  /** What the names beside it in a list surely are, as kind and country ("region USA"). */
  readonly listed?: ReadonlySet<string>;
  /** The places that the text puts behind the name with a comma ("Geneva, Switzerland"), or before it. */
  readonly containers: readonly Place[];
  readonly contained: readonly Place[];
  /** Countries that the phrase names: "India's northern Punjab state". */
  readonly owners: ReadonlySet<string>;
  /** True where a direction stands before it ("western New York"): a region rather than a town. */
  readonly directed?: boolean;
}

export type Resolution =
  | { readonly place: Place; readonly by: string; readonly stated: boolean }
  | {
      readonly place?: undefined;
      readonly reason: string;
      readonly stated?: undefined;
      /** True where the report says what the name lies in, and no list has it there. */
      readonly elsewhere?: boolean;
    };

/** How much more likely the best reading must be than the next: a town of twice the people, or a country named. */
const MARGIN = 6;
/** A town of fewer people is not what a report means unless it names the country or region too. */
const WELL_KNOWN = 100_000;

/** What a direction before a name is worth for the region of that name. */
const REGION_OF_DIRECTION = 40;

/** What a capital loses whose country the report does not name, where it names that of a town of the same name. */
const CAPITAL_ELSEWHERE = 25;

/** What its place in a list of its like is worth ("Alabama, Georgia and Tennessee"), or its other name elsewhere. */
const LISTED = 60;

/** A town of fewer people is meant only where its country or region stands beside its name. */
const HARDLY_KNOWN = 5_000;

/** True where `inner` lies in `outer`. */
export function liesIn(inner: Place, outer: Place): boolean {
  if (inner.country === undefined || inner.country !== outer.country || inner.precision === "country")
    return false;
  if (outer.precision === "country") return true;
  if (outer.kind !== "region") return false;
  // "York County, Pa."
  if (inner.kind === "region") return inner.region?.startsWith(`${outer.region}/`) ?? false;
  // Features tell no region: one of the same country may lie there.
  return inner.region === outer.region || (inner.region === undefined && outer.region !== undefined);
}

/**
 * The place of a name, by the well-known ones first. A lesser one of the same name is meant only where the text puts it
 * beside the name what it lies in.
 */
export function resolveName(
  { places, lesser = [] }: { readonly places: readonly Place[]; readonly lesser?: readonly Place[] },
  context: PlaceContext,
): Resolution {
  const known = resolve(places, context);
  if (lesser.length === 0 || (known.place && (known.stated || !isSmall(known.place)))) return known;
  const both = resolve([...places, ...lesser], context);
  const likely = places.length === 0 || both.stated || both.place?.kind === "region";
  return both.place && likely ? both : known;
}

/**
 * Which of the places of one name a report means: what stands beside the name decides first, then the countries that
 * the report names, then how large the places are. Close readings stay open, with the reason.
 */
export function resolve(candidates: readonly Place[], context: PlaceContext): Resolution {
  const named = candidates.some(({ country }) => country !== undefined && context.countries.has(country));
  const read = candidates
    .map((place) => ({ place, ...weigh(place, context, named) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = read;
  if (!best) return { reason: "not in the gazetteer" };
  const elsewhere = best.place.kind !== "country" && best.place.country !== undefined;
  if (context.containers.length > 0 && !best.stated && elsewhere) {
    return {
      reason: `the report puts it in ${context.containers[0]!.name}, where the gazetteer has no such place`,
      elsewhere: true,
    };
  }
  const where = best.place.country ? ` in ${best.place.country}` : "";
  if (
    !best.stated &&
    !(isNamed(best.place, context) && isLikely(best.place, context)) &&
    isSmall(best.place)
  ) {
    return {
      reason: `a small ${best.place.kind === "region" ? "region" : "town"} of that name lies${where}, which the report does not name or is not about`,
    };
  }
  // "Hong Kong" is a country of ISO 3166-1 and its town.
  const state = read.find(({ place }) => place.kind === "country" && liesIn(best.place, place));
  if (state && !best.stated) return { place: state.place, by: "a country or its town", stated: false };
  // "Quebec" is a region and its chief town: the wider one is right either way.
  if (next && !best.stated && best.weight - next.weight < MARGIN) {
    if (liesIn(best.place, next.place))
      return { place: next.place, by: "a region or its town", stated: false };
    if (liesIn(next.place, best.place))
      return { place: best.place, by: "a region or its town", stated: false };
  }
  const sameSpot = next && best.place.country === next.place.country && near(best.place, next.place);
  if (next && !sameSpot && best.weight - next.weight < MARGIN) {
    const others = next.place.country ?? next.place.name;
    return {
      reason: `may be in ${best.place.country ?? best.place.name} or in ${others}: the report does not say which`,
    };
  }
  return { place: best.place, by: best.by, stated: best.stated };
}

function isSmall(place: Place): boolean {
  if (place.lesser) return true;
  return place.kind === "city" && place.population < WELL_KNOWN && place.population > 0;
}

/** Of less than half the people of a town that reports name without its country. */
function isLittle({ population }: Place): boolean {
  return population < WELL_KNOWN / 2;
}

function isNamed(place: Place, context: PlaceContext): boolean {
  if (place.country === undefined) return true;
  return context.countries.has(place.country) || isInNamedRegion(place, context);
}

/** The region is first-level: "PA" of "PA/York County" too. */
function isInNamedRegion({ country, region }: Place, { regions }: PlaceContext): boolean {
  return region !== undefined && regions.has(`${country} ${region.split("/")[0]}`);
}

/** A town that hardly anybody knows needs its country beside it, any other lesser place a report about its country. */
function isLikely(
  { lesser, country, kind, population }: Place,
  { countries, nearby }: PlaceContext,
): boolean {
  if (!lesser || country === undefined) return true;
  if (kind === "region") return true;
  // Of a seat of an administration, whose people nobody has counted, enough is known.
  if (population > 0 && population < HARDLY_KNOWN) return false;
  return nearby.has(country) || (countries.get(country) ?? 0) * 2 >= Math.max(...countries.values());
}

function near(a: Place, b: Place): boolean {
  if (a.latitude === undefined || b.latitude === undefined) return false;
  return Math.abs(a.latitude - b.latitude) < 0.5 && Math.abs(a.longitude! - b.longitude!) < 0.5;
}

function weigh(
  place: Place,
  context: PlaceContext,
  named: boolean,
): { weight: number; by: string; stated: boolean } {
  if (context.containers.some((outer) => liesIn(place, outer)))
    return { weight: 1000 + prominence(place), by: "named with what it lies in", stated: true };
  // A feature tells no region, so that "headquarters in New York" is no state's.
  const inside = context.contained.filter((p) => p.region !== undefined || place.kind === "country");
  if (inside.some((inner) => liesIn(inner, place)))
    return { weight: 1000 + prominence(place), by: "named with what lies in it", stated: true };
  if (place.kind !== "country" && place.country !== undefined && context.owners.has(place.country))
    return { weight: 500 + prominence(place), by: "named with its country", stated: true };
  let weight = prominence(place);
  if (context.directed && place.kind === "region" && !place.lesser) weight += REGION_OF_DIRECTION;
  let by = place.kind === "country" ? "a country" : "the only place of that name, or by far the largest";
  const { country } = place;
  if (country !== undefined && place.kind !== "country") {
    if (context.countries.has(country)) {
      weight += 20;
      by = `the report names ${country}`;
    }
    // "Tripoli" in a report about Lebanon.
    else if (named && place.kind === "capital") weight -= CAPITAL_ELSEWHERE;
    if (context.nearby.has(country)) weight += 15;
    if (context.listed?.has(`${place.kind} ${country}`)) weight += place.kind === "region" ? LISTED : 15;
    if (place.kind === "region" && context.surely?.has(`${country} ${place.region}`)) weight += LISTED;
    if (isInNamedRegion(place, context)) weight += 20;
    // A country that stands in the same sentence by chance ("the U.S. envoy in Geneva") must not move a well-known town.
    else if (isSmall(place) && place.kind === "city" && isLittle(place))
      weight -= context.nearby.has(country) ? 22 : 35;
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
