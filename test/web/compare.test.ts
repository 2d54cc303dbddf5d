import { describe, expect, it } from "vitest";
import { compare, type Happening, mostAlike, type Telling } from "../../web/src/story/compare.js";

const event = (id: string, report: string, other: Partial<Telling> = {}): Telling => ({
  id,
  report,
  type: "SANCTION",
  status: "asserted",
  trigger: "barred",
  sentence: "Norland barred ships.",
  ...other,
});
const happening = (id: string, events: Telling[], firstDay?: string): Happening => ({
  kind: "happening",
  id,
  type: "SANCTION",
  reality: "done",
  name: "",
  sources: [],
  targets: [],
  about: [],
  reports: 1,
  outlets: 1,
  independentOutlets: 1,
  events,
  ...(firstDay && { firstDay }),
});

it("finds the reports that share most", () => {
  const happenings = [
    happening("h1", [event("e1", "r2"), event("e2", "r3")]),
    happening("h2", [event("e3", "r2"), event("e4", "r3"), event("e5", "r4"), event("e6", "r9")]),
    happening("h3", [event("e7", "r1")]),
  ];
  expect(mostAlike(happenings, ["r1", "r2", "r3", "r4"], 2)).toEqual(["r2", "r3"]);
  expect(mostAlike([], ["r1", "r2"], 1)).toEqual(["r1"]);
});

describe("compare", () => {
  it("puts first what all tell, then what fewer tell, each in the order of days", () => {
    const told = compare(
      [
        happening("one", [event("e1", "r1")], "2017-01-01"),
        happening("elsewhere", [event("e2", "r9")]),
        happening("all-late", [event("e3", "r1"), event("e4", "r2"), event("e5", "r3")], "2017-03-01"),
        happening("some", [event("e6", "r2"), event("e7", "r3")]),
        happening("all-early", [event("e8", "r1"), event("e9", "r2"), event("ea", "r3")], "2017-02-01"),
      ],
      ["r1", "r2", "r3"],
    );
    expect(told.map(({ happening: { id }, told }) => [id, told])).toEqual([
      ["all-early", "by all"],
      ["all-late", "by all"],
      ["some", "by some"],
      ["one", "by one alone"],
    ]);
  });

  it("says in what they differ, and nothing where they share a telling", () => {
    const [denied] = compare(
      [happening("h", [event("e1", "r1"), event("e2", "r2", { status: "denied" })])],
      ["r1", "r2"],
    );
    expect(denied!.differences).toEqual(["status: asserted or denied"]);
    const [shared] = compare(
      [happening("h", [event("e1", "r1"), event("e2", "r2", { type: "COERCE" }), event("e3", "r2")])],
      ["r1", "r2"],
    );
    expect(shared!.differences).toEqual([]);
  });
});
