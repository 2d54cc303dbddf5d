import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datelinePlaces } from "../../src/place/dateline-place.js";
import type { Report } from "../../src/report/report.js";
import { plainReport } from "../time/plain.js";

function reportFrom(place: string): Report {
  const head = `${place} (AP) --`;
  const dateline = { start: 0, end: head.length, place, agency: "AP" };
  return { ...plainReport(`${head} Two ministers met.`), dateline };
}

const told = (place: string, countries: ReadonlyMap<string, number> = new Map()): string[] =>
  datelinePlaces(reportFrom(place), countries).map((w) => `${w.name} ${w.country} ${w.precision}`);

describe("datelinePlaces", () => {
  it("gives the town, and the country or region behind its comma", () => {
    expect(told("OSLO, Norway")).toEqual(["Oslo NOR city", "Norway NOR country"]);
    expect(told("PORTLAND, Maine")).toEqual(["Portland USA city", "Maine USA region"]);
  });

  it("gives each of several towns at its own words", () => {
    const report = reportFrom("OSLO/BERLIN");
    const places = datelinePlaces(report, new Map());
    expect(places.map(({ start, end }) => report.text.slice(start, end))).toEqual(["OSLO", "BERLIN"]);
    expect(places.every(({ by }) => by.includes("the dateline"))).toBe(true);
  });

  it("goes by the countries that the report names where a town has namesakes", () => {
    expect(told("SAN JOSE", new Map([["CRI", 3]]))).toEqual(["San José CRI city"]);
  });

  it("gives nothing for what no list has, for a small town alone, or without a dateline", () => {
    expect(told("QUXVILLE")).toEqual([]);
    expect(told("ABOARD THE TRAIN")).toEqual([]);
    expect(datelinePlaces(plainReport("OSLO is a town."), new Map())).toEqual([]);
  });

  it("keeps every span inside the dateline, whatever stands there", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("OSLO", "Norway", ",", "/", " ", "x", "-") }),
        (place) => {
          const report = reportFrom(place);
          for (const { start, end } of datelinePlaces(report, new Map())) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(report.dateline!.end);
          }
        },
      ),
    );
  });
});
