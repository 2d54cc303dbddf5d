import { describe, expect, it } from "vitest";
import { leftOutText, percent, sureness } from "../../web/src/words.js";

describe("how sure a row is, in words", () => {
  it("is told in whole per cent, and not at all where it is unknown", () => {
    expect(percent(0.58)).toBe("58\u00a0%");
    expect(percent(0.29)).toBe("29\u00a0%");
    expect(sureness(0.07)).toBe("7\u00a0% sure");
    expect(sureness(undefined)).toBeUndefined();
  });

  it("says what a filter leaves out", () => {
    expect(leftOutText({ lessSure: 1, unknown: 0 })).toBe("Left out: 1 less sure event.");
    expect(leftOutText({ lessSure: 0, unknown: 1200 })).toBe(
      "Left out: 0 less sure events, 1,200 events of unknown probability.",
    );
  });
});
