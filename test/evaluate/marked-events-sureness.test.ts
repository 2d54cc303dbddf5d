import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GoldEvent, ScoredEvent } from "../../src/evaluate/marked-events-score.js";
import {
  bandLines,
  bandsOf,
  calibrationError,
  probableEvents,
  thresholdLines,
} from "../../src/evaluate/marked-events-sureness.js";
import type { Event } from "../../src/event/event.js";
import { known } from "../../src/record/value.js";

function event(probability?: number, code = "PER"): Event {
  return {
    kind: "event",
    id: "e",
    report: "r",
    type: "ACCUSE",
    status: "asserted",
    sources: [{ actor: known({ code }, "stated", "the test") }],
    targets: [{ actor: known({ code: "CHL" }, "stated", "the test") }],
    mutual: false,
    trigger: { start: 0, end: 5 },
    part: "body",
    ...(probability === undefined ? {} : { probability }),
    explanation: { by: "", steps: [], rivals: [] },
  };
}

const gold: GoldEvent = {
  trigger: { start: 0, end: 5 },
  type: "ACCUSE",
  status: "asserted",
  sources: [{ code: "PER" }],
  targets: [{ code: "CHL" }],
};

const scored: ScoredEvent[] = [
  { gold, found: event(0.9) },
  { gold, found: event(0.8) },
  { gold, found: event(0.3, "BOL") },
  { gold },
  { found: event(0.35) },
  { gold, found: event() },
];

describe("probableEvents", () => {
  it("calls right only where all of the row is, and wrong where nothing is marked", () => {
    expect(probableEvents(scored)).toEqual([
      { probability: 0.9, right: true },
      { probability: 0.8, right: true },
      { probability: 0.3, right: false },
      { probability: 0.35, right: false },
    ]);
  });
});

describe("bandsOf", () => {
  it("puts a tenth into its own band, and certainty into the last", () => {
    const bands = bandsOf([0, 0.1, 0.3, 0.6, 0.7, 1].map((probability) => ({ probability, right: true })));
    expect(bands.map(({ from, events }) => [from, events])).toEqual([
      [0, 1],
      [0.1, 1],
      [0.3, 1],
      [0.6, 1],
      [0.7, 1],
      [0.9, 1],
    ]);
  });

  it("has every event once, and bands that tell no less than where they begin", () => {
    const probable = fc.record({
      probability: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(probable), (events) => {
        const bands = bandsOf(events);
        expect(bands.reduce((sum, band) => sum + band.events, 0)).toBe(events.length);
        for (const { from, told } of bands) {
          expect(told).toBeGreaterThan(from - 1e-9);
          expect(told).toBeLessThan(from + 0.1 + 1e-9);
        }
      }),
    );
  });
});

describe("calibrationError", () => {
  it("is none where what is told is right, and all where it is wrong", () => {
    const half = [true, false].map((right) => ({ probability: 0.5, right }));
    expect(calibrationError(half)).toBe(0);
    expect(calibrationError([{ probability: 1, right: false }])).toBe(100);
    expect(calibrationError([])).toBe(0);
  });

  it("weighs bands by their events", () => {
    expect(
      calibrationError([
        ...Array(3).fill({ probability: 0.8, right: true }),
        { probability: 0.4, right: false },
      ]),
    ).toBe(25);
  });
});

describe("the tables", () => {
  it("tell what each band tells and what of it is right", () => {
    expect(bandLines(probableEvents(scored))).toEqual([
      "probability  events   told  right",
      "from 0.3         2  32.5%   0.0%",
      "from 0.8         1  80.0% 100.0%",
      "from 0.9         1  90.0% 100.0%",
    ]);
  });

  it("tell what a threshold keeps, what of that and of all marks is right, and of how many nothing is known", () => {
    const lines = thresholdLines(scored);
    expect(lines).toContain("at least 0.3      4  50.0%  40.0%");
    expect(lines).toContain("at least 0.8      2 100.0%  40.0%");
    expect(lines).toContain("at least 0.9      1 100.0%  20.0%");
    expect(lines.at(-1)).toBe("of unknown probability 1");
  });
});
