import { fold, rawPiecesOfName } from "../knowledge/fold.js";
import { loadStates } from "../knowledge/states.js";
import { list, readTable } from "../knowledge/table.js";
import { airportTable, cityTable, lesserTable, transliteratedTable } from "../knowledge/towns.js";
import { transliterationKey } from "./transliteration.js";
import type { Where } from "./where.js";

/** A place that the gazetteer knows. */
export interface Place {
  readonly name: string;
  readonly kind: "country" | "capital" | "city" | "region" | "feature" | "seat of power";
  readonly precision: Where["precision"];
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** GeoNames' code of the first-level region: of a region its own, of a town the one that it lies in. */
  readonly region?: string;
  /** Decimal degrees, WGS 84; absent for areas too wide for a point. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population: number;
  /** Meant only where the report names its country or what it lies in. */
  readonly lesser?: boolean;
  /** The file that lists it, for `explain`. */
  readonly source: string;
}

/** Places by name. */
export interface Gazetteer {
  /** The places of a name, given as `placeKey` writes its words. */
  lookUp(key: string): readonly Place[];
  /** True where a longer name begins with the words of `key`. */
  goesOn(key: string): boolean;
  /** A first-level region by country and GeoNames' code, which in the United States is the postal one ("PA"). */
  region(country: string, code: string): Place | undefined;
  /** Small towns and little-known regions of that name, which are meant only where a report names their country. */
  lesser(key: string): readonly Place[];
  /** The same of names that another transliteration writes so ("Hassakeh" for Al Hasakah). */
  transliterated(key: string): readonly Place[];
}

/** Keys whose answers are kept, so that memory does not grow with what is read. */
const REMEMBERED = 20_000;

const POINTS: ReadonlySet<string> = new Set(["base", "test site", "airport", "venue", "prison", "camp"]);

function precisionOf(kind: string): Where["precision"] {
  if (kind === "sea" || kind === "strait") return "sea";
  if (kind === "town") return "city";
  return POINTS.has(kind) ? "point" : "region";
}

