import { describe, expect, it } from "vitest";
import { otherSide } from "../../../src/ledger/exchanges/sides.js";

const norway = { code: "NOR" };

describe("otherSide", () => {
  it("is another state, or an opponent at home", () => {
    expect(otherSide([norway], { code: "RUS" })).toBe(true);
    expect(otherSide([norway], { code: "NOR", sector: "OPP" })).toBe(true);
    expect(
      otherSide([{ code: "NOR", sector: "PTY", person: "Kari Holm" }], {
        code: "NOR",
        sector: "PTY",
        person: "Ola Lie",
      }),
    ).toBe(true);
  });

  it("is nobody of the same government, nor the same party as far as is known", () => {
    expect(otherSide([norway], norway)).toBe(false);
    expect(otherSide([norway], { code: "NOR", sector: "MIL", person: "Ola Lie" })).toBe(false);
    expect(otherSide([{ code: "NOR", person: "Kari Holm" }], { code: "NOR", person: "Ola Lie" })).toBe(false);
    expect(otherSide([{ code: "RUS" }, norway], norway)).toBe(false);
  });

  it("is anybody where nobody knows who asked", () => {
    expect(otherSide([], norway)).toBe(true);
  });
});
