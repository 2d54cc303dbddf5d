import { describe, expect, it } from "vitest";
import { byNumber, commonest, countsOf, heaviestWords } from "../../src/ledger/commonest.js";

describe("commonest", () => {
  it("is the value that is there most often, of equals the one met first", () => {
    expect(commonest(["b", "a", "a", "b", "c"])).toBe("b");
    expect(commonest(["b", "a", "a"])).toBe("a");
  });
});

describe("byNumber", () => {
  it("puts the greatest first, equals by alphabet", () => {
    expect(byNumber(countsOf(["b", "a", "c", "c"]))).toEqual(["c", "a", "b"]);
  });
});

describe("heaviestWords", () => {
  it("adds the weights of all lists and names five words", () => {
    const first = [...["dam", "water", "canal", "delta", "talks"].map((word) => [word, 2] as const)];
    expect(heaviestWords([first, [["sluice", 3]], [["water", 5]]])).toBe("water sluice canal dam delta");
  });
});
