import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportLedger } from "../../src/export/export-ledger.js";
import type { Ledger } from "../../src/ledger/ledger.js";
import { answerRow } from "../../src/ledger/reviews/answer-rows.js";
import { sampleLedger, scratch } from "../support/exported.js";
import { readCsv } from "../support/read-csv.js";

const folder = scratch();
let ledger: Ledger;
let planned: string;
let denied: string;
let rejected: string;
let said: string;
/** An exchange with one answer, which is rejected. */
let refused: string;

beforeAll(async () => {
  ledger = await sampleLedger(folder.path("demarche.db"));
  const events = [];
  for await (const event of ledger.events()) events.push(event);
  planned = events.find(({ type, status }) => type === "SANCTION" && status === "planned")!.id;
  denied = events.find(({ status }) => status === "denied")!.id;
  rejected = events.find(({ type }) => type === "REQUEST")!.id;
  for await (const statement of ledger.statements()) said = statement.id;
  const by = { reviewer: "Ann", verdict: "correct" } as const;
  await ledger.review({
    ...by,
    row: planned,
    correction: { type: "AID", status: "asserted", sources: ["SWE.GOV", "?"], targets: [] },
  });
  await ledger.review({ row: denied, reviewer: "Ann", verdict: "accept" });
  await ledger.review({ row: rejected, reviewer: "Ann", verdict: "reject" });
  const [exchange] = (await ledger.linkedExchanges()).filter(({ answers }) => answers.length === 1);
  refused = exchange!.id;
  const row = answerRow(exchange!.answers[0]!.id, exchange!.opening.id);
  await ledger.review({ row, reviewer: "Ann", verdict: "reject" });
  await ledger.review({
    ...by,
    row: said,
    correction: { speaker: "NOR.MIL", content: "Nobody may press us." },
  });
});
afterAll(async () => {
  await ledger.close();
  folder.discard();
});

async function exported(name: string, reviewed: boolean) {
  const to = folder.path(name);
  await exportLedger(ledger, to, { reviewed, replace: true });
  return (table: string) => {
    const [header, ...rows] = readCsv(readFileSync(`${to}/${table}.csv`, "utf8"));
    return rows.map((row) => Object.fromEntries(header!.map((column, i) => [column, row[i]!])));
  };
}

describe("an export", () => {
  it("has what reviewers say beside the machine's rows", async () => {
    const rows = (await exported("beside", false))("events");
    expect(rows.find(({ id }) => id === planned)).toMatchObject({
      type: "SANCTION",
      status: "planned",
      sources: "NOR",
      review: "corrected",
      reviewers: "1",
      corrected_type: "AID",
      corrected_status: "asserted",
      corrected_sources: "SWE.GOV; ?",
      corrected_targets: "-",
    });
    expect(rows.find(({ id }) => id === denied)).toMatchObject({ review: "accepted", corrected_type: "" });
    expect(rows.find(({ id }) => id === rejected)).toMatchObject({ review: "rejected", type: "REQUEST" });
    expect(rows.filter(({ review }) => review === "")).toHaveLength(rows.length - 3);
  });

  it("has what they say of answers, and silence in the place of the only one that they reject", async () => {
    const of = (table: Awaited<ReturnType<typeof exported>>) =>
      table("exchanges").filter(({ exchange }) => exchange === refused);
    const [machine, ...more] = of(await exported("answers", false));
    expect(more).toEqual([]);
    expect(machine).toMatchObject({ review: "rejected", reviewers: "1", corrected_answer_is: "" });
    expect(machine!.answer).not.toBe("");
    expect(of(await exported("silence", true))).toEqual([
      expect.objectContaining({ answer_is: "", answer: "", answer_words: "", link: "", review: "rejected" }),
    ]);
  });

  it("has the corrected rows in the machine's place, and leaves rejected ones out, where that is wanted", async () => {
    const table = await exported("instead", true);
    const events = table("events");
    expect(events.find(({ id }) => id === planned)).toMatchObject({
      type: "AID",
      mode: "",
      status: "asserted",
      sources: "SWE.GOV; ?",
      targets: "",
      source_words: "",
      review: "corrected",
    });
    expect(events.find(({ id }) => id === denied)).toMatchObject({ status: "denied" });
    expect(events.some(({ id }) => id === rejected)).toBe(false);
    expect(table("statements").find(({ id }) => id === said)).toMatchObject({
      speaker_code: "NOR",
      speaker_sector: "MIL",
      speaker_person: "",
      speaker_basis: "given",
      content: "Nobody may press us.",
    });
    const pairs = table("polecat").filter(({ Event: event }) => event === planned);
    expect(
      pairs.map((pair) => [pair["Event Type"], pair["Actor Country"], pair["Recipient Country"]]),
    ).toEqual([
      ["AID", "SWE", ""],
      ["AID", "", ""],
    ]);
    expect(table("cameo").some(({ Event: event }) => event === rejected)).toBe(false);
    const { demarche } = JSON.parse(readFileSync(`${folder.path("instead")}/datapackage.json`, "utf8"));
    expect(demarche.reviewed).toBe(true);
  });
});
