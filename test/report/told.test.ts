import { describe, expect, it } from "vitest";
import type { Paragraph, ParagraphRole } from "../../src/report/report.js";
import { isRead, isTold, toldAt } from "../../src/report/told.js";
import { makeReport } from "../support/reading.js";

const paragraph = (role: ParagraphRole, reason?: string): Paragraph => ({
  role,
  start: 0,
  end: 1,
  ...(reason && { reason }),
});

describe("isTold, isRead", () => {
  it("tell a report's own words from captions and subheadings, and both from the page around them", () => {
    for (const [role, reason, told, read] of [
      ["title", undefined, true, true],
      ["body", undefined, true, true],
      ["furniture", "picture caption", false, true],
      ["furniture", "picture credit", false, true],
      ["furniture", "heading", false, true],
      ["furniture", "share buttons", false, false],
      ["byline", "byline", false, false],
      ["licence", "terms of republication", false, false],
    ] as const) {
      expect([isTold(paragraph(role, reason)), isRead(paragraph(role, reason))]).toEqual([told, read]);
    }
  });
});

describe("toldAt", () => {
  it("says of an offset whether the report tells it", () => {
    const report = makeReport([
      { text: "Soldiers stand guard. (AP)", role: "furniture" },
      { text: "Troops left.", role: "body" },
    ]);
    const caption = report.paragraphs[0]!;
    const captioned = {
      ...report,
      paragraphs: [{ ...caption, reason: "picture caption" }, report.paragraphs[1]!],
    };
    const isToldAt = toldAt(captioned);
    expect([isToldAt(0), isToldAt(caption.end - 1), isToldAt(report.text.indexOf("Troops"))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(toldAt({ ...report, paragraphs: [report.paragraphs[1]!] })(0)).toBe(true);
  });
});
