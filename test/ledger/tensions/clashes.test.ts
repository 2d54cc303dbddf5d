import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/ledger/tensions/claim.js";
import { clash, clashesIn, groupsOf } from "../../../src/ledger/tensions/clashes.js";
import { TENSION_RULES } from "../../../src/ledger/tensions/tension-rules.js";
import { tensionWords } from "../../../src/ledger/tensions/tension-words.js";
import { range } from "../../../src/ledger/tensions/toll-claims.js";

const claim = (other: Partial<Claim> = {}): Claim => ({
  rule: "opposed-flows",
  key: "trade NOR SWE",
  report: "r1",
  day: "2018-03-01",
  says: "falls",
  start: 0,
  end: 4,
  words: "halt",
  sentence: "Norway halted imports from Sweden.",
  actors: ["NOR", "SWE"],
  about: [],
  ...other,
});
const grows = (day: string) =>
  claim({ says: "grows", day, report: "r2", sentence: "Trade between Norway and Sweden grew by a third." });

it("every rule has its words for people", () => {
  for (const rule of TENSION_RULES) expect(tensionWords().rules[rule]).toMatch(/\w/);
});

describe("flows", () => {
  it("clash where one falls and one grows within some months", () => {
    expect(clash(claim(), grows("2018-05-01"))?.reason).toContain("trade between NOR and SWE");
    expect(clash(claim(), grows("2019-05-01"))).toBeUndefined();
    expect(clash(claim(), claim({ report: "r2", sentence: "Imports stopped." }))).toBeUndefined();
  });

  it("are compared once, in the group of the later, across the turn of a year", () => {
    const [a, b] = [claim({ day: "2017-12-20" }), grows("2018-02-01")];
    const groups = new Set([...groupsOf(a), ...groupsOf(b)]);
    const found = [...groups].flatMap((group) =>
      clashesIn(
        group,
        [b, a].filter((c) => groupsOf(c).includes(group)),
      ),
    );
    expect(found).toMatchObject([{ first: a, second: b, apart: 43 }]);
  });

  it("without dates are compared among themselves", () => {
    const [a, b] = [claim({ day: "" }), grows("")];
    expect(clashesIn(groupsOf(a)[0]!, [a, b])).toHaveLength(1);
  });
});

describe("figures", () => {
  const figure = (low: number, bound: "exact" | "about" | "at least", report: string, day = "2018-03-01") =>
    claim({
      rule: "figures",
      key: "killed",
      report,
      day,
      words: `${low}`,
      ...range({ low, high: low, bound }),
    });

  it("clash where no number fits both", () => {
    expect(clash(figure(25, "exact", "r1"), figure(27, "exact", "r2"))?.reason).toContain("25 and 27");
    expect(clash(figure(25, "at least", "r1"), figure(27, "exact", "r2"))).toBeUndefined();
    expect(clash(figure(100, "about", "r1"), figure(104, "exact", "r2"))).toBeUndefined();
    expect(clash(figure(25, "exact", "r1"), figure(27, "exact", "r1"))).toBeUndefined();
  });

  it("that grow from day to day may be updates", () => {
    expect(clash(figure(5, "exact", "r1"), figure(7, "exact", "r2", "2018-03-02"))?.reason).toContain(
      "update",
    );
    expect(clash(figure(7, "exact", "r1"), figure(5, "exact", "r2", "2018-03-02"))?.reason).not.toContain(
      "update",
    );
  });
});

describe("promises", () => {
  const promise = tensionWords().promises[0]!;
  const told = (says: "promise" | "act", day: string) =>
    claim({ rule: "broken-promise", key: `${promise.name} NOR SWE`, says, day, report: says });

  it("clash with acts after them", () => {
    expect(clash(told("promise", "2018-03-01"), told("act", "2018-03-05"))).toBeDefined();
    expect(clash(told("act", "2018-03-01"), told("promise", "2018-03-05"))).toBeUndefined();
    expect(clash(told("promise", "2018-03-01"), told("act", "2018-09-05"))).toBeUndefined();
    expect(clash(told("promise", "2018-03-01"), told("act", "2018-03-01"))).toBeUndefined();
  });
});
