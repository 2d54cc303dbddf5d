import { deflateSync, inflateSync } from "node:zlib";
import type { Analysis } from "../../language/analysis.js";
import type { Reading } from "../../reading/reading.js";

/** A reading without what the language model saw, packed. */
export function packReading({ analysis, ...reading }: Reading): Uint8Array {
  return deflateSync(JSON.stringify(reading));
}

/** @param analysis gives what the language model saw in the report's text */
export function unpackReading(packed: ArrayBuffer, analysis: (text: string) => Analysis): Reading {
  const reading = JSON.parse(inflateSync(Buffer.from(packed)).toString()) as Omit<Reading, "analysis">;
  return { ...reading, analysis: analysis(reading.report.text) };
}
