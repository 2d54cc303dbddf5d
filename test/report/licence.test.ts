import { describe, expect, it } from "vitest";
import { readKnowledge } from "../../src/report/knowledge.js";
import { holderOf, type LicencesFile, licenceOf, mustCarry, statesTerms } from "../../src/report/licence.js";

const file = readKnowledge<LicencesFile>("licences.yaml");

describe("knowledge/report/licences.yaml", () => {
  it.each(file.terms.yes as string[])("terms: %s", (text) => {
    expect(statesTerms(text)).toBe(true);
  });
  it.each(file.terms.no)("no terms: %s", (text) => {
    expect(statesTerms(text)).toBe(false);
  });
  it.each(file.carry.yes as [string, string[]][])("%s", (text, items) => {
    expect(mustCarry(text)).toEqual(items);
  });
  it.each(file.holders.yes as [string, string][])("%s", (text, outlet) => {
    expect(holderOf(text)).toBe(outlet);
  });
  it.each(file.holders.no)("no holder: %s", (text) => {
    expect(holderOf(text)).toBeUndefined();
  });
});

describe("licenceOf", () => {
  it("reads terms, what a copy must carry, and who grants them", () => {
    const terms =
      "All content created by the Harbour Wire Service is available without charge to any news publisher.";
    const carry =
      "All republished articles must include our logo, our reporter’s byline and their HWS affiliation.";
    expect(licenceOf(`${terms} ${carry} Questions? Write to us.`)).toEqual({
      licence: { terms, mustCarry: ["logo", "byline", "HWS affiliation"] },
      outlet: "Harbour Wire Service",
    });
  });

  it("asks for nothing in a sentence that states no terms", () => {
    expect(licenceOf("The agreement must include Japan.")).toBeUndefined();
    expect(licenceOf("The two sides may not be ready.")).toBeUndefined();
  });
});
