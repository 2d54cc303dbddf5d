import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("role nouns", () => {
  it.each([
    ["The Peruvian attorney general condemned Chile.", "The Peruvian attorney general", /^PER\.JUD/],
    ["The Peruvian guerrilla commander condemned Chile.", "The Peruvian guerrilla commander", /^PER\.REB/],
    ["The IMF boss met the president of Argentina.", "The IMF boss", /^IMF/],
  ])("%s", async (text, name, code) => {
    expect(await whoIn(text, name)).toMatch(code);
  });
});
