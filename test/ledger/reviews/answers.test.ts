import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Event } from "../../../src/event/event.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import { answerRow, partsOfAnswer } from "../../../src/ledger/reviews/answer-rows.js";
import type { Judgement } from "../../../src/ledger/reviews/judge.js";
import type { Reading } from "../../../src/reading/reading.js";
import { identifier } from "../../../src/record/identifier.js";
import { DEMAND, dispute, REFUSAL, type Told } from "../../support/dispute.js";

const report = (told: readonly Told[], published: string, outlet = "Zenda Wire") =>
  dispute(told, { published, outlet, heading: `${outlet} ${published}` });

const demand = report([DEMAND], "2017-03-02");
const refusal = report([REFUSAL], "2017-03-03");
const ROW = answerRow(refusal.events[0]!.id, demand.events[0]!.id);

let folder: string;
let path: string;
let ledger: Ledger;
let reader = 1;
const open = () => Ledger.open(path, { readerVersion: String(reader) });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-answers-"));
  path = join(folder, "demarche.db");
  ledger = await open();
  await ledger.add(demand);
  await ledger.add(refusal);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const says = (judgement: Partial<Judgement>) =>
  ledger.review({ row: ROW, reviewer: "Ann", verdict: "accept", ...judgement });

/** Adds a reading by a newer reader. */
async function again(now: Reading): Promise<void> {
  await ledger.close();
  reader++;
  ledger = await open();
  await ledger.add(now);
}

/** The same reading in which an event begins one letter later, and so has another identifier. */
function shifted(reading: Reading): Reading {
  const [event] = reading.events as [Event];
  const trigger = { start: event.trigger.start + 1, end: event.trigger.end };
  const id = identifier("e", event.report, event.type, trigger.start, trigger.end);
  return { ...reading, events: [{ ...event, trigger, id }] };
}

