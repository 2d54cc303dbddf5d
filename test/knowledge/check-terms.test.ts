import { describe, expect, it } from "vitest";
import { checkTerms } from "../../src/knowledge/check-terms.js";

const term = (person: string, from: string, to: string, more: object = {}) => ({
  code: "FRA",
  office: "president",
  sector: "GOV",
  agency: "",
  person,
  also: "",
  gender: "",
  from,
  to,
  source: { file: "t.tsv", line: 3 },
  ...more,
});
const codes = (...terms: ReturnType<typeof term>[]) => checkTerms(terms).map((f) => f.code);

describe("checkTerms", () => {
  it.each([
    ["2017", "2019"],
    ["2017-01", "2017-01"],
    ["2017-01-20", ""],
    ["", ""],
  ])("lets %s to %s pass", (from, to) => {
    expect(codes(term("A", from, to))).toEqual([]);
  });

  it.each([
    ["17", ""],
    ["2017-13", ""],
    ["2017-01-32", ""],
    ["20 January 2017", ""],
    ["2017", "today"],
  ])("finds malformed dates: %s to %s", (from, to) => {
    expect(codes(term("A", from, to))).toEqual(["malformed-date"]);
  });

  it("finds dates out of order", () => {
    expect(codes(term("A", "2019", "2017"))).toEqual(["dates-out-of-order"]);
  });

  it("finds two holders of one office at once, in whatever order they stand", () => {
    const [a, b] = [term("A", "2010-01-01", "2015-06-01"), term("B", "2015-05-01", "")];
    expect(codes(a, b)).toEqual(["two-holders"]);
    expect(codes(b, a)).toEqual(["two-holders"]);
    expect(codes(term("A", "2010", ""), term("C", "2011", "2012"), term("B", "2013", ""))).toEqual([
      "two-holders",
      "two-holders",
    ]);
  });

  it("gives dates of a year or month the benefit of it", () => {
    expect(codes(term("A", "2010", "2015"), term("B", "2015", ""))).toEqual([]);
    expect(codes(term("A", "2010", "2015-03-10"), term("B", "2015-03", ""))).toEqual([]);
  });

  it("lets the same person, another state, and offices of several pass", () => {
    expect(codes(term("A", "2010", "2015"), term("A", "2012", ""))).toEqual([]);
    expect(codes(term("A", "2010", ""), term("B", "2012", "", { code: "DEU" }))).toEqual([]);
    const office = "foreign ministry spokesman";
    expect(codes(term("A", "2010", "", { office }), term("B", "2012", "", { office }))).toEqual([]);
  });

  it("finds an unknown gender", () => {
    expect(codes(term("A", "2010", "", { gender: "male" }))).toEqual(["unknown-gender"]);
  });
});
