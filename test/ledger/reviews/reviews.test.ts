import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger, type LedgerOptions } from "../../../src/ledger/ledger.js";
import type { Judgement } from "../../../src/ledger/reviews/judge.js";
import { ReviewError } from "../../../src/ledger/reviews/review-error.js";
import { mentionRow } from "../../../src/ledger/reviews/rows-to-judge.js";
import type { Reading } from "../../../src/reading/reading.js";
import { identifier } from "../../../src/record/identifier.js";
import { sampleReading } from "../../support/reading.js";

let folder: string;
let path: string;
let ledger: Ledger;
let now: string;
const open = async (options: LedgerOptions = {}) => Ledger.open(path, { clock: () => now, ...options });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-reviews-"));
  path = join(folder, "demarche.db");
  now = "2026-03-01T09:00:00.000Z";
  ledger = await open({ readerVersion: "1" });
  await ledger.add(sampleReading());
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const reading = sampleReading();
const refusal = reading.events.find(({ type, targets }) => type === "REJECT" && targets.length > 0)!;
const says = (judgement: Partial<Judgement>) =>
  ledger.review({ row: refusal.id, reviewer: "Ann", verdict: "accept", ...judgement });
const wrong = async (judgement: Partial<Judgement>) => {
  const error = await says(judgement).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ReviewError);
  return error as ReviewError;
};

/** The same reading by a newer reader, to which the refusal is of another type. */
function readAnew(): Reading {
  const type = "COERCE";
  const { start, end } = refusal.trigger;
  const other = { ...refusal, type, id: identifier("e", refusal.report, type, start, end) } as const;
  const events = reading.events.map((event) => (event.id === refusal.id ? other : event));
  const exchanges = reading.exchanges.map((x) => (x.answer === refusal.id ? { ...x, answer: other.id } : x));
  return { ...reading, events, exchanges };
}

async function again(now: Reading): Promise<void> {
  await ledger.close();
  ledger = await open({ readerVersion: "2" });
  expect(await ledger.add(now)).toBe("replaced");
}

