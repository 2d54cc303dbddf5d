import { expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Reading } from "../../src/reading/reading.js";
import { dispute } from "../support/dispute.js";

const told = (published: string, outlet: string, lines: Parameters<typeof dispute>[0]) =>
  dispute(lines, { published, outlet, heading: "Quarrel over the strait" });

/** A demand, told twice, its refusal, a threat, and an answer to that. */
const readings: readonly Reading[] = [
  told("2020-03-02", "First", [
    {
      source: "SWE",
      type: "REQUEST",
      target: "NOR",
      words: "urged opening of the strait to",
      day: "2020-03-01",
    },
  ]),
  told("2020-03-03", "Second", [
    {
      source: "SWE",
      type: "REQUEST",
      target: "NOR",
      words: "demanded opening of the strait from",
      day: "2020-03-01",
    },
    {
      source: "NOR",
      type: "REJECT",
      target: "SWE",
      words: "refused opening of the strait to",
      day: "2020-03-03",
    },
  ]),
  told("2020-03-05", "Third", [
    {
      source: "NOR",
      type: "REJECT",
      target: "SWE",
      words: "rejected opening of the strait to",
      day: "2020-03-03",
    },
    { source: "SWE", type: "THREATEN", target: "NOR", words: "threatened sanctions on", day: "2020-03-04" },
  ]),
  told("2020-03-06", "Fourth", [
    {
      source: "NOR",
      type: "ACCUSE",
      target: "SWE",
      words: "accused of blackmail over the strait",
      day: "2020-03-06",
    },
  ]),
];

/** All that a ledger says of its reports, one by one and together. */
async function contents(ledger: Ledger) {
  const ids = (await ledger.reportIds()).sort();
  return {
    readings: await Promise.all(ids.map((id) => ledger.reading(id))),
    stories: await ledger.stories(),
    happenings: await ledger.happenings(),
    exchanges: await ledger.linkedExchanges(),
    positions: await ledger.positions(),
    tensions: await ledger.tensions(),
    issues: await ledger.issues(),
  };
}

it.each(readings.map((_, i) => i))("a ledger is as if it had never had report %i", async (left) => {
  const whole = await Ledger.open(":memory:", { readerVersion: "1" });
  const without = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const reading of readings) await whole.add(reading);
  for (const reading of readings.filter((_, i) => i !== left)) await without.add(reading);
  expect(await contents(whole)).not.toEqual(await contents(without));
  expect(await whole.remove(readings[left]!.report.id)).toBe(true);
  expect(await contents(whole)).toEqual(await contents(without));
  await whole.close();
  await without.close();
});
