import { deflateSync, inflateSync } from "node:zlib";
import type { Selectable } from "kysely";
import { describe, expect, it } from "vitest";
import { analysisOf, analysisRow } from "../../../src/ledger/rows/analysis-rows.js";
import type { AnalysisTable } from "../../../src/ledger/schema.js";
import { sampleReading } from "../../support/reading.js";

const { report, analysis } = sampleReading();
const evidence = { classes: ["state", "person"], unit: 0.1, scores: [0, 1, -1, 127, -128, 30] };

describe("analysisRow", () => {
  it("keeps an analysis as it is, with evidence and without", () => {
    for (const one of [analysis, { ...analysis, evidence }]) {
      const row = analysisRow(report, one);
      expect(analysisOf(row as Selectable<AnalysisTable>, report.text)).toEqual(one);
    }
  });

  it("is read from what earlier versions wrote: scores in base 64 among the columns", () => {
    const row = analysisRow(report, analysis);
    const packed = row.analysis as never as Buffer;
    const columns = JSON.parse(inflateSync(packed.subarray(4)).toString());
    const scores = Buffer.from(Int8Array.from(evidence.scores).buffer).toString("base64");
    const older = deflateSync(JSON.stringify({ ...columns, evidence: { ...evidence, scores } }), {
      level: 1,
    });
    const stored = { report: report.id, encoding: "deflate, JSON columns", analysis: older };
    const read = analysisOf(stored as never as Selectable<AnalysisTable>, report.text);
    expect(read).toEqual({ ...analysis, evidence });
  });

  it("is not read where the layout is none that is known", () => {
    const row: object = { ...analysisRow(report, analysis), encoding: "wax tablets" };
    expect(() => analysisOf(row as Selectable<AnalysisTable>, report.text)).toThrow("wax tablets");
  });
});
