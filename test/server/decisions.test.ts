import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { createServer } from "../../src/server/server.js";
import { dispute } from "../support/dispute.js";

const shelling = { source: "NOR", target: "SWE", type: "ASSAULT", day: "2018-03-05" } as const;
const READINGS = [
  dispute([{ ...shelling, words: "shelled the harbour town of Arl" }], {
    published: "2018-03-05",
    outlet: "The Courier",
  }),
  dispute([{ ...shelling, words: "shelled the harbour town of Arl again" }], {
    published: "2018-03-06",
    outlet: "The Herald",
  }),
  dispute([{ source: "NOR", target: "SWE", type: "SANCTION", words: "froze fishing permits" }], {
    published: "2018-05-05",
    outlet: "The Echo",
  }),
];
const EVENTS = READINGS.map(({ events }) => events[0]!.id);

interface Told {
  items: { id: string; reports: number; events: { id: string; reasons?: string[] }[] }[];
}

describe("what a person decides", () => {
  let folder: string;
  let path: string;
  let app: FastifyInstance;
  const open = () => createServer({ path, program: "1", readerVersion: "test", own: {}, origins: [] });
  const ask = async (method: "GET" | "POST", url: string) => {
    const answer = await app.inject({ method, url, headers: { host: "localhost" } });
    return { status: answer.statusCode, body: answer.json() };
  };
  const happenings = async () => ((await ask("GET", "/api/happenings")).body as Told).items;
  const of = async (event: string) =>
    (await happenings()).find(({ events }) => events.some(({ id }) => id === event))!;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-decisions-"));
    path = join(folder, "decided.db");
    const ledger = await Ledger.open(path, { readerVersion: "test" });
    for (const reading of READINGS) await ledger.add(reading);
    await ledger.close();
    app = await open();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it("splits a telling off and joins it again, and gives what comes of it", async () => {
    const whole = await of(EVENTS[0]!);
    expect(whole.reports).toBe(2);
    const split = await ask(
      "POST",
      `/api/happenings/${whole.id}/split?event=${EVENTS[1]}&note=another%20shelling`,
    );
    expect(split.status).toBe(200);
    const parts = (split.body as Told).items;
    expect(parts.map(({ events }) => events.map(({ id }) => id)).sort()).toEqual(
      [[EVENTS[0]], [EVENTS[1]]].sort(),
    );
    expect(await happenings()).toHaveLength(3);
    const joined = await ask("POST", `/api/happenings/${parts[0]!.id}/join?with=${parts[1]!.id}`);
    expect((joined.body as Told).items.map(({ reports }) => reports)).toEqual([2]);
  });

  it("joins what nothing else would join", async () => {
    const [one, other] = [await of(EVENTS[0]!), await of(EVENTS[2]!)];
    const { body } = await ask("POST", `/api/happenings/${one.id}/join?with=${other.id}`);
    expect((body as Told).items).toMatchObject([{ reports: 3 }]);
    expect((body as Told).items[0]!.events.at(-1)!.reasons).toEqual(["a person joined them"]);
  });

  it("is refused where there is no such thing, and changes nothing", async () => {
    const before = await happenings();
    const { id } = await of(EVENTS[0]!);
    for (const [address, status, code] of [
      [`/api/happenings/${id}/split?event=${EVENTS[2]}`, 404, "not-found"],
      [`/api/happenings/h0/split?event=${EVENTS[0]}`, 404, "not-found"],
      [`/api/happenings/${id}/join?with=${id}`, 404, "not-found"],
      [`/api/happenings/${id}/join?with=h0`, 404, "not-found"],
      [`/api/happenings/${id}/join`, 400, "bad-request"],
    ] as const) {
      const answer = await ask("POST", address);
      expect([answer.status, answer.body.error.code], address).toEqual([status, code]);
    }
    expect(await happenings()).toEqual(before);
  });

  it("is refused where the ledger may only be read", async () => {
    await app.close();
    const write = Ledger.open;
    const { LedgerError } = await import("../../src/ledger/ledger-error.js");
    vi.spyOn(Ledger, "open").mockImplementation(async (file, options = {}) => {
      if (options.purpose !== "read")
        throw new LedgerError(
          "read-only",
          file,
          "a file that may only be read",
          "one to write to",
          "Allow it.",
        );
      return write.call(Ledger, file, options);
    });
    app = await open();
    const { id } = await of(EVENTS[0]!);
    const answer = await ask("POST", `/api/happenings/${id}/split?event=${EVENTS[1]}`);
    expect([answer.status, answer.body.error.code]).toEqual([403, "read-only"]);
  });
});
