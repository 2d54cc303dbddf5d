import { describe, expect, it } from "vitest";
import { findAttributions } from "../../src/quotation/find-attributions.js";
import { speechAct, speechActRules } from "../../src/quotation/speech-act.js";
import { textOf } from "../../src/record/span.js";
import { readDocument } from "./read-reports.js";

/** "act: content" of each attribution with a cue. */
function acts(name: string, isSpeaker = true): string[] {
  const { report, analysis } = readDocument(name);
  return findAttributions(report, analysis)
    .filter((a) => a.cue)
    .map((a) => `${speechAct(analysis, a, () => isSpeaker)}: ${textOf(report.text, a.content[0]!)}`);
}

describe("speechAct", () => {
  it("has rules of the shape that the file explains", () => {
    expect(speechActRules().length).toBeGreaterThan(15);
  });

  it("keeps the act of a cue that says more than that something was said", () => {
    expect(acts("acts").slice(0, 3)).toEqual([
      "promises: to answer any new sanctions",
      "denies: that the talks had failed",
      "demands: Graustark to return the prisoners",
    ]);
  });

  it("reads the act from what is said where the cue only says", () => {
    expect(acts("direct").slice(0, 3)).toEqual([
      "refuses: We will not give in,",
      "asserts: Our patience has limits.",
      "accuses: They have lied to us,",
    ]);
  });
});