describe("a review", () => {
  it("is kept beside the row, which stays as the machine made it", async () => {
    const before = await ledger.reading(reading.report.id);
    const review = await says({ verdict: "correct", correction: { type: "COERCE" }, note: "by force" });
    expect(review).toMatchObject({
      kind: "review",
      of: "event",
      row: refusal.id,
      found: refusal.id,
      report: reading.report.id,
      words: "turned down",
      spans: [refusal.trigger],
      machine: {
        type: "REJECT",
        status: "asserted",
        sources: ["RUR"],
        targets: ["NOR"],
        trigger: "turned down",
      },
      verdict: "correct",
      correction: { type: "COERCE" },
      note: "by force",
      reviewer: "Ann",
      at: now,
    });
    expect(await ledger.reviews()).toEqual([review]);
    expect(await ledger.reviewedRows()).toEqual([
      {
        kind: "reviewed",
        of: "event",
        row: refusal.id,
        report: reading.report.id,
        review: "corrected",
        reviewers: 1,
        corrected: { type: "COERCE" },
      },
    ]);
    expect(await ledger.reading(reading.report.id)).toEqual(before);
    const rows = [];
    for await (const row of ledger.rows("select * from what_reviewers_say")) rows.push(row);
    expect(rows).toEqual([
      expect.objectContaining({ words: "turned down", machine_type: "REJECT", reviewed_type: "COERCE" }),
    ]);
  });

  it("takes the place of what the same person said before; said twice it is one", async () => {
    const first = await says({});
    expect(await says({})).toEqual(first);
    now = "2026-03-02T09:00:00.000Z";
    await says({ verdict: "reject" });
    await says({ reviewer: "Ben" });
    expect((await ledger.reviews()).map(({ reviewer, verdict }) => [reviewer, verdict])).toEqual([
      ["Ann", "reject"],
      ["Ben", "accept"],
    ]);
    expect((await ledger.reviewedRows())[0]).toMatchObject({ review: "disputed", reviewers: 2 });
    await says({ verdict: "withdraw" });
    expect((await ledger.reviewedRows())[0]).toMatchObject({ review: "accepted", reviewers: 1 });
    expect((await wrong({ verdict: "withdraw" })).met).toContain("Ann");
  });

  it("judges statements, exchanges and mentions too, each by its own fields", async () => {
    const [said] = reading.statements;
    const content = "Our harbour is our own affair";
    const statement = await says({
      row: said!.id,
      verdict: "correct",
      correction: { speaker: "RUR.MIL", content },
    });
    const start = reading.report.text.indexOf(content);
    expect(statement.correction).toEqual({
      speaker: "RUR.MIL",
      content: [{ start, end: start + content.length, words: content }],
    });
    const [exchange] = reading.exchanges;
    await says({ row: exchange!.id, verdict: "correct", correction: { type: "counter-demand" } });
    const her = reading.mentions.find(({ form }) => form === "nominal")!;
    await says({
      row: mentionRow(reading.report.id, her),
      verdict: "correct",
      correction: { actors: ["RUR.GOV"] },
    });
    expect((await ledger.reviewedRows()).map(({ of, corrected }) => [of, Object.keys(corrected)])).toEqual(
      expect.arrayContaining([
        ["statement", ["speaker", "content"]],
        ["exchange", ["type"]],
        ["mention", ["actors"]],
      ]),
    );
  });

  it.each<[string, Partial<Judgement>, string]>([
    ["by nobody", { reviewer: " " }, "bad-review"],
    ["of no row", { row: "e0" }, "no-row"],
    ["of a report", { row: reading.report.id }, "no-row"],
    ["of a place where nobody is named", { row: `${reading.report.id}:1-2` }, "no-row"],
    ["of no type that there is", { verdict: "correct", correction: { type: "QUARREL" } }, "bad-review"],
    ["of a field of other rows", { verdict: "correct", correction: { speaker: "NOR" } }, "bad-review"],
    ["of no code", { verdict: "correct", correction: { sources: ["norway"] } }, "bad-review"],
    ["that changes nothing", { verdict: "correct", correction: { type: "REJECT" } }, "bad-review"],
    [
      "of words that are not there",
      { row: reading.statements[0]!.id, verdict: "correct", correction: { content: "Our pier" } },
      "bad-review",
    ],
  ])("%s is refused, and nothing is kept", async (_, judgement, code) => {
    expect((await wrong(judgement)).code).toBe(code);
    expect(await ledger.reviews()).toEqual([]);
  });
});

describe("a review holds", () => {
  it("when its report is read again and the row has another identifier", async () => {
    await says({ verdict: "correct", correction: { status: "planned" } });
    await says({ reviewer: "Ben", verdict: "reject" });
    await again(readAnew());
    const [coerced] = readAnew().events.filter(({ type }) => type === "COERCE");
    const [ann, ben] = await ledger.reviews();
    expect(ann).toMatchObject({ row: refusal.id, found: coerced!.id, changed: ["type"] });
    // Ben rejected that it was a refusal.
    expect(ben).not.toHaveProperty("found");
    expect(await ledger.reviews({ found: false })).toEqual([ben]);
    expect(await ledger.reviewedRows()).toEqual([
      expect.objectContaining({ row: coerced!.id, corrected: { type: "REJECT", status: "planned" } }),
    ]);
    // What Ann says of the row as it is now takes the place of what she said before.
    await says({ row: coerced!.id, verdict: "accept" });
    expect(await ledger.reviews({ reviewer: "Ann" })).toEqual([
      expect.objectContaining({ verdict: "accept", replaces: ann!.id }),
    ]);
  });

  it("when its report goes and comes back", async () => {
    await says({});
    await ledger.remove(reading.report.id);
    expect(await ledger.reviewedRows()).toEqual([]);
    const [waiting] = await ledger.reviews();
    expect(waiting).toMatchObject({ row: refusal.id, words: "turned down" });
    expect(waiting).not.toHaveProperty("found");
    await ledger.add(sampleReading());
    expect(await ledger.reviews({ found: true })).toHaveLength(1);
  });

  it("from when it was said: the ledger as of an earlier day has none", async () => {
    await says({});
    now = "2026-03-05T09:00:00.000Z";
    await says({ verdict: "reject" });
    const then = await open({ asOf: "2026-03-02" });
    expect((await then.reviews()).map(({ verdict }) => verdict)).toEqual(["accept"]);
    expect((await then.reviewedRows())[0]!.review).toBe("accepted");
    await then.close();
    const before = await open({ asOf: "2026-02-28" });
    expect(await before.reviews()).toEqual([]);
    await before.close();
    expect((await ledger.reviews())[0]!.verdict).toBe("reject");
  });
});

