import { describe, expect, it } from "vitest";
import { readOrdinal } from "../../src/ledger/read-ordinal.js";

describe("readOrdinal", () => {
  it.each([
    ["19th", 19],
    ["22nd", 22],
    ["sixth", 6],
  ])("reads %s", (word, number) => expect(readOrdinal(word)).toBe(number));

  it.each(["six", "nth", "th", "missile", ""])("reads no number in “%s”", (word) =>
    expect(readOrdinal(word)).toBeUndefined(),
  );
});
