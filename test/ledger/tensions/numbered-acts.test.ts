import { expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { known } from "../../../src/record/value.js";
import { makeReport, ReadingMaker } from "../../support/reading.js";

/** A report of one day that tells which of its kind an attack was. */
function attack(told: string, outlet: string): Reading {
  const m = new ReadingMaker(
    makeReport([`It was ${told} attack by Norway on Sweden this year.`], {
      published: known("2018-03-01", "given", "test"),
      outlet: known(outlet, "given", "test"),
    }),
  );
  const norway = m.mention("Norway", { code: "NOR" });
  const sweden = m.mention("Sweden", { code: "SWE" });
  m.event("ASSAULT", "attack", [norway], [sweden]);
  return m.reading();
}

async function tensions(...readings: readonly Reading[]) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const reading of readings) await ledger.add(reading);
  const found = await ledger.tensions();
  await ledger.close();
  return found.map(({ first, second }) => [first.words, second.words]);
}

it.each([
  ["the 19th", [["fifteenth attack", "19th attack"]]],
  ["the 19th sea", [["fifteenth attack", "19th sea attack"]]],
  ["the fifteenth", []],
  ["on the 19th of the month an", []],
])("the fifteenth act of a year is not %s", async (other, pairs) => {
  const found = await tensions(attack("the fifteenth", "Nordic Herald"), attack(other, "Baltic Post"));
  expect(found.map((pair) => [...pair].sort((a, b) => (a < b ? 1 : -1)))).toEqual(pairs);
});
