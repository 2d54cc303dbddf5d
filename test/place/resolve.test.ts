import { describe, expect, it } from "vitest";
import type { Place } from "../../src/place/gazetteer.js";
import { type PlaceContext, resolve } from "../../src/place/resolve.js";

function town(country: string, population: number, region = "01"): Place {
  return {
    name: "Tanford",
    kind: "city",
    precision: "city",
    country,
    region,
    latitude: 10 + country.charCodeAt(0),
    longitude: 20,
    population,
    source: "test",
  };
}

const country = (code: string): Place => ({
  name: code,
  kind: "country",
  precision: "country",
  country: code,
  population: 0,
  source: "test",
});

function context(countries: readonly string[] = [], containers: readonly Place[] = []): PlaceContext {
  return {
    countries: new Map(countries.map((code) => [code, 1])),
    nearby: new Set(),
    regions: new Set(),
    containers,
    contained: [],
    owners: new Set(),
  };
}

describe("resolve", () => {
  it("takes no capital of an unnamed country for sure where the report names that of its namesake", () => {
    const capital: Place = { ...town("LBY", 1_000_000), kind: "capital" };
    const namesake = town("LBN", 300_000);
    const told = { ...context(["LBN"]), nearby: new Set(["LBN"]) };
    expect(resolve([capital, namesake], told).place?.country).toBe("LBN");
    expect(resolve([capital, namesake], context(["ITA"])).place?.country).toBe("LBY");
    expect(resolve([capital, namesake], context(["LBN", "LBY"])).place?.country).toBe("LBY");
  });

  it("takes what the text names beside it first", () => {
    const places = [town("GBR", 2_000_000), town("USA", 20_000)];
    expect(resolve(places, context([], [country("USA")])).place?.country).toBe("USA");
  });

  it("then the countries that the report names", () => {
    const places = [town("GBR", 300_000), town("USA", 200_000)];
    expect(resolve(places, context(["USA"])).place?.country).toBe("USA");
  });

  it("then the far larger one", () => {
    expect(resolve([town("GBR", 2_000_000), town("USA", 110_000)], context()).place?.country).toBe("GBR");
  });

  it("leaves equals open, with the reason", () => {
    const open = resolve([town("GBR", 200_000), town("USA", 210_000)], context());
    expect(open).toEqual({ reason: expect.stringContaining("does not say which") });
  });

  it("takes a small town only where its country is named", () => {
    expect(resolve([town("PRK", 30_000)], context())).toEqual({
      reason: expect.stringContaining("small town"),
    });
    expect(resolve([town("PRK", 30_000)], context(["PRK"])).place?.country).toBe("PRK");
  });

  it("takes no namesake where the text puts the place elsewhere", () => {
    expect(resolve([town("GBR", 2_000_000)], context([], [country("USA")]))).toEqual({
      reason: expect.stringContaining("USA"),
      elsewhere: true,
    });
  });

  it("says so where there is nothing to choose from", () => {
    expect(resolve([], context())).toEqual({ reason: "not in the gazetteer" });
  });

  const georgia = (): Place[] => [
    { ...country("GEO"), name: "Georgia" },
    { ...town("USA", 0, "GA"), name: "Georgia", kind: "region", precision: "region" },
  ];

  it("takes the member of a list of regions for a region, and one of a list of countries for a country", () => {
    const near = { ...context(["USA"]), nearby: new Set(["USA"]) };
    expect(resolve(georgia(), near).place?.country).toBe("GEO");
    expect(resolve(georgia(), { ...near, listed: new Set(["region USA"]) }).place?.country).toBe("USA");
    expect(resolve(georgia(), { ...near, listed: new Set(["country ARM"]) }).place?.country).toBe("GEO");
  });

  it("takes a region that the report names by its abbreviation too before a country of that name", () => {
    const named = { ...context(["USA"]), regions: new Set(["USA GA"]) };
    expect(resolve(georgia(), named).place?.country).toBe("GEO");
    const surely = { ...named, surely: new Set(["USA GA"]), nearby: new Set(["USA"]) };
    expect(resolve(georgia(), surely).place?.country).toBe("USA");
  });

  it("a county lies in the first-level region of its code", () => {
    const county = (state: string): Place => ({
      ...town("USA", 0, `${state}/Tanford County`),
      kind: "region",
      precision: "region",
      lesser: true,
    });
    const outer: Place = { ...town("USA", 0, "PA"), kind: "region", precision: "region" };
    const places = [county("PA"), county("MEX")];
    expect(resolve(places, context(["USA"], [outer]))).toMatchObject({
      stated: true,
      place: { region: "PA/Tanford County" },
    });
    expect(resolve(places, { ...context(["USA"]), regions: new Set(["USA PA"]) }).place?.region).toBe(
      "PA/Tanford County",
    );
  });

  it("takes a seat of unknown size in a report about its country, and a village only where it is put there", () => {
    const lesser = (people: number): Place => ({ ...town("IRQ", people), lesser: true });
    expect(resolve([lesser(0)], context(["IRQ"])).place?.country).toBe("IRQ");
    expect(resolve([lesser(2_500)], context(["IRQ"])).place).toBeUndefined();
    expect(resolve([lesser(0)], context(["SYR"])).place).toBeUndefined();
  });
});