describe("a review of an answer across reports", () => {
  it("is kept beside the answer, with both sides' words", async () => {
    expect((await ledger.rowToJudge(ROW))!.machine).toEqual({ type: "refusal" });
    const review = await says({ verdict: "correct", correction: { type: "deflection" }, note: "evasive" });
    expect(review).toMatchObject({
      of: "answer",
      row: ROW,
      found: ROW,
      report: refusal.report.id,
      words: "spurned",
      machine: { type: "refusal" },
      correction: { type: "deflection" },
      opening: { row: demand.events[0]!.id, report: demand.report.id, words: "demanded" },
    });
    expect(await ledger.reviews()).toEqual([review]);
    const together = { of: "answer", row: ROW, review: "corrected", corrected: { type: "deflection" } };
    expect(await ledger.reviewedRows()).toEqual([expect.objectContaining(together)]);
    expect((await ledger.linkedExchanges())[0]!.answers[0]!.answerIs).toBe("refusal");
    const rows = [];
    for await (const row of ledger.rows("select * from what_reviewers_say")) rows.push(row);
    expect(rows).toEqual([
      expect.objectContaining({ kind: "answer", machine_type: "refusal", reviewed_type: "deflection" }),
    ]);
  });

  it("takes the place of an earlier one, is withdrawn, and leaves reviews of the report's own rows alone", async () => {
    const event = refusal.events[0]!.id;
    await says({});
    await says({ verdict: "reject" });
    await says({ row: event });
    expect((await ledger.reviews()).map(({ row, verdict }) => [row, verdict])).toEqual([
      [ROW, "reject"],
      [event, "accept"],
    ]);
    await says({ verdict: "withdraw" });
    expect((await ledger.reviews()).map(({ row }) => row)).toEqual([event]);
    await expect(says({ verdict: "withdraw" })).rejects.toMatchObject({ code: "bad-review" });
  });

  it.each<[string, Partial<Judgement>, string]>([
    ["no answer", { row: answerRow(demand.events[0]!.id, refusal.events[0]!.id) }, "no-row"],
    [
      "a kind of answer that there is not",
      { verdict: "correct", correction: { type: "REJECT" } },
      "bad-review",
    ],
    ["a field of other rows", { verdict: "correct", correction: { status: "denied" } }, "bad-review"],
    ["nothing else", { verdict: "correct", correction: { type: "refusal" } }, "bad-review"],
  ])("is refused for %s", async (_, judgement, code) => {
    await expect(says(judgement)).rejects.toMatchObject({ code });
  });

  it("goes on to hold when an earlier report comes that tells the same", async () => {
    await says({ verdict: "correct", correction: { type: "deflection" } });
    await ledger.add(report([DEMAND], "2017-03-01", "Strelsau Post"));
    await ledger.add(report([DEMAND, REFUSAL], "2017-03-03", "Oslo Wire"));
    const [exchange, ...more] = await ledger.linkedExchanges();
    expect(more).toEqual([]);
    const now = answerRow(exchange!.answers[0]!.id, exchange!.opening.id);
    expect(now).not.toBe(ROW);
    expect(await ledger.reviews()).toEqual([expect.objectContaining({ row: ROW, found: now })]);
    expect(await ledger.reviewedRows()).toEqual([expect.objectContaining({ row: now, review: "corrected" })]);
    // Judged again under its name of today, the earlier judgement is gone.
    await says({ row: now, verdict: "reject" });
    expect(await ledger.reviews()).toEqual([expect.objectContaining({ row: now, verdict: "reject" })]);
  });

  it("goes on to hold by the words when a report is read again, of the answer and of the demand", async () => {
    await says({});
    const [one, other] = [shifted(refusal), shifted(demand)];
    await again(one);
    const found = answerRow(one.events[0]!.id, demand.events[0]!.id);
    expect(await ledger.reviews()).toEqual([expect.objectContaining({ row: ROW, found })]);
    await again(other);
    const both = answerRow(one.events[0]!.id, other.events[0]!.id);
    expect(await ledger.reviews()).toEqual([expect.objectContaining({ row: ROW, found: both })]);
  });

  it("is kept where the answer or the demand goes, and holds again when it comes back", async () => {
    for (const gone of [refusal, demand]) {
      await says({});
      await ledger.remove(gone.report.id);
      const [lost] = await ledger.reviews({ found: false });
      expect(lost).toMatchObject({ row: ROW });
      expect(await ledger.reviewedRows()).toEqual([]);
      await ledger.add(gone);
      expect(await ledger.reviews()).toEqual([expect.objectContaining({ found: ROW })]);
    }
  });

  it("does not hold for the same words as an answer to something else", async () => {
    await says({});
    await again({ ...demand, events: [{ ...demand.events[0]!, type: "CONSULT", id: "e0000000000000000" }] });
    expect(await ledger.reviews({ found: true })).toEqual([]);
  });

  it("goes into a file and comes out of it", async () => {
    await says({ note: "so it is" });
    let file = "";
    for await (const line of ledger.reviewLines()) file += line;
    const other = await Ledger.open(":memory:", { readerVersion: "1" });
    expect(await other.importReviews(file)).toMatchObject({ added: 1, waiting: 1 });
    await other.add(refusal);
    expect(await other.reviews({ found: true })).toEqual([]);
    await other.add(demand);
    expect(await other.reviews()).toEqual(await ledger.reviews());
    const bare = JSON.stringify({ ...JSON.parse(file), opening: undefined });
    await expect(other.importReviews(bare)).rejects.toMatchObject({ code: "bad-file" });
    await other.close();
  });
});

describe("partsOfAnswer", () => {
  it("takes names of answers alone", () => {
    expect(partsOfAnswer("e0a-s1b")).toEqual({ answer: "e0a", opening: "s1b" });
    for (const row of ["e0a", "r0a:1-2", "x0a-e1b", "e0a-", ""]) expect(partsOfAnswer(row)).toBeUndefined();
  });
});
