import { fold } from "./fold.js";
import { SortedTable } from "./sorted-table.js";
import { list, readTable } from "./table.js";

/** The state in which a town or first-level region lies. */
export interface TownState {
  readonly code: string;
  /** The list and the reason, for `explain`. */
  readonly by: string;
}

/** The columns of the lists of towns under `places/`. */
export const TOWN_COLUMNS = [
  "key",
  "name",
  "country",
  "region",
  "latitude",
  "longitude",
  "population",
  "rank",
] as const;
/** A town that is alone in its name must be known beyond its own state, and outweigh its namesakes elsewhere. */
const LARGE = 100_000;
const OUTWEIGHS = 4;
/** A capital as large as this is what a body in its name is of ("the mayor of London"); smaller ones have namesakes. */
const METROPOLIS = 1_000_000;

let towns: SortedTable | undefined;
let lesser: SortedTable | undefined;
let transliterated: SortedTable | undefined;
let airports: SortedTable | undefined;
let others: ReadonlyMap<string, readonly { readonly town: string; readonly country: string }[]> | undefined;
let regions: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The state of a town of 100,000 people or more, or of a first-level region, by the name as reports write it. Where
 * several states have one, a town four times as large as the next decides, else the states that the report names; of
 * those a smaller town counts too.
 * Undefined for small capitals, which stand for their states by themselves, and where nothing decides.
 */
export function stateOfTown(name: string, statesNamed: ReadonlySet<string>): TownState | undefined {
  const key = keyOf(name);
  if (key === "") return undefined;
  const sizes = sizesOf(key);
  if (!sizes) return undefined;
  const ranked = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const [first, second] = ranked;
  if (!first) return undefined;
  const by = `places: "${name}" in ${first[0]}`;
  if (first[1] >= LARGE && first[1] >= OUTWEIGHS * (second?.[1] ?? 0)) return { code: first[0], by };
  const near = ranked.filter(([code]) => statesNamed.has(code));
  const [only] = near;
  if (near.length !== 1 || !only) return undefined;
  return { code: only[0], by: `places: "${name}" in ${only[0]}, which the report names` };
}

/** The towns of `places/cities.tsv` by key, the largest of a name first; read once. */
export function cityTable(): SortedTable {
  towns ??= new SortedTable("places/cities.tsv", TOWN_COLUMNS);
  return towns;
}

/** The towns and regions of `places/lesser.tsv` by key; read once. */
export function lesserTable(): SortedTable {
  lesser ??= new SortedTable("places/lesser.tsv", TOWN_COLUMNS);
  return lesser;
}

/** The towns and regions of `places/transliterated.tsv` by what the transliterations of their names share; read once. */
export function transliteratedTable(): SortedTable {
  transliterated ??= new SortedTable("places/transliterated.tsv", TOWN_COLUMNS);
  return transliterated;
}

/** The airports and air bases of `places/airports.tsv` by key; read once. */
export function airportTable(): SortedTable {
  airports ??= new SortedTable("places/airports.tsv", TOWN_COLUMNS);
  return airports;
}

/** The largest size that a name has in each state; undefined for a capital's name. */
function sizesOf(key: string): ReadonlyMap<string, number> | undefined {
  const towns = cityTable();
  const sizes = new Map<string, number>();
  const keep = (country: string, size: number) => sizes.set(country, Math.max(sizes.get(country) ?? 0, size));
  const lines = [
    ...towns.of(key),
    ...(otherNames().get(key) ?? []).flatMap(({ town, country }) =>
      towns.of(keyOf(town)).filter(({ fields }) => fields[2] === country),
    ),
  ];
  for (const { fields } of lines) {
    const [, , country, , , , population, rank] = fields;
    if (rank === "capital" && Number(population) < METROPOLIS) return undefined;
    keep(country!, Number(population) || 0);
  }
  // A region is as well known as a large town, a lesser one only where the report names its state.
  for (const country of regionNames().get(key) ?? []) keep(country, LARGE);
  for (const { fields } of lesserTable().of(key)) if (fields[7] === "region") keep(fields[2]!, 1);
  return sizes;
}

function otherNames() {
  others ??= grouped(
    readTable("places/city-names.tsv", ["name", "town", "country"]).map((row) => [keyOf(row.name), row]),
  );
  return others;
}

function regionNames() {
  regions ??= grouped(
    [...readTable("places/regions.tsv", ["country", "name", "also"]), ...areas()].flatMap(
      ({ country, name, also }) => [name, ...list(also)].map((written) => [keyOf(written), country] as const),
    ),
  );
  return regions;
}

/** True for the name of an area, an island, a sea or another place that is no town and has no government of its own. */
export function isNaturalPlace(name: string): boolean {
  natural ??= new Set(
    readTable("places/features.tsv", ["kind", "name", "also"]).flatMap(({ kind, name, also }) =>
      BUILT.has(kind) ? [] : [name, ...list(also)].map(keyOf),
    ),
  );
  return natural.has(keyOf(name));
}

let natural: ReadonlySet<string> | undefined;
const BUILT: ReadonlySet<string> = new Set([
  "base",
  "test site",
  "airport",
  "venue",
  "prison",
  "camp",
  "canal",
  "town",
]);

/** Areas and islands that lie in one state, whose people and offices are that state's: "the police in Bali". */
function areas() {
  return readTable("places/features.tsv", ["kind", "name", "also", "country", "contested"]).filter(
    ({ kind, country, contested }) => AREAS.has(kind) && country !== "" && contested === "",
  );
}

const AREAS: ReadonlySet<string> = new Set(["area", "disputed", "island", "peninsula"]);

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const table = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const so = table.get(key);
    if (so) so.push(value);
    else table.set(key, [value]);
  }
  return table;
}

function keyOf(name: string): string {
  return fold(name)
    .replace(/['`ʼ]/g, "")
    .replace(/[\s-]+/g, " ")
    .trim();
}
