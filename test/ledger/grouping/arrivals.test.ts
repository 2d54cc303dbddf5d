import { describe, expect, it } from "vitest";
import { Arrivals } from "../../../src/ledger/grouping/arrivals.js";

const DAYS: Readonly<Record<string, string>> = { r1: "2017-02-01", r2: "2017-02-05", r3: "" };
const rules = { nearest: 2, days: 10 };
const dayOf = (id: string) => DAYS[id]!;
const nobody = { before: [], after: [] };

describe("Arrivals", () => {
  it("puts those that came before among the neighbours that the table has, the nearest first", () => {
    const arrivals = new Arrivals(rules, dayOf);
    const stored = { before: ["r1"], after: ["r2"] };
    const first = { id: "a", day: "2017-02-03", keys: ["steel"] };
    expect(arrivals.put(first, [stored])).toEqual([stored]);
    const second = { id: "b", day: "2017-02-04", keys: ["steel", "port"] };
    expect(arrivals.put(second, [stored, nobody])).toEqual([{ before: ["a", "r1"], after: ["r2"] }, nobody]);
    const third = { id: "c", day: "2017-02-02", keys: ["steel"] };
    expect(arrivals.put(third, [stored])).toEqual([{ before: ["r1"], after: ["a", "b"] }]);
  });

  it("counts days on from one and back, and leaves things without a day among themselves", () => {
    const arrivals = new Arrivals(rules, dayOf);
    const neighboursOf = (id: string, day: string) => arrivals.put({ id, day, keys: ["steel"] }, [nobody])[0];
    expect(neighboursOf("a", "2017-02-01")).toEqual(nobody);
    expect(neighboursOf("b", "")).toEqual(nobody);
    expect(neighboursOf("c", "2017-02-11")).toEqual({ before: ["a"], after: [] });
    expect(neighboursOf("d", "2017-02-12")).toEqual({ before: ["c"], after: [] });
    expect(neighboursOf("e", "")).toEqual({ before: ["b"], after: [] });
  });

  it("takes things of one day in the order of their identifiers", () => {
    const arrivals = new Arrivals(rules, dayOf);
    const item = (id: string) => ({ id, day: "2017-02-05", keys: ["steel"] });
    arrivals.put(item("s"), [nobody]);
    expect(arrivals.put(item("r"), [{ before: ["r2"], after: [] }])).toEqual([
      { before: ["r2"], after: ["s"] },
    ]);
  });
});
