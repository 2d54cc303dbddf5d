import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/language/language.js";
import { Ledger } from "../../src/ledger/ledger.js";
import type { OpenDatabase } from "../../src/ledger/open-database.js";
import { type Reader, readerHere } from "../../src/reading/reader.js";
import { type Taken, takeIn, takeInAll } from "../../src/reading/take-in.js";
import { notFound } from "../../src/record/refusals.js";
import { known } from "../../src/record/value.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";
import { plainLanguage } from "../support/language.js";

const language = {
  ...plainLanguage,
  analyseAll: (reports: readonly Report[]) => Promise.all(reports.map(plainLanguage.analyse)),
} as unknown as Language;
const reader = readerHere({}, async () => language);
const report = (content: string) => readReport({ origin: "a.txt", content }) as Report;
const pass = report("Norland said on Monday that it would close the pass of Arl.");
const port = report("Sudland said on Tuesday that it would open the port of Ebb.");

let ledger: Ledger;
beforeEach(async () => {
  ledger = await Ledger.open(":memory:", { readerVersion: "test" });
});
afterEach(() => ledger.close());

describe("takeIn", () => {
  it("keeps the order, refusals among readings, and reads twins once", async () => {
    const refusal = notFound("b.txt");
    const taken = await takeIn([pass, refusal, port, pass], reader, ledger);
    const ids = taken.map((result) => ("reading" in result ? result.reading.report.id : result.code));
    expect(ids).toEqual([pass.id, "not-found", port.id, pass.id]);
    expect(await ledger.reportIds()).toEqual([pass.id, port.id]);
  });

  it("loads no model for what the ledger holds", async () => {
    await takeIn([pass], reader, ledger);
    const unneeded = readerHere({}, () => Promise.reject(new Error("the model is not needed")));
    const [taken] = await takeIn([pass], unneeded, ledger);
    expect(taken).toMatchObject({ known: true, reading: { report: { id: pass.id } } });
  });

  it("refuses what cannot be kept, and takes in the others", async () => {
    const broken = { ...pass, id: "r0", text: `${pass.text}\ud800` };
    const taken = await takeIn([broken, port], reader, ledger);
    expect(taken[0]).toMatchObject({ kind: "refusal", code: "internal" });
    expect(await ledger.reportIds()).toEqual([port.id]);
  });

  it("reads without a ledger", async () => {
    const [taken] = await takeIn([pass], reader, undefined);
    expect(taken).toMatchObject({ known: false });
  });
});

/** Every row of every table. */
function rows(of: Ledger): Record<string, unknown[]> {
  const { connection } = (of as unknown as { database: OpenDatabase }).database;
  const tables = connection.prepare("select name from sqlite_schema where type = 'table'").all() as {
    name: string;
  }[];
  const own = tables.filter(({ name }) => !name.includes("migrations"));
  return Object.fromEntries(
    own.map(({ name }) => [name, connection.prepare(`select * from "${name}"`).all()]),
  );
}

describe("takeInAll", () => {
  /** Notes down in `log` what is read, and what the ledger was given. */
  function noting(log: string[]): Reader {
    const addAll = ledger.addAll.bind(ledger);
    ledger.addAll = async (readings) => {
      log.push(`add ${readings.map(({ report }) => report.id)}`);
      return addAll(readings);
    };
    return {
      ...reader,
      read: (reports) => {
        log.push(`read ${reports.map(({ id }) => id)}`);
        return reader.read(reports);
      },
    };
  }

  async function all(groups: readonly (readonly Report[])[], by: Reader = reader): Promise<Taken[][]> {
    async function* given() {
      yield* groups;
    }
    const taken: Taken[][] = [];
    for await (const results of takeInAll(given(), by, ledger)) taken.push(results);
    return taken;
  }

  it("has the next group read while the ledger takes one, in order", async () => {
    const log: string[] = [];
    const taken = await all([[pass], [port]], noting(log));
    expect(log).toEqual([`read ${pass.id}`, `read ${port.id}`, `add ${pass.id}`, `add ${port.id}`]);
    expect(taken.map(([one]) => "reading" in one! && one.reading.report.id)).toEqual([pass.id, port.id]);
  });

  it("knows a report of the group before", async () => {
    const taken = await all([[pass], [port, pass]]);
    expect(taken[1]).toMatchObject([{ known: false }, { known: true, reading: { report: { id: pass.id } } }]);
  });

  it("leaves the same rows as one group after the other", async () => {
    const groups = [[pass, port], [{ ...pass, id: "r1" }], [port, pass]];
    const other = await Ledger.open(":memory:", { readerVersion: "test" });
    for (const group of groups) await takeIn(group, reader, other);
    await all(groups);
    expect(rows(ledger)).toEqual(rows(other));
    expect(rows(ledger).reports).toHaveLength(3);
    await other.close();
  });

  it("puts back what the group before replaced", async () => {
    const dated = { ...pass, published: known("2017-02-17", "given", "--published") };
    await takeIn([pass], reader, ledger);
    const taken = await all([[dated], [pass]]);
    expect(taken[1]).toMatchObject([{ known: false }]);
    expect((await ledger.reading(pass.id))!.report.published).toEqual(pass.published);
  });

  it("takes in what was read before a fault, and then throws it", async () => {
    let asked = 0;
    const failing: Reader = {
      ...reader,
      read: (reports) => (asked++ === 0 ? reader.read(reports) : Promise.reject(new Error("no more"))),
    };
    await expect(all([[pass], [port]], failing)).rejects.toThrow("no more");
    expect(await ledger.reportIds()).toEqual([pass.id]);
  });
});
