import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/language/language.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { takeIn } from "../../src/reading/take-in.js";
import { notFound } from "../../src/record/refusals.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";
import { plainLanguage } from "../support/language.js";

const language = {
  ...plainLanguage,
  analyseAll: (reports: readonly Report[]) => Promise.all(reports.map(plainLanguage.analyse)),
} as unknown as Language;
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
    const taken = await takeIn([pass, refusal, port, pass], async () => language, ledger);
    const ids = taken.map((result) => ("reading" in result ? result.reading.report.id : result.code));
    expect(ids).toEqual([pass.id, "not-found", port.id, pass.id]);
    expect(await ledger.reportIds()).toEqual([pass.id, port.id]);
  });

  it("loads no model for what the ledger holds", async () => {
    await takeIn([pass], async () => language, ledger);
    const [taken] = await takeIn([pass], () => Promise.reject(new Error("the model is not needed")), ledger);
    expect(taken).toMatchObject({ known: true, reading: { report: { id: pass.id } } });
  });

  it("refuses what cannot be kept, and takes in the others", async () => {
    const broken = { ...pass, id: "r0", text: `${pass.text}\ud800` };
    const taken = await takeIn([broken, port], async () => language, ledger);
    expect(taken[0]).toMatchObject({ kind: "refusal", code: "internal" });
    expect(await ledger.reportIds()).toEqual([port.id]);
  });

  it("reads without a ledger", async () => {
    const [taken] = await takeIn([pass], async () => language, undefined);
    expect(taken).toMatchObject({ known: false });
  });
});
