import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "../../src/event/event.js";
import { surerThan } from "../../src/event/surer-than.js";
import { sampleReading } from "../support/reading.js";

const [one] = sampleReading().events;
const events = (...probabilities: (number | undefined)[]): Event[] =>
  probabilities.map((probability, i) => ({
    ...one!,
    id: `e${i}`,
    ...(probability === undefined ? {} : { probability }),
  }));

describe("surerThan", () => {
  it("keeps what is as sure as asked or surer, in order, and says what it leaves out and why", () => {
    const { kept, leftOut } = surerThan(events(0.9, undefined, 0.69, 0.7, 0.1), 0.7);
    expect(kept.map(({ id }) => id)).toEqual(["e0", "e3"]);
    expect(leftOut).toEqual({ lessSure: 2, unknown: 1 });
  });

  it("never takes what is unknown for sure, even where nothing is asked", () => {
    expect(surerThan(events(undefined, 0), 0)).toMatchObject({
      kept: [{ id: "e1" }],
      leftOut: { lessSure: 0, unknown: 1 },
    });
  });

  it("loses no event without counting it", () => {
    const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(fc.option(share, { nil: undefined })), share, (probabilities, least) => {
        const { kept, leftOut } = surerThan(events(...probabilities), least);
        expect(kept.length + leftOut.lessSure + leftOut.unknown).toBe(probabilities.length);
        for (const { probability } of kept) expect(probability).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});
