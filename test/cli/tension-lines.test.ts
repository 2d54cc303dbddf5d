import pc from "picocolors";
import { expect, it } from "vitest";
import { issueLines } from "../../src/cli/render/issues.js";
import { tensionLines } from "../../src/cli/render/tensions.js";

const page = { width: 80, colours: pc.createColors(false) };

it("a tension is shown with its reason and both texts", () => {
  const side = { report: "r1", outlet: "Zenda Wire", day: "2018-03-01", start: 0, end: 2 };
  const lines = tensionLines(page, {
    kind: "tension",
    id: "v0123456789abcdef",
    rule: "figures",
    reason: "25 and 27 (injured): two figures for one quantity",
    first: { ...side, words: "25", sentence: "Police counted 25\ninjured." },
    second: { ...side, id: "e0123456789abcdef", words: "27", sentence: "27 were hurt, the mayor said." },
    actors: ["NOR"],
    about: [],
    others: 2,
  });
  expect(lines.join("\n")).toBe(`25 and 27 (injured): two figures for one quantity
NOR · figures · 2 more of the same · v0123456
  r1        “Police counted 25 injured.”
            2018-03-01 · Zenda Wire
  e0123456  “27 were hurt, the mayor said.”
            2018-03-01 · Zenda Wire`);
});

it("an issue is shown with its stories", () => {
  const story = {
    id: "y0123456789abcdef",
    name: "salmon farms Norway",
    words: "salmon farms",
    reports: 3,
    weight: 1,
  };
  const lines = issueLines(page, {
    kind: "issue",
    id: "i0123456789abcdef",
    name: "salmon farms",
    term: "salmon farm",
    reports: 3,
    stories: [{ ...story, firstPublished: "2018-03-01", lastPublished: "2018-03-02" }],
  });
  expect(lines).toEqual([
    "salmon farms · 3 reports · 1 story · i0123456",
    "  y0123456  salmon farms Norway · 2018-03-01 to 2018-03-02 · “salmon farms”",
  ]);
});
