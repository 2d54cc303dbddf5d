import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("initials", () => {
  it("are the body's that was named in full before", async () => {
    const text =
      "The Securities and Exchange Commission fined a Chinese bank on Monday.\n\nThe SEC said the bank had lied.";
    expect(await whoIn(text, "The SEC")).toMatch(/^USA\.GOV/);
  });

  it("are nobody's where no such body was named", async () => {
    expect(await whoIn("The XQT said on Monday that the Chinese bank had lied.", "The XQT")).toBe("?");
  });
});