/** One word as gazetteer names are looked up: lower case, without accents and apostrophes. */
export function placeKey(form: string): string {
  return fold(form)
    .replace(/['`‘’ʼ]/g, "")
    .replace(/đ/g, "d");
}

function keyOf(name: string): string {
  return rawPiecesOfName(name.replace(/^the /, ""))
    .map(placeKey)
    .filter((piece) => piece !== "")
    .join(" ");
}

function coordinates(latitude: string, longitude: string): { latitude: number; longitude: number } | object {
  return latitude === "" ? {} : { latitude: Number(latitude), longitude: Number(longitude) };
}

let loaded: Gazetteer | undefined;

/** The gazetteer of `knowledge/places/`, read once. */
export function gazetteer(): Gazetteer {
  loaded ??= load();
  return loaded;
}

function load(): Gazetteer {
  const places = new Map<string, Place[]>();
  const openings = new Set<string>();
  const regions = new Map<string, Place>();
  const add = (name: string, place: Place): void => {
    const key = keyOf(name);
    const known = places.get(key);
    if (known?.includes(place) || key === "") return;
    if (known) known.push(place);
    else places.set(key, [place]);
    for (let space = key.indexOf(" "); space > 0; space = key.indexOf(" ", space + 1))
      openings.add(key.slice(0, space));
  };
  const seats = seatsOfPower();
  const centres = new Map(
    readTable("places/countries.tsv", ["code", "latitude", "longitude"]).map((r) => [r.code, r]),
  );
  for (const row of readTable("places/regions.tsv", [
    "country",
    "name",
    "also",
    "region",
    "latitude",
    "longitude",
  ])) {
    const place: Place = {
      name: row.name,
      kind: "region",
      precision: "region",
      country: row.country,
      region: row.region,
      ...coordinates(row.latitude, row.longitude),
      population: 0,
      source: "places/regions.tsv",
    };
    for (const name of [row.name, ...list(row.also)]) add(name, place);
    regions.set(`${row.country} ${row.region}`, place);
  }
  // "England" is a name of the state among actors, and a part of it on the map.
  const isRegion = (name: string, code: string): boolean =>
    places.get(keyOf(name))?.some((p) => p.kind === "region" && p.country === code) ?? false;
  for (const state of loadStates().values()) {
    const at = centres.get(state.code);
    const place: Place = {
      name: state.name,
      kind: "country",
      precision: "country",
      country: state.code,
      ...(at ? coordinates(at.latitude, at.longitude) : {}),
      population: 0,
      source: "places/countries.tsv",
    };
    for (const name of [state.name, ...state.also]) if (!isRegion(name, state.code)) add(name, place);
  }
  for (const row of readTable("places/features.tsv", [
    "kind",
    "name",
    "also",
    "country",
    "latitude",
    "longitude",
  ])) {
    const place: Place = {
      name: row.name,
      kind: seats.has(row.name) ? "seat of power" : row.kind === "town" ? "city" : "feature",
      precision: precisionOf(row.kind),
      ...(row.country && { country: row.country }),
      ...coordinates(row.latitude, row.longitude),
      population: 0,
      source: "places/features.tsv",
    };
    for (const name of [row.name, ...list(row.also)]) add(name, place);
  }
  const cities = cityTable();
  const airports = airportTable();
  const citiesOf = (key: string) => cities.of(key).map(({ fields }) => town(fields, "places/cities.tsv"));
  for (const { name, town, country } of readTable("places/city-names.tsv", ["name", "town", "country"])) {
    const place = citiesOf(keyOf(town)).find((p) => p.country === country);
    if (place && keyOf(name) !== keyOf(town)) add(name, place);
  }
  const known = new Map<string, { readonly found: readonly Place[]; readonly goesOn: boolean }>();
  const listed = (key: string) => {
    let answer = known.get(key);
    if (!answer) {
      if (known.size >= REMEMBERED) known.clear();
      const goesOn = openings.has(key) || cities.begins(`${key} `) || airports.begins(`${key} `);
      const found = [...(places.get(key) ?? []), ...citiesOf(key)];
      // A list made by hand goes before one made by machine.
      if (found.length === 0) found.push(...citiesOf(`the ${key}`));
      if (found.length === 0)
        found.push(...airports.of(key).map(({ fields }) => town(fields, "places/airports.tsv")));
      answer = { found, goesOn };
      known.set(key, answer);
    }
    return answer;
  };
  return {
    lookUp: (key) => {
      const { found } = listed(key);
      return found.length === 0 && SAINT.test(key) ? listed(otherSaint(key)).found : found;
    },
    goesOn: (key) => listed(key).goesOn || (SAINT.test(key) && listed(otherSaint(key)).goesOn),
    region: (country, code) => regions.get(`${country} ${code}`),
    lesser: (key) =>
      [...lesserTable().of(key), ...lesserTable().of(`the ${key}`)].map(({ fields }) => ({
        ...town(fields, "places/lesser.tsv"),
        lesser: true,
      })),
    transliterated: (key) =>
      transliteratedTable()
        .of(transliterationKey(key))
        .map(({ fields }) => ({ ...town(fields, "places/transliterated.tsv"), lesser: true })),
  };
}

const SAINT = /^(ste?)(\.?)(?= |$)/;
/** "st louis" for "st. louis", and the other way round: the lists have both. */
const otherSaint = (key: string): string =>
  key.replace(SAINT, (_, word: string, dot: string) => (dot ? word : `${word}.`));

const RANKS: ReadonlyMap<string, Pick<Place, "kind" | "precision">> = new Map([
  ["", { kind: "city", precision: "city" }],
  ["capital", { kind: "capital", precision: "city" }],
  ["region", { kind: "region", precision: "region" }],
  ["airport", { kind: "feature", precision: "point" }],
]);

function town(fields: readonly string[], source: string): Place {
  const [, name, country, region, latitude, longitude, population, rank] = fields;
  const { kind, precision } = RANKS.get(rank!) ?? RANKS.get("")!;
  return {
    name: name!,
    kind,
    precision,
    country: country!,
    region: region!,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
    source,
  };
}

/** Buildings that stand for who sits in them ("the White House said"). */
function seatsOfPower(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const row of readTable("metonyms.tsv", ["name", "also", "role"])) {
    if (row.role === "place") continue;
    for (const name of [row.name, ...list(row.also)]) names.add(name);
  }
  return names;
}
