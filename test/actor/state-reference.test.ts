import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("neighbours", () => {
  it("are those of several that were named", async () => {
    const text = "Burundi closed its border with Rwanda, accusing its neighbour of backing rebels.";
    expect(await whoIn(text, "its neighbour")).toBe("RWA");
  });

  it("stay unknown where several were named, or none", async () => {
    const several = "Israel warned Syria and Lebanon on Monday. Israel said its neighbour must act.";
    expect(await whoIn(several, "its neighbour")).toBe("?");
    expect(await whoIn("Germany criticised its eastern neighbour.", "its eastern neighbour")).toBe("?");
  });
});
