import { describe, expect, it } from "vitest";
import { readGoldReading } from "../../src/check/gold-reading.js";

describe("readGoldReading", () => {
  it("fills what is left out", () => {
    const gold = readGoldReading("report: {title: A Title}\n");
    expect(gold).toMatchObject({ report: { title: "A Title" }, statements: [], events: [], across: [] });
    expect(readGoldReading("")).toMatchObject({ report: {}, statements: [] });
  });

  it.each([
    [
      "events: [{id: a, source: CHN, type: ASK, target: USA, trigger: asked, status: asserted}]",
      "events.0.type",
    ],
    [
      "events: [{id: a, source: China, type: REQUEST, target: USA, trigger: asked, status: asserted}]",
      "events.0.source",
    ],
    ["statements: [{speaker: CHN, said_by: China, kind: direct, content: no}]", "statements.0.cue"],
    ["reports: {}", "the file"],
    ["across: [{kind: same place, name: Oslo}]", "across.0.kind"],
    ["quantities: [{of: ships, value: many, unit: count, evidence: many ships}]", "quantities.0.value"],
  ])("names the place of a fault: %s", (source, place) => {
    expect(() => readGoldReading(source)).toThrow(place);
  });
});
