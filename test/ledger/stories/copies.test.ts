import { describe, expect, it } from "vitest";
import { independentOutlets, originals, sketchOf } from "../../../src/ledger/stories/copies.js";
import { makeReport } from "../../support/reading.js";

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(" ");
const report = (id: string, outlet: string | undefined, text: string) => ({
  id,
  ...(outlet && { outlet }),
  terms: [],
  sketch: sketchOf(makeReport([text])),
});

describe("copies", () => {
  const agency = report("r1", "Zenda Wire", words(0, 200));
  const whole = report("r2", "Strelsau Post", `${words(0, 200)} ${words(900, 950)}`);
  const half = report("r3", "Oslo Daily", words(80, 200));
  const own = report("r4", "Harbour News", `${words(300, 480)} ${words(0, 12)}`);
  const again = report("r5", "Zenda Wire", words(500, 700));
  const nameless = report("r6", undefined, words(700, 900));

  it("are what repeats half of the words of the shorter one", () => {
    expect(originals([agency, whole, half, own, again])).toEqual([0, 0, 0, 3, 4]);
  });

  it("count as one outlet with what they copy, and so do two reports of one outlet", () => {
    const all = [agency, whole, half, own, again, nameless];
    expect(independentOutlets(all, originals(all))).toBe(3);
  });

  it("are not told of reports with few words in common", () => {
    const short = report("r7", undefined, words(0, 9));
    expect(originals([agency, short])).toEqual([0, 1]);
    expect(sketchOf(makeReport([""]))).toEqual([]);
  });
});
