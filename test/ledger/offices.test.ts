import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findActors } from "../../src/actor/find-mentions.js";
import type { Introduction } from "../../src/actor/learned-offices.js";
import type { Analysis } from "../../src/language/analysis.js";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Reading } from "../../src/reading/reading.js";
import type { Report } from "../../src/report/report.js";
import { loadCases, publishedOn } from "../actor/cases.js";

const cases = loadCases("people.conllu");

/** As `readAnalysed`, without the rooms that have nothing to do with people. */
function read(report: Report, analysis: Analysis, offices: readonly Introduction[] = []): Reading {
  const { mentions, introductions, sought } = findActors(report, analysis, { offices });
  return {
    kind: "reading",
    report,
    analysis,
    mentions,
    times: [],
    places: [],
    statements: [],
    events: [],
    exchanges: [],
    ...(introductions.length > 0 && { introductions }),
    ...(sought.length > 0 && { sought }),
  };
}

const reading = (name: string, id: string, day: string): Reading => {
  const { report, analysis } = publishedOn(cases.get(name)!, day);
  return read({ ...report, id }, analysis);
};
/** One that introduces Zheng, one that only names him, one years later, and one about others. */
const INTRODUCES = reading("apposition", "r1", "2019-03-04");
const NAMES = reading("surname", "r2", "2019-03-20");
const LATER = reading("surname", "r3", "2022-01-01");
const OTHER = reading("is", "r4", "2019-03-21");

/** Adds readings one after the other, as a run does; gives the origins that were read again after each. */
async function fill(ledger: Ledger, readings: readonly Reading[]): Promise<string[][]> {
  const again: string[][] = [];
  for (const one of readings) {
    await ledger.add(one);
    again.push((await ledger.readAgain(read)).map((r) => r.report.id));
  }
  return again;
}

async function whoIsZheng(ledger: Ledger, report: string): Promise<string> {
  const { mentions } = (await ledger.reading(report))!;
  const zheng = mentions.find((m) => m.form === "name" && (m.person ?? m.actors[0]?.person))!;
  return zheng.actors.map(actorCode).join() || "?";
}

describe("offices in the ledger", () => {
  it("reach the reports that only name the person, whatever comes first", async () => {
    const orders = [
      [INTRODUCES, NAMES, LATER],
      [LATER, NAMES, INTRODUCES],
      [NAMES, INTRODUCES, LATER],
    ];
    const seen: Reading[][] = [];
    for (const order of orders) {
      const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
      await fill(ledger, order);
      expect(await whoIsZheng(ledger, "r2")).toBe("CHN.GOV");
      expect(await whoIsZheng(ledger, "r3")).toBe("?");
      const all: Reading[] = [];
      for (const id of ["r1", "r2", "r3"]) all.push((await ledger.reading(id))!);
      seen.push(all);
      await ledger.close();
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("read nothing again that they do not concern, and come to rest", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    expect(await fill(ledger, [NAMES, OTHER, INTRODUCES])).toEqual([[], [], ["r2"]]);
    expect(await ledger.readAgain(read)).toEqual([]);
    await ledger.close();
  });

  it("leave with the report that gave them", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await fill(ledger, [INTRODUCES, NAMES]);
    await ledger.remove("r1");
    expect((await ledger.readAgain(read)).map((r) => r.report.id)).toEqual(["r2"]);
    expect(await whoIsZheng(ledger, "r2")).toBe("?");
    await ledger.close();
  });

  it("are read back with the report, and explain who was meant", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await fill(ledger, [NAMES, INTRODUCES]);
    expect((await ledger.reading("r1"))!.introductions).toEqual(INTRODUCES.introductions);
    const { mentions, sought } = (await ledger.reading("r2"))!;
    expect(sought).toEqual(["zheng"]);
    expect(mentions.find((m) => m.actors[0]?.person)!.by).toMatch(
      /^introduced as “Zheng Wenkai, a spokesman .*” in report r1 of 2019-03-04$/,
    );
    await ledger.close();
  });
});
