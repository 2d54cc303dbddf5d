import { expect, it } from "vitest";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { known } from "../../src/record/value.js";

it("keeps the gold's text and what it says of the date, and knows nothing else", () => {
  const paragraphs = [{ start: 0, end: 4, role: "body" as const }];
  const published = known("2031-03-05", "given", "gold");
  const report = goldReport({ id: "a", text: "Text", paragraphs, published });
  expect(report).toMatchObject({ id: "a", text: "Text", paragraphs, published });
  expect([report.title.known, report.outlet.known, report.licence.known]).toEqual([false, false, false]);
  expect(goldReport({ id: "a", text: "Text", paragraphs }).published.known).toBe(false);
});