describe("files of reviews", () => {
  const lines = async (of: Ledger) => {
    let text = "";
    for await (const line of of.reviewLines()) text += line;
    return text;
  };

  it("carry all that was said to another ledger, once, also where the report is not there yet", async () => {
    await says({ verdict: "correct", correction: { type: "COERCE", targets: [] } });
    await says({ reviewer: "Ben", verdict: "reject", note: "not “told”,\nbut asked" });
    const text = await lines(ledger);
    const other = await Ledger.open(":memory:", { readerVersion: "1" });
    const { id } = reading.report;
    expect(await other.importReviews(text)).toEqual({
      kind: "imported",
      added: 2,
      known: 0,
      waiting: 2,
      missing: [id],
    });
    expect(await other.importReviews(text)).toMatchObject({ added: 0, known: 2 });
    expect(await lines(other)).toBe(text);
    await other.add(sampleReading());
    expect(await other.reviews()).toEqual(await ledger.reviews());
    expect(await other.reviewedRows()).toEqual(await ledger.reviewedRows());
    await other.close();
  });

  it.each([
    ["no JSON", "{", "line 1: no JSON"],
    ["no review", '{"kind":"review"}', "line 1"],
  ])("that hold %s are refused whole", async (_, bad, met) => {
    await says({});
    const text = await lines(ledger);
    const other = await Ledger.open(":memory:");
    for (const file of [bad, `${text}\n${bad}`])
      await expect(other.importReviews(file)).rejects.toMatchObject({ code: "bad-file" });
    await expect(other.importReviews(bad)).rejects.toThrow(met);
    expect(await other.reviews()).toEqual([]);
    await other.close();
  });

  it("need no identifiers, and make the same ones each time", async () => {
    await says({});
    const { id, ...unnamed } = JSON.parse(await lines(ledger));
    const other = await Ledger.open(":memory:");
    await other.importReviews(JSON.stringify(unnamed));
    expect(await other.importReviews(JSON.stringify(unnamed))).toMatchObject({ added: 0, known: 1 });
    expect((await other.reviews())[0]!.id).toBe(id);
    await other.close();
  });
});

describe("reviewers", () => {
  it("who are blind to each other see a row's reviews when they have judged it", async () => {
    await says({});
    await says({ reviewer: "Ben", verdict: "reject" });
    expect(await ledger.reviews({ seenBy: "Cleo" })).toEqual([]);
    expect(await ledger.reviewedRows({ seenBy: "Cleo" })).toEqual([]);
    await says({ reviewer: "Cleo" });
    expect(await ledger.reviews({ seenBy: "Cleo" })).toHaveLength(3);
    expect(await ledger.reviewedRows({ seenBy: "Cleo" })).toHaveLength(1);
  });

  it("agree as far as alpha tells; rows on which they differ are named", async () => {
    for (const { id } of reading.events) {
      await says({ row: id });
      await says({ row: id, reviewer: "Ben" });
    }
    const [first] = reading.events;
    await says({ row: first!.id, reviewer: "Ben", verdict: "correct", correction: { type: "ACCUSE" } });
    const agreement = await ledger.agreement();
    expect(agreement).toMatchObject({ reviewers: ["Ann", "Ben"], rows: reading.events.length });
    // One of ten values is wrong where the other is right: no better than chance.
    expect(agreement.verdict.alpha).toBeCloseTo(0, 9);
    expect(agreement.type.alpha).toBeGreaterThan(0.6);
    expect(agreement.type.alpha).toBeLessThan(1);
    expect(agreement.status.alpha).toBe(1);
    expect(agreement.differing).toHaveLength(1);
    expect(agreement.differing[0]!.map(({ reviewer, row }) => [reviewer, row])).toEqual([
      ["Ann", first!.id],
      ["Ben", first!.id],
    ]);
  });
});
