import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedHow } from "../../../src/ledger/exchanges/asked.js";
import type { Turn } from "../../../src/ledger/exchanges/turn.js";
import { turn } from "../../support/turn.js";

const demand = turn("e1", { opens: "demand", by: [{ code: "NOR" }], to: ["RUR"] });
const answer = turn("e2", { answers: "refusal", by: [{ code: "RUR" }] });

describe("askedHow", () => {
  it.each<[string, Turn, Turn, string]>([
    ["whom it is put to", demand, answer, "who was asked answers"],
    [
      "whom its sentence names",
      { ...demand, to: [], about: ["RUR"] },
      answer,
      "the opening names who answers",
    ],
    [
      "an opponent at home whom it names",
      { ...demand, to: [], people: ["lie"] },
      { ...answer, by: [{ code: "NOR", sector: "OPP", person: "Ola Lie" }] },
      "the opening names the person",
    ],
  ])("is so for %s", (_, opening, other, how) => {
    expect(askedHow(opening, other)).toBe(how);
  });

  it.each<[string, Turn, Turn]>([
    ["another than was asked", demand, { ...answer, by: [{ code: "SWE" }] }],
    ["one who is only named, where another was asked", { ...demand, to: ["SWE"], about: ["RUR"] }, answer],
    [
      "an opponent at home, whose state alone is named",
      { ...demand, to: ["NOR"] },
      { ...answer, by: [{ code: "NOR", sector: "OPP" }] },
    ],
  ])("is nothing for %s", (_, opening, other) => {
    expect(askedHow(opening, other)).toBeUndefined();
  });

  it("lets nobody answer himself, whomever he asks", () => {
    const code = fc.constantFrom("NOR", "RUR", "SWE");
    fc.assert(
      fc.property(code, fc.array(code), fc.array(code), (own, to, about) => {
        const opening = { ...demand, by: [{ code: own }], to, about };
        expect(askedHow(opening, { ...answer, by: [{ code: own }] })).toBeUndefined();
      }),
    );
  });
});
