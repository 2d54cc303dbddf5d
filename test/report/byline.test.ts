import { describe, expect, it } from "vitest";
import { bylineOf, creditedReporters, isCreditLine } from "../../src/report/byline.js";

describe("bylineOf", () => {
  it.each([
    ["By Jane Doe", { bylines: [{ name: "Jane Doe" }] }],
    [
      "By JANE DOE and JOHN ROE, Reuters",
      { bylines: [{ name: "Jane Doe" }, { name: "John Roe" }], outlet: "Reuters" },
    ],
    [
      "By Jane Doe, Diplomatic Correspondent",
      { bylines: [{ name: "Jane Doe", role: "Diplomatic Correspondent" }] },
    ],
    [
      "Ryan Example China/Asia Pacific Reporter",
      { bylines: [{ name: "Ryan Example", role: "China/Asia Pacific Reporter" }] },
    ],
    [
      "Ana M. de la Cruz Foreign Editor",
      { bylines: [{ name: "Ana M. de la Cruz", role: "Foreign Editor" }] },
    ],
    ["Jane Doe, ExampleNews.ca", { bylines: [{ name: "Jane Doe" }], outlet: "ExampleNews.ca" }],
    [
      "Jane van der Berg | Senior Correspondent | The Northern Gazette",
      {
        bylines: [{ name: "Jane van der Berg", role: "Senior Correspondent" }],
        outlet: "The Northern Gazette",
      },
    ],
    [
      "By Jane Doe, in Geneva, and John Roe, in Vienna",
      { bylines: [{ name: "Jane Doe" }, { name: "John Roe" }] },
    ],
    ["Written by Jane Doe Jr.", { bylines: [{ name: "Jane Doe Jr." }] }],
    ["By Reuters", { bylines: [], outlet: "Reuters" }],
    ["By our foreign staff", { bylines: [] }],
  ])("reads %s", (text, expected) => {
    expect(bylineOf(text)).toEqual(expected);
  });

  it.each([
    "By the time he arrived",
    "By Friday",
    "By Friday, the army had left.",
    "Jane Doe",
    "North Korea, Japan",
    "Joint Chiefs of Staff",
    "Senior Reporter",
    "China Says It Will Not Talk",
    "Example Music Park at Walnut Creek, Raleigh",
    "She said so.",
  ])("takes %j for none", (text) => {
    expect(bylineOf(text)).toBeUndefined();
  });
});

describe("credit lines", () => {
  it.each([
    [
      "(Reporting by Jane Doe and John Roe; additional reporting by Ann Poe; editing by Joe Low)",
      ["Jane Doe", "John Roe"],
    ],
    ["(Writing by Jane Doe, Editing by John Roe)", ["Jane Doe"]],
    ["— With assistance by Jane Doe", []],
    ["The Example Press contributed to this report.", []],
  ])("%s", (text, names) => {
    expect(isCreditLine(text)).toBe(true);
    expect(creditedReporters(text).map((byline) => byline.name)).toEqual(names);
  });

  it("are no sentences that only speak of a report", () => {
    expect(isCreditLine("He said that the reporting by the monitors was wrong.")).toBe(false);
    expect(isCreditLine("The envoy left the city on Monday. Jane Doe contributed to this report.")).toBe(
      false,
    );
  });
});
