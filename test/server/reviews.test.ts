import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { LedgerError } from "../../src/ledger/ledger-error.js";
import { problem } from "../../src/server/schemas/common.js";
import type { RowToJudge, StandingReviewBody } from "../../src/server/schemas/reviews.js";
import { createServer } from "../../src/server/server.js";
import { dispute } from "../support/dispute.js";
import { sampleReading } from "../support/reading.js";

const reading = sampleReading();
const refusal = reading.events.find(({ type, targets }) => type === "REJECT" && targets.length > 0)!;
const [said] = reading.statements;

let folder: string;
let path: string;
let app: FastifyInstance;
const open = () =>
  createServer({
    path,
    program: "test",
    readerVersion: "test",
    own: {},
    origins: [],
    clock: () => "2026-03-01T09:00:00.000Z",
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-reviews-"));
  path = join(folder, "reviews.db");
  const ledger = await Ledger.open(path, { readerVersion: "test" });
  await ledger.add(sampleReading());
  await ledger.close();
  app = await open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
  rmSync(folder, { recursive: true });
});

const ask = async <T>(address: string) => {
  const answer = await app.inject({ url: address, headers: { host: "localhost" } });
  return { status: answer.statusCode, body: answer.json() as T };
};
const post = async <T>(address: string, body: object | string, headers: Record<string, string> = {}) => {
  const payload = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "application/x-ndjson" : "application/json";
  const answer = await app.inject({
    method: "POST",
    url: address,
    payload,
    headers: { host: "localhost", "content-type": type, ...headers },
  });
  return { status: answer.statusCode, body: answer.json() as T };
};
const judge = (other: object) =>
  post<StandingReviewBody>("/api/reviews", { row: refusal.id, reviewer: "Ann", verdict: "accept", ...other });
type List<T> = { items: T[]; next?: string; sample?: { size: number; judged: number } };
const queued = async (query: string) => (await ask<List<RowToJudge>>(`/api/reviews/queue?${query}`)).body;

describe("POST /api/reviews", () => {
  it("keeps what a person says, which rows then carry beside what the machine says", async () => {
    const { status, body } = await judge({ verdict: "correct", correction: { type: "COERCE" }, note: "so" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      found: refusal.id,
      correction: { type: "COERCE" },
      at: "2026-03-01T09:00:00.000Z",
    });
    expect((await ask<List<object>>(`/api/reviews?report=${refusal.report}`)).body.items).toEqual([body]);
    expect((await ask<List<object>>("/api/reviews/rows")).body.items).toEqual([
      expect.objectContaining({ row: refusal.id, review: "corrected", corrected: { type: "COERCE" } }),
    ]);
    const events = (await ask<List<{ id: string }>>("/api/events")).body.items;
    expect(events.find(({ id }) => id === refusal.id)).toMatchObject({
      type: "REJECT",
      reviewed: { review: "corrected", corrected: { type: "COERCE" } },
    });
    expect(events.filter((event) => "reviewed" in event)).toHaveLength(1);
  });

  it.each([
    ["a row that is not there", { row: "e0" }, 404, "not-found"],
    ["no reviewer", { reviewer: " " }, 400, "bad-request"],
    ["a type that there is not", { verdict: "correct", correction: { type: "QUARREL" } }, 400, "bad-request"],
    [
      "words that do not stand there",
      { row: said!.id, verdict: "correct", correction: { content: "Never" } },
      400,
      "bad-request",
    ],
  ])("refuses %s", async (_, other, status, code) => {
    const answer = await judge(other);
    expect(answer.status).toBe(status);
    expect(problem.parse(answer.body)).toMatchObject({ error: { code } });
  });

  it("refuses what is no JSON, and pages of other sites", async () => {
    expect((await post("/api/reviews", "{")).status).toBe(400);
    const foreign = await post("/api/reviews", {}, { origin: "https://example.org" });
    expect(foreign.status).toBe(403);
  });

  it("is refused where the ledger may only be read", async () => {
    await app.close();
    const write = Ledger.open;
    vi.spyOn(Ledger, "open").mockImplementation(async (file, options = {}) => {
      if (options.purpose !== "read") throw new LedgerError("read-only", file, "met", "expected", "advice");
      return write.call(Ledger, file, options);
    });
    app = await open();
    for (const answer of [await judge({}), await post("/api/reviews/import", "")])
      expect([answer.status, answer.body]).toEqual([
        403,
        { error: expect.objectContaining({ code: "read-only" }) },
      ]);
    expect((await ask("/api/reviews")).status).toBe(200);
  });
});

