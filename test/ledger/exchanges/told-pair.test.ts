import { describe, expect, it } from "vitest";
import { ExchangeIndex } from "../../../src/ledger/exchanges/exchange-index.js";
import { areSides, areTurns } from "../../../src/ledger/exchanges/told-pair.js";
import { makeReport, ReadingMaker } from "../../support/reading.js";

const m = new ReadingMaker(
  makeReport(["Norway accused Ruritania of piracy. Ruritania denied it. Sweden denied everything."]),
);
const norway = m.mention("Norway", { code: "NOR" });
const ruritania = m.mention("Ruritania", { code: "RUR" });
const sweden = m.mention("Sweden", { code: "SWE" });
const charge = m.event("ACCUSE", "accused", [norway], [ruritania]);
const old = m.event("ACCUSE", "accused", [norway], [ruritania], { status: "background" });
const supposed = m.event("ACCUSE", "accused", [norway], [ruritania], { status: "possible" });
const unknown = m.event("ACCUSE", "accused", [], [ruritania]);
const deed = m.event("ASSAULT", "piracy", [norway], [ruritania]);
const denial = m.event("REJECT", "denied", [ruritania], []);
const another = m.event("REJECT", "denied", [sweden], []);
const index = new ExchangeIndex(m.reading());

describe("areTurns", () => {
  it.each([
    ["a charge and its denial", charge, denial, true],
    ["a charge that lies back and its denial", old, denial, true],
    ["what only may have been charged", supposed, denial, false],
    ["a charge by nobody knows whom", unknown, denial, false],
    ["a deed", deed, denial, false],
    ["two turns of one state", denial, denial, false],
  ])("%s", (_, opening, answer, expected) => {
    expect(areTurns(index, opening, answer)).toBe(expected);
  });
});

describe("areSides", () => {
  it.each([
    ["whatever names the state of who answers", deed, denial, true],
    ["what names it not", deed, another, false],
    ["what nobody knows who did", unknown, denial, false],
  ])("%s", (_, demand, answer, expected) => {
    expect(areSides(index, demand, answer)).toBe(expected);
  });
});
