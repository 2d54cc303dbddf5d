import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportLedger } from "../../src/export/export-ledger.js";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Relation } from "../../src/relation/relation.js";
import { dispute } from "../support/dispute.js";
import { scratch } from "../support/exported.js";
import { readCsv } from "../support/read-csv.js";

const folder = scratch();
let ledger: Ledger;
const told = dispute(
  ["SWE", "RUR", "DNK"].map((target) => ({ source: "NOR", type: "CONSULT", words: "allied with", target })),
);
const relations = told.events.map(
  ({ report, sources, targets, trigger }, i): Relation => ({
    kind: "relation",
    id: `k000000000000000${i}`,
    report,
    relation: "ally",
    status: "asserted",
    source: sources[0]!,
    target: targets[0]!,
    span: trigger,
    part: "body",
    by: "test",
  }),
);
const ids = relations.map(({ id }) => id);

beforeAll(async () => {
  ledger = await Ledger.open(folder.path("demarche.db"), { readerVersion: "test" });
  await ledger.add({ ...told, relations });
  await ledger.review({
    row: ids[0]!,
    reviewer: "Ann",
    verdict: "correct",
    correction: { type: "benefactor", status: "denied", sources: ["SWE.GOV"], targets: [] },
  });
  await ledger.review({ row: ids[1]!, reviewer: "Ann", verdict: "reject" });
});
afterAll(async () => {
  await ledger.close();
  folder.discard();
});

async function exported(reviewed: boolean) {
  const to = folder.path(String(reviewed));
  await exportLedger(ledger, to, { reviewed, tables: ["relations"] });
  const [header, ...rows] = readCsv(readFileSync(`${to}/relations.csv`, "utf8"));
  return rows.map((row) => Object.fromEntries(header!.map((column, i) => [column, row[i]!])));
}

describe("relations in an export", () => {
  it("have what reviewers say beside them", async () => {
    const rows = await exported(false);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows[0]).toMatchObject({
      relation: "ally",
      status: "asserted",
      source: "NOR",
      review: "corrected",
      reviewers: "1",
      corrected_relation: "benefactor",
      corrected_status: "denied",
      corrected_source: "SWE.GOV",
      corrected_target: "-",
    });
    expect(rows[1]).toMatchObject({ review: "rejected", corrected_relation: "" });
    expect(rows[2]).toMatchObject({ review: "", reviewers: "" });
  });

  it("are as reviewers say they are, where that is wanted", async () => {
    const rows = await exported(true);
    expect(rows.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(rows[0]).toMatchObject({
      relation: "benefactor",
      status: "denied",
      source: "SWE.GOV",
      source_words: "",
      target: "",
      target_words: "",
    });
  });
});