describe("the queue", () => {
  it("has rows in the order of the text, each with the paragraphs that it stands in", async () => {
    const { items } = await queued("of=event");
    const begins = items.map(({ spans }) => spans[0]!.start);
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
    expect(items).toHaveLength(reading.events.length);
    expect(items.find(({ id }) => id === refusal.id)).toMatchObject({
      kind: "row to judge",
      of: "event",
      outlet: "Zenda Wire",
      words: "turned down",
      machine: { type: "REJECT" },
      context: [{ words: expect.stringContaining("Ruritania on Tuesday turned down") }],
      reviews: [],
    });
    for (const of of ["statement", "exchange"]) expect((await queued(`of=${of}`)).items).toHaveLength(1);
    expect((await queued("of=relation")).items).toEqual([]);
  });

  it("leaves out what the reviewer has judged, and what does not fit", async () => {
    await judge({});
    const ids = (await queued("as=Ann&unjudged=true")).items.map(({ id }) => id);
    expect(ids).toHaveLength(reading.events.length - 1);
    expect(ids).not.toContain(refusal.id);
    expect((await queued("as=Ben&unjudged=true")).items).toHaveLength(reading.events.length);
    expect((await queued("type=CONSULT")).items).toHaveLength(1);
    expect((await queued("between=RUR,NOR&status=asserted")).items.length).toBeGreaterThan(0);
    expect((await queued("between=RUR,SWE")).items).toEqual([]);
    expect((await queued("of=exchange&between=RUR")).items).toHaveLength(1);
  });

  it("draws the same sample for the same seed, page by page, and tells how far the reviewer is", async () => {
    const whole = await queued("seed=7&sample=4");
    expect(whole.sample).toEqual({ size: 4, judged: 0 });
    const ids = whole.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect((await queued("seed=7&sample=4")).items.map(({ id }) => id)).toEqual(ids);
    const first = await queued("seed=7&sample=4&limit=3");
    const second = await queued(`seed=7&sample=4&limit=3&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    await judge({ row: ids[0] });
    expect((await queued("seed=7&sample=4&as=Ann&unjudged=true")).sample).toEqual({ size: 4, judged: 1 });
    const orders = await Promise.all(
      ["a", "b", "c", "d", "e"].map(async (seed) => (await queued(`seed=${seed}`)).items[0]!.id),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect((await ask("/api/reviews/queue?seed=7&cursor=none")).status).toBe(400);
  });

  it("keeps what others say from a reviewer who has not judged the row", async () => {
    await judge({ verdict: "reject" });
    const seen = async (name: string) => ({
      queue: (await ask<RowToJudge>(`/api/reviews/queue/${refusal.id}?as=${name}`)).body.reviews.length,
      list: (await ask<List<object>>(`/api/reviews?as=${name}`)).body.items.length,
      rows: (await ask<List<object>>(`/api/reviews/rows?as=${name}`)).body.items.length,
      events: (await ask<List<object>>(`/api/events?as=${name}`)).body.items.filter((e) => "reviewed" in e)
        .length,
      differing: (await ask<{ differing: object[] }>(`/api/reviews/agreement?as=${name}`)).body.differing
        .length,
    });
    expect(await seen("Ben")).toEqual({ queue: 0, list: 0, rows: 0, events: 0, differing: 0 });
    await judge({ reviewer: "Ben" });
    expect(await seen("Ben")).toEqual({ queue: 2, list: 2, rows: 1, events: 1, differing: 1 });
  });

  it("has a mention by its place", async () => {
    const { start, end } = reading.mentions[0]!;
    const place = encodeURIComponent(`${reading.report.id}:${start}-${end}`);
    const { body } = await ask<RowToJudge>(`/api/reviews/queue/${place}`);
    expect(body).toMatchObject({ of: "mention", machine: { actors: ["RUR"] } });
    expect((await ask("/api/reviews/queue/r0:1-2")).status).toBe(404);
  });
});

it("gives all reviews as a file, and takes it back", async () => {
  await judge({ note: "line\nbreak" });
  const file = await app.inject({ url: "/api/reviews/export", headers: { host: "localhost" } });
  expect(file.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
  expect(file.payload.split("\n")).toHaveLength(2);
  expect((await post("/api/reviews/import", file.payload)).body).toMatchObject({ added: 0, known: 1 });
  const other = file.payload.replace('"Ann"', '"Ben"').replace(/"id":"j[^"]*",/, "");
  expect((await post("/api/reviews/import", other)).body).toMatchObject({
    added: 1,
    waiting: 0,
    missing: [],
  });
  const bad = await post("/api/reviews/import", "{}");
  expect([bad.status, bad.body]).toEqual([400, { error: expect.objectContaining({ code: "bad-request" }) }]);
});

it("has answers across reports in the queue, and what is said of them with their exchange", async () => {
  const ledger = await Ledger.open(path, { readerVersion: "test" });
  const told = { words: "withdrawal gunboats Strelsau" };
  for (const [published, heading, one] of [
    ["2017-03-02", "demand", { ...told, source: "DNK", type: "REQUEST", target: "ISL" }],
    ["2017-03-03", "refusal", { ...told, source: "ISL", type: "REJECT", target: "DNK" }],
  ] as const)
    await ledger.add(dispute([one], { published, heading, outlet: "Zenda Wire" }));
  await ledger.close();
  const { items } = await queued("of=answer&between=DNK,ISL&type=refusal");
  expect(items).toEqual([
    expect.objectContaining({
      of: "answer",
      machine: { type: "refusal" },
      published: "2017-03-03",
      opening: expect.objectContaining({
        published: "2017-03-02",
        context: [{ start: 0, end: expect.any(Number), words: expect.stringContaining("DNK withdrawal") }],
      }),
    }),
  ]);
  const { id, opening } = items[0]!;
  expect((await queued("of=answer&seed=7")).items.map((item) => item.id)).toContain(id);
  expect((await judge({ row: id, verdict: "correct", correction: { type: "deflection" } })).status).toBe(200);
  const exchange = `/api/exchanges/${opening!.exchange}`;
  const reviewed = { review: "corrected", reviewers: 1, corrected: { type: "deflection" } };
  type Exchange = { answers: object[] };
  expect((await ask<Exchange>(exchange)).body.answers).toEqual([
    expect.objectContaining({ answerIs: "refusal", reviewed }),
  ]);
  expect((await ask<Exchange>(`${exchange}?as=Ben`)).body.answers[0]).not.toHaveProperty("reviewed");
  const listed = (await ask<List<Exchange>>("/api/exchanges?between=DNK,ISL&as=Ann")).body.items;
  expect(listed[0]!.answers).toEqual([expect.objectContaining({ reviewed })]);
  const explained = await ask<{ exchanges: string[] }>(`/api/explanations/${id.split("-")[0]}`);
  expect(explained.body.exchanges).toEqual([opening!.exchange]);
});
