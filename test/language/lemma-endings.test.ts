import { describe, expect, it } from "vitest";
import { regularLemma } from "../../src/language/lemma-endings.js";

describe("regularLemma", () => {
  it.each([
    ["warns", "VBZ", "warn"],
    ["carries", "VBZ", "carry"],
    ["warned", "VBD", "warn"],
    ["urged", "VBN", "urge"],
    ["condemning", "VBG", "condemn"],
    ["stopping", "VBG", "stop"],
    ["tougher", "JJR", "tough"],
    ["easiest", "JJS", "easy"],
    ["churches", "NNS", "church"],
    ["warned", "JJ", "warned"],
    ["is", "VBZ", "is"],
  ])("%s %s is %s", (form, tag, expected) => {
    expect(regularLemma(form, tag)).toBe(expected);
  });
});
