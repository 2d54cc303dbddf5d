import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("names that the whole report decides on", () => {
  it("takes a guarded capital for its state where the report speaks of it", async () => {
    expect(await whoIn("Jamaica thanked Cuba. Kingston also praised Canada.", "Kingston")).toBe("JAM");
    expect(await whoIn("Kingston also praised Canada.", "Kingston")).toBe("?");
  });

  it("takes Brussels for the European Union, and for Belgium where the report names it", async () => {
    expect(await whoIn("Brussels fined Hungary on Tuesday.", "Brussels")).toBe("EU");
    expect(await whoIn("Belgium recalled its envoy. Brussels accused Rwanda.", "Brussels")).toBe("BEL");
  });
});
