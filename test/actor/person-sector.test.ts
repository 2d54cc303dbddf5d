import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PERSON_SECTORS,
  PersonSectorWeights,
  sectorFeatures,
  sectorTable,
} from "../../src/actor/person-sector.js";
import { Reader } from "../../src/actor/reader.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { loadCases } from "./cases.js";

const table = ["feature\tCVL\tBUS", "word: neighbour\t3\t0", "report BUS\t0\t2", "threshold\t0.6"].join("\n");
const weights = new PersonSectorWeights(sectorTable(table));

describe("the sector of somebody without an office", () => {
  it("is the likeliest where it is likely enough", () => {
    expect(weights.sectorOf(new Map([["word: neighbour", 1]]))).toBe("CVL");
    expect(weights.sectorOf(new Map([["report BUS", 1]]))).toBe("BUS");
    expect(weights.sectorOf(new Map([["report BUS", 0.5]]))).toBeUndefined();
    expect(weights.sectorOf(new Map())).toBeUndefined();
  });

  it("leaves a rest to all other sectors", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.double({ min: 0, max: 9, noNaN: true })), (features) => {
        const p = weights.probabilities(new Map(Object.entries(features)));
        expect(p).toHaveLength(PERSON_SECTORS.length + 1);
        expect(p.reduce((a, b) => a + b)).toBeCloseTo(1);
        expect(p.at(-1)).toBeGreaterThan(0);
      }),
    );
  });

  it("is seen in the report's bodies and the words around the name", () => {
    const { report, analysis } = loadCases("parts.conllu").get("who-speaker")!;
    const reader = new Reader(report, analysis, shippedKnowledge());
    const [person] = reader.people();
    const features = sectorFeatures(reader, person!);
    expect(features.get("report LEG")).toBe(1);
    expect(features.get("sentence LEG")).toBe(1);
    expect(features.get("word: lawmaker")).toBe(1);
    expect(features.has("word: group")).toBe(false);
  });

  it("has weights that are numbers, or the line is named", () => {
    expect(() => sectorTable("report BUS\t1\tmuch")).toThrow("line 1");
    expect(() => sectorTable("# weights\nthreshold\t1\t1")).toThrow("line 2");
  });
});
