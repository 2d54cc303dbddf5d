import { describe, expect, it } from "vitest";
import type { Refusal, RefusalCode } from "../../src/record/refusal.js";
import * as refusals from "../../src/record/refusals.js";

const ONE_OF_EACH: Record<RefusalCode, Refusal> = {
  "not-found": refusals.notFound("a.txt"),
  "not-readable": refusals.notReadable("a.txt", "permission denied"),
  "no-reports": refusals.noReports("folder", 3),
  empty: refusals.empty("a.txt", 0),
  "too-large": refusals.tooLarge("a.txt", 50 * 1024 * 1024),
  binary: refusals.binary("a.pdf", "a PDF document"),
  "bad-encoding": refusals.badEncoding("a.txt", "text that is not UTF-8 (byte 0xFF at offset 3)"),
  "cut-off": refusals.cutOff("a.html", "a page that breaks off inside a <script>"),
  "no-text": refusals.noText("a.html", "a page of scripts only"),
  "not-english": refusals.notEnglish("a.txt", "a text in German"),
  internal: refusals.internal("a.txt", "boom"),
};

describe("refusals", () => {
  it.each(Object.entries(ONE_OF_EACH))(
    "%s says what was met, what was expected and what to do",
    (code, refusal) => {
      expect(refusal).toMatchObject({ kind: "refusal", code });
      for (const part of [refusal.input, refusal.met, refusal.expected, refusal.advice])
        expect(part).not.toBe("");
      expect(refusal.advice).toMatch(/\.$/);
      expect(Object.isFrozen(refusal)).toBe(true);
    },
  );

  it.each(Object.values(ONE_OF_EACH))("is worded in one line with its code ($code)", (refusal) => {
    const line = refusals.sentence(refusal);
    expect(line).not.toContain("\n");
    for (const part of [refusal.code, refusal.input, refusal.met, refusal.expected, refusal.advice]) {
      expect(line).toContain(part);
    }
  });

  it("counts the files of a folder", () => {
    expect(refusals.noReports("folder", 0).met).toBe("a folder without files");
    expect(refusals.noReports("folder", 1).met).toBe("a folder with 1 file, none of them a report");
  });

  it("gives sizes in megabytes", () => {
    expect(ONE_OF_EACH["too-large"].met).toBe("50.0 MB");
    expect(refusals.tooLarge("-").met).toBe("more than 20 MB");
  });
});
