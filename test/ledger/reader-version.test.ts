import { describe, expect, it } from "vitest";
import { readerVersion } from "../../src/ledger/reader-version.js";

describe("readerVersion", () => {
  it("is the same for the same files", () => {
    expect(readerVersion()).toMatch(/^[0-9a-f]{16}$/);
    expect(readerVersion()).toBe(readerVersion());
  });
});
