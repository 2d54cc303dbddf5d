import { describe, expect, it } from "vitest";
import { furnitureOf, furnitureRules } from "../../src/report/furniture.js";

const rules = furnitureRules();
const yes = rules.flatMap((rule) => rule.yes.map((text) => ({ rule, text })));
const no = rules.flatMap((rule) => rule.no.map((text) => ({ name: rule.rule, text })));

describe("knowledge/report/furniture.yaml", () => {
  it("has cases that match and cases that do not for every rule", () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) {
      expect(rule.yes, rule.rule).not.toHaveLength(0);
      expect(rule.no, rule.rule).not.toHaveLength(0);
    }
  });

  it.each(yes)("$rule.rule: $text", ({ rule, text }) => {
    expect(text.length).toBeLessThanOrEqual(rule.longest);
    expect(rule.pattern.test(text)).toBe(true);
  });

  it.each(no)("nothing sets aside, beside $name: $text", ({ text }) => {
    for (const place of ["head", "middle", "tail"] as const) expect(furnitureOf(text, place)).toBeUndefined();
  });
});

describe("furnitureOf", () => {
  it("gives the outlet that a logo or a copyright line names", () => {
    expect(furnitureOf("Harbour Wire Service logo", "head")).toEqual({
      rule: "logo",
      outlet: "Harbour Wire Service",
    });
    expect(furnitureOf("Copyright 2031 The Northern Gazette. All rights reserved.", "tail")).toEqual({
      rule: "copyright line",
      outlet: "The Northern Gazette",
    });
  });

  it("minds the place", () => {
    expect(furnitureOf("World", "head")?.rule).toBe("section label");
    expect(furnitureOf("World", "middle")).toBeUndefined();
  });

  it.each([
    "China has turned down calls by the United States to confront North Korea.",
    "“We hope that all parties show restraint,” the spokesman said on Twitter.",
    "More than 40 people were hurt, Reuters reported.",
    "The picture was taken by a satellite on Monday, experts said.",
    "Follow-up inspections will begin in May.",
  ])("leaves the report's own words: %s", (text) => {
    for (const place of ["head", "middle", "tail"] as const) expect(furnitureOf(text, place)).toBeUndefined();
  });
});
