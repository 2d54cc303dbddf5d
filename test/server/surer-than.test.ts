import { describe, expect, it } from "vitest";
import type { EventPage } from "../../src/server/schemas/rows.js";
import { dispute, type Told } from "../support/dispute.js";
import { servedLedger } from "../support/server.js";
import { withProbabilities } from "../support/sureness.js";

const TOLD: readonly Told[] = [
  { source: "NOR", type: "REQUEST", words: "demanded withdrawal of gunboats from", target: "RUR" },
  { source: "RUR", type: "REJECT", words: "spurned withdrawal of gunboats from", target: "NOR" },
  { source: "SWE", type: "ACCUSE", words: "blamed gunboats of", target: "RUR" },
  { source: "SWE", type: "THREATEN", words: "threatened blockade of", target: "NOR" },
];
const reading = withProbabilities(dispute(TOLD, { published: "2017-03-01" }), [0.91, 0.58, undefined, 0.7]);
const served = servedLedger([reading]);
const events = async (query: string) => (await served.get(`/api/events${query}`)).body as EventPage;

describe("events", () => {
  it("have a probability where it is known", async () => {
    const { items, leftOut } = await events("");
    const byType = Object.fromEntries(items.map(({ type, probability }) => [type, probability]));
    expect(byType).toEqual({ REQUEST: 0.91, REJECT: 0.58, ACCUSE: undefined, THREATEN: 0.7 });
    expect(leftOut).toBeUndefined();
    const { body } = await served.get(`/api/reports/${reading.report.id}`);
    expect(body).toMatchObject({ events: [{ probability: 0.91 }, {}, {}, {}] });
  });

  it("are narrowed down to those as sure as asked, and what is left out is told once, by the other filters", async () => {
    const first = await events("?surerThan=0.7&limit=1");
    expect(first.items.map(({ type }) => type)).toEqual(["THREATEN"]);
    expect(first.leftOut).toEqual({ lessSure: 1, unknown: 1 });
    const second = await events(`?surerThan=0.7&limit=1&cursor=${first.next}`);
    expect(second.items.map(({ type }) => type)).toEqual(["REQUEST"]);
    expect(second).not.toHaveProperty("leftOut");
    expect((await events("?surerThan=0.7&source=SWE")).leftOut).toEqual({ lessSure: 0, unknown: 1 });
  });

  it.each(["-1", "1.01", "half"])("refuse %s as a probability", async (surerThan) => {
    const { status } = await served.get(`/api/events?surerThan=${surerThan}`);
    expect(status).toBe(400);
  });
});
