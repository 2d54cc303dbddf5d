import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Task } from "../../src/server/schemas/rows.js";
import { sampleReading } from "../support/reading.js";
import { servedLedger } from "../support/server.js";

const WAIT = { timeout: 60_000 };
const served = servedLedger([]);
const sample = readFileSync(join(import.meta.dirname, "../../samples/nile-gates.txt"));

let address: string;
const ends = new AbortController();
/** Blocks of the event stream, as they come. */
const events: string[] = [];

beforeAll(async () => {
  await served.app().listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(served.app().addresses()[0] as AddressInfo).port}`;
  const stream = await fetch(`${address}/api/changes`, { signal: ends.signal });
  expect(stream.headers.get("content-type")).toBe("text/event-stream");
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    let text = "";
    for (;;) {
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done) return;
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop()!;
      events.push(...blocks);
    }
  })();
});
afterAll(() => ends.abort());

/** Waits for an event that holds `words`. */
async function told(words: string): Promise<string> {
  await expect.poll(() => events.find((event) => event.includes(words)), WAIT).toBeTruthy();
  return events.find((event) => event.includes(words))!;
}

const hand = async (body: Uint8Array | string, query = "") => {
  const answer = await fetch(`${address}/api/reports${query}`, { method: "POST", body: body as string });
  return { status: answer.status, body: (await answer.json()) as Task };
};

describe("a file that is handed in", () => {
  it("is read into the ledger, and each step is told", async () => {
    const { status, body } = await hand(sample, "?name=nile-gates.txt&published=2031-09-17");
    expect(status).toBe(202);
    expect(body).toEqual({ id: "1", name: "nile-gates.txt", state: "waiting" });
    expect(await told('"state":"reading"')).toContain("event: task");
    const done = await told('"state":"read"');
    const { report } = JSON.parse(/^data: (.*)$/m.exec(done)![1]!) as Task;
    const row = await told("event: report");
    expect(row).toMatch(/^id: 1\n/);
    expect(row).toContain(report!);
    await told("event: ledger");
    const reading = (await served.get(`/api/reports/${report}`)).body as {
      events: unknown[];
      report: object;
    };
    expect(reading.events.length).toBeGreaterThan(5);
    expect(reading.report).toMatchObject({ origin: "nile-gates.txt", published: { value: "2031-09-17" } });
    const again = await hand(sample, "?name=nile-gates.txt&published=2031-09-17");
    await expect
      .poll(async () => (await served.get(`/api/readings/${again.body.id}`)).body, WAIT)
      .toMatchObject({ state: "known", report });
  });

  it("is refused with the reason where it is no report", async () => {
    const { body } = await hand(
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      "?name=a.png",
    );
    await expect
      .poll(async () => (await served.get(`/api/readings/${body.id}`)).body, WAIT)
      .toMatchObject({ state: "refused", refusal: { code: "binary", input: "a.png" } });
  });

  it("may not be too large, nor have a day that is none", async () => {
    expect((await hand("x".repeat(20 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await hand("x", "?published=2031-02-30")).status).toBe(400);
  });
});

it("reports that another program adds are told too, and later listeners catch up", async () => {
  const other = await Ledger.open(served.path());
  const reading = sampleReading();
  await other.add(reading);
  await other.close();
  await told(reading.report.id);
  const late = await fetch(`${address}/api/changes`, {
    headers: { "last-event-id": "1" },
    signal: ends.signal,
  });
  const reader = late.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("event: report")) text += (await reader.read()).value;
  expect(text).toContain(reading.report.id);
  expect(text).not.toMatch(/^id: 1$/m);
});
