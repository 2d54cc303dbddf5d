import { describe, expect, it } from "vitest";
import { readPlaceGold } from "../../src/evaluate/place-gold.js";
import {
  type FoundPlace,
  kilometres,
  placeFigures,
  scoreActs,
  scorePlaces,
} from "../../src/evaluate/places-score.js";

const span = (start: number) => ({ start, end: start + 5, surface: "Kudan" });
const found = (start: number, more: Partial<FoundPlace> = {}): FoundPlace => ({
  start,
  end: start + 5,
  name: "Kudan",
  precision: "city",
  country: "IRN",
  latitude: 30,
  longitude: 50,
  by: "test",
  ...more,
});
const city = (start: number) => ({
  ...span(start),
  kind: "city" as const,
  country: "IRN",
  at: [30, 50] as [number, number],
});
const result = (gold: Parameters<typeof scorePlaces>[0][number], ...read: FoundPlace[]) =>
  scorePlaces([gold], read, [0, 100])[0]!.result;

describe("scorePlaces", () => {
  it("takes a pin within 50 km of the right country, no finer and no coarser than the text", () => {
    expect(result(city(0), found(0, { latitude: 30.4 }))).toBe("right");
    expect(result(city(0), found(0, { latitude: 30.5 }))).toBe("wrong");
    expect(result(city(0), found(0, { country: "IRQ" }))).toBe("wrong");
    expect(result(city(0), found(0, { precision: "country" }))).toBe("unknown");
    expect(result({ ...city(0), kind: "region" }, found(0))).toBe("wrong");
    expect(result({ ...city(0), kind: "region" }, found(0, { precision: "region" }))).toBe("right");
    expect(
      result({ ...city(0), kind: "region", within: 200 }, found(0, { precision: "region", latitude: 31 })),
    ).toBe("right");
  });

  it("asks of a country its code, and of an area too wide for a pin that it was found", () => {
    const country = { ...span(0), kind: "country" as const, country: "IRN" };
    expect(result(country, found(0, { precision: "country" }))).toBe("right");
    expect(result(country)).toBe("unknown");
    const { latitude: _1, longitude: _2, country: _3, ...wide } = found(0, { precision: "region" });
    expect(result({ ...span(0), kind: "area" }, wide)).toBe("right");
  });

  it("counts places where none is marked, outside the stretch none", () => {
    const scored = scorePlaces(
      [{ ...span(0), not: true }, { ...span(10), not: true }, { ...span(20), open: true }, city(30)],
      [found(0), found(20), found(30), found(40), found(200), found(50, { precision: "unknown" })],
      [0, 100],
    );
    expect(placeFigures(scored, [])).toMatchObject({ right: 100, places: 1, marks: 3, wrong: (100 * 2) / 3 });
  });
});

describe("scoreActs", () => {
  const act = { start: 60, end: 65, surface: "fired" };

  it("takes any of the places where the act is marked to be", () => {
    const gold = [
      { ...city(0), act },
      { ...span(10), kind: "country" as const, country: "IRN", act },
    ];
    const judge = (place: FoundPlace | undefined) => scoreActs(gold, () => place).map((s) => s.result);
    expect(judge(found(0))).toEqual(["right"]);
    expect(judge(found(10, { precision: "country" }))).toEqual(["right"]);
    expect(judge(found(0, { latitude: 0 }))).toEqual(["wrong"]);
    expect(judge(undefined)).toEqual(["unknown"]);
  });
});

describe("kilometres", () => {
  it("measures great circles", () => {
    expect(kilometres([0, 0], [0, 1])).toBeCloseTo(111.19, 1);
    expect(kilometres([51.5, -0.13], [48.86, 2.35])).toBeCloseTo(342, -1);
    expect(kilometres([0, 179.5], [0, -179.5])).toBeCloseTo(111.19, 1);
    expect(kilometres([90, 0], [-90, 77])).toBeCloseTo(20_015, 0);
  });
});

describe("readPlaceGold", () => {
  it("names the line and what is wrong with it", () => {
    const line = (place: object) => JSON.stringify({ id: "a", places: [place] });
    expect(readPlaceGold(`${line(city(0))}\n\n`)).toHaveLength(1);
    expect(() => readPlaceGold(line(span(0)))).toThrow(
      'line 1: "Kudan" at 0: one of kind, not and open expected',
    );
    expect(() => readPlaceGold(line({ ...city(0), not: true }))).toThrow("one of kind, not and open");
    expect(() => readPlaceGold(`${line(city(0))}\n${line({ ...city(0), kind: "planet" })}`)).toThrow(
      "line 2: places.0.kind",
    );
    expect(() => readPlaceGold("{")).toThrow("line 1: one JSON object a line expected");
  });
});
