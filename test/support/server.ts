import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Reading } from "../../src/reading/reading.js";
import { createServer, type ServerOptions } from "../../src/server/server.js";

export interface ServedLedger {
  readonly app: () => FastifyInstance;
  /** Body of the answer to GET, parsed; the status is checked by the caller where it is not 200. */
  readonly get: (address: string) => Promise<{ status: number; body: unknown }>;
  readonly path: () => string;
}

/** A server over a ledger with these readings, made before the tests of a file or group and closed behind them. */
export function servedLedger(
  readings: readonly Reading[],
  options: Partial<ServerOptions> = {},
): ServedLedger {
  const folder = mkdtempSync(join(tmpdir(), "demarche-server-"));
  const path = join(folder, "served.db");
  let app: FastifyInstance;
  beforeAll(async () => {
    const ledger = await Ledger.open(path);
    for (const reading of readings) await ledger.add(reading);
    await ledger.close();
    app = await createServer({
      path,
      program: "1.2.3",
      readerVersion: "test",
      own: {},
      origins: [],
      ...options,
    });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  return {
    app: () => app,
    path: () => path,
    get: async (address) => {
      const answer = await app.inject({ url: address, headers: { host: "localhost" } });
      return { status: answer.statusCode, body: answer.json() };
    },
  };
}
