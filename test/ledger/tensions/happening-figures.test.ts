import { expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { known } from "../../../src/record/value.js";
import { makeReport, ReadingMaker } from "../../support/reading.js";

/** A report of one day that Norway seized so many percent of something. */
function seizure(percent: number, whole: string, outlet: string): Reading {
  const m = new ReadingMaker(
    makeReport([`Norway seized ${percent} percent of ${whole} from Sweden.`], {
      published: known("2018-03-01", "given", "test"),
      outlet: known(outlet, "given", "test"),
    }),
  );
  const norway = m.mention("Norway", { code: "NOR" });
  const sweden = m.mention("Sweden", { code: "SWE" });
  m.event("COERCE", "seized", [norway], [sweden], { quantities: [0] });
  return {
    ...m.reading(),
    quantities: [
      {
        kind: "quantity",
        ...m.span(`${percent} percent`),
        low: percent,
        high: percent,
        unit: "percent",
        bound: "exact",
        measures: "share",
        of: m.span(whole),
        by: "test",
      },
    ],
  };
}

async function rules(...readings: readonly Reading[]) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const reading of readings) await ledger.add(reading);
  const tensions = await ledger.tensions();
  await ledger.close();
  return tensions.map(({ rule }) => rule);
}

it("two shares clash only where they are shares of the same whole", async () => {
  const share = seizure(40, "northern harbours", "Nordic Herald");
  expect(await rules(share, seizure(70, "northern harbours", "Baltic Post"))).toEqual(["figures"]);
  expect(await rules(share, seizure(70, "southern harbours", "Baltic Post"))).toEqual([]);
});
