import { describe, expect, it } from "vitest";
import type { Where } from "../../src/place/where.js";
import { known } from "../../src/record/value.js";
import type { Places } from "../../src/server/schemas/places.js";
import { makeReport, ReadingMaker } from "../support/reading.js";
import { servedLedger } from "../support/server.js";

const ARL = { precision: "city", country: "SWE", latitude: 58.5, longitude: 15.25 } as const;

/** A report in which Norway acts on Sweden somewhere, and once more nowhere. */
function act(day: string, words: string, where: Partial<Where>, status: "asserted" | "planned" = "asserted") {
  const report = makeReport([`On ${day} Norway shelled Sweden near ${words}. It blamed Finland.`], {
    published: known(day, "given", "test"),
  });
  const maker = new ReadingMaker(report);
  const norway = maker.mention("Norway", { code: "NOR" });
  const place = maker.place(words, where);
  maker.event("ASSAULT", "shelled", [norway], [maker.mention("Sweden", { code: "SWE" })], {
    status,
    where: place,
  });
  maker.event("ACCUSE", "blamed", [norway], [maker.mention("Finland", { code: "FIN" })]);
  return maker.reading();
}

const served = servedLedger([
  act("2018-01-01", "Arl", ARL),
  act("2018-01-02", "the port of Arl", { ...ARL, name: "the port of Arl" }),
  act("2018-01-03", "Arl", ARL),
  act(
    "2018-01-04",
    "Sweden proper",
    { name: "Swedish soil", precision: "country", country: "SWE", latitude: 62, longitude: 15 },
    "planned",
  ),
  act("2018-01-05", "the North", { precision: "region", reason: "too wide for a point" }),
]);
const places = async (query = "") => (await served.get(`/api/places${query}`)).body as Places;

describe("places", () => {
  it("are one for all names that lie there, with how many acts of each type", async () => {
    const { items, ...all } = await places();
    expect(all).toEqual({ places: 3, placed: 5, events: 10 });
    expect(items[0]).toEqual({
      kind: "place",
      id: "city:SWE:58.5,15.25",
      name: "Arl",
      otherNames: ["the port of Arl"],
      country: "SWE",
      countryName: "Sweden",
      precision: "city",
      latitude: 58.5,
      longitude: 15.25,
      events: 3,
      reports: 3,
      types: { ASSAULT: 3 },
    });
  });

  it("have a country's own name, and say why there are no coordinates", async () => {
    const { items } = await places();
    expect(items.map(({ name, reason }) => [name, reason])).toEqual([
      ["Arl", undefined],
      ["Sweden", undefined],
      ["the North", "too wide for a point"],
    ]);
  });

  it.each([
    ["?status=planned", 1, 1, 1],
    ["?status=asserted&from=2018-01-02&to=2018-01-03", 1, 2, 4],
    ["?between=NOR,SWE", 3, 5, 5],
    ["?target=FIN", 0, 0, 5],
    ["?type=ASSAULT&limit=1", 3, 5, 5],
    ["?issue=ix", 0, 0, 0],
  ])("%s: %d places, %d acts with a place of %d", async (query, count, placed, events) => {
    const { items, ...all } = await places(query);
    expect(all).toEqual({ places: count, placed, events });
    expect(items.length).toBe(query.includes("limit=1") ? 1 : count);
  });

  it("open into the acts that were there", async () => {
    for (const { id, events } of (await places()).items) {
      const { body } = await served.get(`/api/events?place=${encodeURIComponent(id)}`);
      expect((body as { items: unknown[] }).items).toHaveLength(events);
    }
    expect((await served.get("/api/events?place=city%3ASWE%3A1%2C1")).body).toEqual({ items: [] });
  });
});
