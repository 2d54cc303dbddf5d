import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/ledger/short-hash.js";

describe("shortHash", () => {
  it("is FNV-1a with 32 bits: the vectors of its authors", () => {
    expect(shortHash("")).toBe(0x811c9dc5);
    expect(shortHash("a")).toBe(0xe40c292c);
    expect(shortHash("foobar")).toBe(0xbf9cf968);
  });
});
