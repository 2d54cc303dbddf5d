import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { casesOf, faultsOf, type NestedCase } from "./nested-cases.js";

const nested = casesOf("nested-cases.yaml");

describe("statements as the whole house reads them", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  /** The share of cases that are read without a fault, and the faults of the others. */
  async function measure(cases: readonly NestedCase[]): Promise<{ right: number; faults: string }> {
    let right = 0;
    const faults: string[] = [];
    for (const one of cases) {
      const found = await faultsOf(language, one);
      if (found.length === 0) right++;
      else faults.push(one.text, ...found.map((line) => `  ${line}`));
    }
    return { right: right / cases.length, faults: faults.join("\n") };
  }

  it("reads chains, media, venues, addressees, missing speakers and acts: the half that rules were written on", async () => {
    const seen = nested.filter((_, place) => place % 2 === 0);
    const { right, faults } = await measure(seen);
    expect(right, faults).toBeGreaterThanOrEqual(0.86);
  });

  it("reads the other half, which is only counted", async () => {
    const unseen = nested.filter((_, place) => place % 2 === 1);
    const { right } = await measure(unseen);
    expect(right).toBeGreaterThanOrEqual(0.75);
  });

  it("reads direct speech, mixed quotations, headlines and transcripts", async () => {
    const { right, faults } = await measure(casesOf("direct-cases.yaml"));
    expect(right, faults).toBeGreaterThanOrEqual(0.93);
  });
});
