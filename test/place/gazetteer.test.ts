import { describe, expect, it } from "vitest";
import { loadStates } from "../../src/knowledge/states.js";
import { readTable } from "../../src/knowledge/table.js";
import { gazetteer, placeKey } from "../../src/place/gazetteer.js";

const names = (key: string) =>
  gazetteer()
    .lookUp(key)
    .map((p) => `${p.name} ${p.country ?? "-"} ${p.kind}`);

describe("gazetteer", () => {
  it("finds towns without accents, hyphens and apostrophes, the largest first", () => {
    expect(names("kusong")).toEqual(["Kusŏng PRK city"]);
    expect(names("birmingham")[0]).toBe("Birmingham GBR city");
    expect(placeKey("P’yŏngsŏng")).toBe("pyongsong");
  });

  it("knows other names, capitals, regions, seas and venues", () => {
    expect(names("kiev")).toEqual(["Kyiv UKR capital"]);
    expect(names("calif.")).toEqual(["California USA region"]);
    expect(names("sea of japan")).toEqual(["Sea of Japan - feature"]);
    expect(names("mar a lago")).toEqual(["Mar-a-Lago USA feature"]);
    expect(names("georgia").sort()).toEqual(["Georgia GEO country", "Georgia USA region"]);
    expect(names("white house")).toContain("White House USA seat of power");
    expect(names("hague")).toEqual(names("the hague"));
    expect(names("hague")).not.toEqual([]);
    expect(gazetteer().region("USA", "PA")?.name).toBe("Pennsylvania");
    expect(gazetteer().region("USA", "ZZ")).toBeUndefined();
    expect(names("zarbulon")).toEqual([]);
  });

  it("tells where a longer name may follow", () => {
    for (const key of ["sea", "sea of", "new", "mar a"])
      expect([key, gazetteer().goesOn(key)]).toEqual([key, true]);
    for (const key of ["sea of japan", "zarbulon", "se", "havana club"])
      expect([key, gazetteer().goesOn(key)]).toEqual([key, false]);
  });

  it("has a middle for nearly every state that is still one", () => {
    const lacking = [...loadStates().values()]
      .filter((state) => !state.until)
      .filter(
        (state) =>
          gazetteer().lookUp(placeKey(state.name).replace(/[-,()]/g, " "))[0]?.latitude === undefined,
      );
    expect(lacking.length).toBeLessThan(30);
  });
});

describe("the files of knowledge/places", () => {
  const states = loadStates();
  const tables = {
    "places/features.tsv": readTable("places/features.tsv", ["country", "name", "latitude", "longitude"]),
    "places/regions.tsv": readTable("places/regions.tsv", ["country", "name", "latitude", "longitude"]),
    "places/cities.tsv": readTable("places/cities.tsv", ["country", "name", "latitude", "longitude"]),
    "places/lesser.tsv": readTable("places/lesser.tsv", ["country", "name", "latitude", "longitude"]),
    "places/airports.tsv": readTable("places/airports.tsv", ["country", "name", "latitude", "longitude"]),
  };

  it.each(Object.entries(tables))("%s: codes are known, coordinates lie on the globe", (_name, rows) => {
    const wrong = rows.filter(
      ({ country, latitude, longitude }) =>
        (country !== "" && !states.has(country)) ||
        (latitude !== "" && !(Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180)),
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it("the lists that are searched by halving are sorted", () => {
    for (const file of [
      "places/cities.tsv",
      "places/lesser.tsv",
      "places/airports.tsv",
      "places/transliterated.tsv",
    ]) {
      const keys = readTable(file, ["key"]).map(({ key }) => key);
      expect([file, keys.findIndex((key, i) => i > 0 && keys[i - 1]! > key)]).toEqual([file, -1]);
    }
  });

  it("every region has coordinates, every feature has both or none and is listed once", () => {
    for (const row of tables["places/regions.tsv"])
      expect([row.name, row.latitude]).not.toEqual([row.name, ""]);
    const seen = new Set<string>();
    for (const { name, latitude, longitude } of tables["places/features.tsv"]) {
      expect([name, latitude === ""]).toEqual([name, longitude === ""]);
      expect([name, seen.has(name)]).toEqual([name, false]);
      seen.add(name);
    }
  });

  it("every other name of a town leads to a town of its country", () => {
    for (const { name, town, country } of readTable("places/city-names.tsv", ["name", "town", "country"])) {
      const key = placeKey(town).replace(/[-,]/g, " ").replace(/\s+/g, " ");
      expect([
        name,
        gazetteer()
          .lookUp(key)
          .some((p) => p.country === country),
      ]).toEqual([name, true]);
    }
  });
});
