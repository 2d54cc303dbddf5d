import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor/actor.js";
import type { Participant } from "../../src/event/event.js";
import { isPolitical, isPrivate } from "../../src/event/political.js";
import { known, unknown } from "../../src/record/value.js";

const told = (...actors: Actor[]): Participant[] =>
  actors.map((actor) => ({ actor: known(actor, "stated", "made by hand") }));
const NOBODY: Participant[] = [{ actor: unknown("the words name no actor") }];
const STATE = { code: "PER" };
const FIRM: Actor = { code: "PER", sector: "BUS", agency: "Banco de Lima" };
const DOCTOR: Actor = { code: "PER", sector: "HLH" };
const MINISTRY: Actor = { code: "PER", sector: "HLH", agency: "health ministry" };
const POLICE: Actor = { code: "PER", sector: "COP" };

describe("isPrivate", () => {
  it("is what firms and private people do among themselves", () => {
    expect(isPrivate(told(FIRM), told(DOCTOR))).toBe(true);
    expect(isPrivate(told(DOCTOR), NOBODY)).toBe(true);
  });

  it("is nothing that a state, a ministry or the police take part in, nor what nobody known does", () => {
    expect(isPrivate(told(FIRM), told(STATE))).toBe(false);
    expect(isPrivate(told(MINISTRY), NOBODY)).toBe(false);
    expect(isPrivate(told(POLICE), told(DOCTOR))).toBe(false);
    expect(isPrivate(told(FIRM), told({ ...FIRM, code: "CHL" }))).toBe(false);
    expect(isPrivate(NOBODY, told(DOCTOR))).toBe(false);
  });
});

describe("isPolitical", () => {
  it("leaves out the daily work of one government, and keeps its disputes", () => {
    const both = told({ code: "PER", sector: "GOV" }, { code: "PER", sector: "MIL" });
    expect(isPolitical("CONSULT", both)).toBe(false);
    expect(isPolitical("ACCUSE", both)).toBe(true);
  });
});

describe("force against people of one's own state", () => {
  const REBELS: Actor = { code: "PER", sector: "REB" };
  const JOURNALIST: Actor = { code: "PER", sector: "MED" };

  it("is politics where a state, an army or rebels use it", () => {
    expect(isPolitical("ASSAULT", told(REBELS, DOCTOR), told(REBELS))).toBe(true);
    expect(isPolitical("COERCE", told(STATE, JOURNALIST), told(STATE))).toBe(true);
  });

  it("is none among private people, nor are dealings in words or with firms", () => {
    expect(isPolitical("ASSAULT", told(DOCTOR, JOURNALIST), told(DOCTOR))).toBe(false);
    expect(isPolitical("ACCUSE", told(STATE, JOURNALIST), told(STATE))).toBe(false);
    expect(isPolitical("COERCE", told(STATE, FIRM), told(STATE))).toBe(false);
  });
});
