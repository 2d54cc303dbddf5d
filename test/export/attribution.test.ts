import { describe, expect, it } from "vitest";
import { Attribution } from "../../src/export/attribution.js";

describe("Attribution", () => {
  it("names each outlet with its days, terms and what a copy must carry, the unknown last", () => {
    const attribution = new Attribution();
    const report = { licence_terms: null, licence_must_carry: null };
    attribution.add({ ...report, outlet: null, published: null });
    attribution.add({ ...report, outlet: "Zenda Wire", published: "2019-03-07" });
    attribution.add({ ...report, outlet: "Zenda Wire", published: "2019-01-02" });
    attribution.add({
      outlet: "Zenda Wire",
      published: "2020-05-06",
      licence_terms: "free\nto all",
      licence_must_carry: "logo; byline",
    });
    const lines = attribution.lines();
    const from = lines.indexOf("Zenda Wire");
    expect(lines.slice(from, lines.indexOf("Outlet unknown") + 3)).toEqual([
      "Zenda Wire",
      "  2 reports, 2019-01-02 to 2019-03-07",
      "  Terms: none stated in the text; those of the outlet apply",
      "  1 report, 2020-05-06",
      "  Terms: free to all",
      "  A copy must carry: byline; logo",
      "",
      "Outlet unknown",
      "  1 report",
      "  Terms: none stated in the text; those of the outlet apply",
    ]);
  });
});
