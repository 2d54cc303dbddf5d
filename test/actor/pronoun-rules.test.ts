import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("who goes on speaking", () => {
  it("is who was quoted before, whomever the quotation names", async () => {
    const text =
      "“The plan of French President Emmanuel Macron is a trap,” German Foreign Minister Annalena Baerbock said on Monday.\n\n“It would please nobody in Paris but Marine Le Pen,” she added.";
    expect(await whoIn(text, "she")).toBe("DEU.GOV");
  });

  it("is another where one is told of in between", async () => {
    const text =
      "“The plan is a trap,” German Foreign Minister Annalena Baerbock said on Monday.\n\nItalian Prime Minister Giorgia Meloni travelled to Tunis instead. “We have time,” she added.";
    expect(await whoIn(text, "she")).toBe("ITA.GOV");
  });
});
