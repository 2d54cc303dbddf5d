import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../src/language/analysis.js";
import { findQuantities } from "../../src/quantity/find-quantities.js";
import type { Quantity } from "../../src/quantity/quantity.js";
import { overlaps, textOf } from "../../src/record/span.js";
import { findTimes } from "../../src/time/find-times.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { plainReport } from "../time/plain.js";
import { loadCases } from "./cases.js";

function read(analysis: Analysis) {
  const report = plainReport(analysis.text);
  const times = findTimes(report, analysis);
  return { times, quantities: findQuantities(report, analysis, times) };
}

/** "12 count exact killed of soldiers, increase by, when the first quarter". */
function told(analysis: Analysis): string[] {
  const { times, quantities } = read(analysis);
  const words = (span: { start: number; end: number }) => textOf(analysis.text, span);
  return quantities.map((q: Quantity) => {
    const value = q.high === q.low ? `${q.low}` : `${q.low}..${q.high ?? ""}`;
    const of = q.of ? ` of ${words(q.of)}` : "";
    const change = q.change ? `, ${q.change.direction} ${q.change.as}` : "";
    const when = q.when === undefined ? "" : `, when ${words(times[q.when]!)}`;
    return `${value} ${q.unit} ${q.bound} ${q.measures}${of}${change}${when}`;
  });
}

const FORMS = [
  "12",
  "1,500",
  "2.5",
  "$",
  "%",
  "km",
  "million",
  "dozen",
  "tens",
  "of",
  "to",
  "-",
  "half",
  "a",
];

describe("findQuantities", () => {
  const cases = loadCases();

  it.each(cases.map(({ text, analysis, expected }) => [text, analysis, expected] as const))(
    "%s",
    (_text, analysis, expected) => {
      const found = told(analysis);
      const wanted = expected === "nothing" ? [] : expected.split("; ");
      expect(found).toEqual(wanted);
    },
  );

  it("covers the number, its unit and the words of its bound", () => {
    const { analysis, text } = cases.find((c) => c.text.startsWith("Trade between"))!;
    const { quantities } = read(analysis);
    expect(quantities.map((q) => textOf(text, q))).toEqual(["two", "almost 40%"]);
  });

  it("names the rule that read each number", () => {
    const rules = cases.flatMap(({ analysis }) => read(analysis).quantities.map((q) => q.by));
    expect(new Set(rules)).toEqual(
      new Set([
        "number",
        "number of money",
        "number of share",
        "number of length",
        "number of mass",
        "number of volume",
        "number of yield",
        "range",
        "fraction",
        "vague plural",
      ]),
    );
  });

  it("keeps to the text, in order, apart from each other and from times, whatever the words and trees", () => {
    fc.assert(
      fc.property(arbitraryAnalysis(FORMS), (analysis) => {
        const { times, quantities } = read(analysis);
        let end = 0;
        for (const q of quantities) {
          expect(q.start).toBeGreaterThanOrEqual(end);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(analysis.text.length);
          expect(Number.isFinite(q.low) && (q.high === undefined || q.high >= q.low)).toBe(true);
          expect(times.some((time) => overlaps(time, q))).toBe(false);
          end = q.end;
        }
      }),
    );
  });
});
