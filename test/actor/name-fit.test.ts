import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("initials that are also a word", () => {
  it("are a body behind an article, though the language model sees no name there", async () => {
    expect(await whoIn("The WHO head praised China.", "The WHO head")).toMatch(/^UNO/);
  });

  it("are the word elsewhere", async () => {
    expect(await whoIn("WHO WILL PAY FOR THE WAR IN SUDAN?", "WHO")).toBe("?");
  });
});
