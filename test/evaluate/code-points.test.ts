import { describe, expect, it } from "vitest";
import { codePointOffsets } from "../../src/evaluate/code-points.js";

describe("codePointOffsets", () => {
  it("counts a surrogate pair once", () => {
    expect([...codePointOffsets("a\u{1F600}b")]).toEqual([0, 1, 1, 2, 3]);
  });

  it("counts an emoji once", () => {
    expect([...codePointOffsets("a😀b")]).toEqual([0, 1, 1, 2, 3]);
  });
});
