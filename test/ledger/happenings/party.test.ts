import { describe, expect, it } from "vitest";
import { areOpposed, type Party, parties } from "../../../src/ledger/happenings/party.js";
import { known, unknown } from "../../../src/record/value.js";

it("parties are those who are known, each once", () => {
  const kari = {
    actor: known({ code: "NOR", sector: "GOV" as const, person: "Kari Holm" }, "stated", "test"),
  };
  expect(parties([kari, { actor: unknown("not named") }, kari])).toEqual([
    { code: "NOR", sector: "GOV", person: "Kari Holm" },
  ]);
});

describe("areOpposed", () => {
  const of = (sector?: Party["sector"]): Party => ({ code: "NOR", ...(sector && { sector }) });

  it("parts those who act for a state from its rebels and private people", () => {
    expect(areOpposed(of("COP"), of("REB"))).toBe(true);
    expect(areOpposed(of("CVL"), of("MIL"))).toBe(true);
  });

  it("parts nobody who may be the same", () => {
    for (const [a, b] of [
      [of("COP"), of("GOV")],
      [of("REB"), of("LAB")],
      [of("GOV"), of("PTY")],
      [of(), of("REB")],
    ] as const)
      expect([areOpposed(a, b), areOpposed(b, a)]).toEqual([false, false]);
  });
});
