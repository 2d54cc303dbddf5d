import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { demarche, inProcess, start } from "../support/command.js";
import { sampleReading } from "../support/reading.js";

let folder: string;
let ledger: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-open-"));
  ledger = join(folder, "sample.db");
  const made = await Ledger.open(ledger);
  await made.add(sampleReading());
  await made.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts `demarche open` on a free port and waits for its address. */
async function opened(...args: string[]) {
  const child = start(["open", "--port", "0", "--no-browser", ...args]);
  let out = "";
  const address = await new Promise<URL>((resolve, reject) => {
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      const [, found] = / is open at (\S+)\n/.exec(out) ?? [];
      if (found) resolve(new URL(found));
    });
    child.on("close", (status) => reject(new Error(`ended with status ${status}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    address,
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
}

describe("demarche open", () => {
  it("serves the ledger on this machine until it is stopped, listeners or not", async () => {
    const { address, stop } = await opened("--ledger", ledger);
    expect(address.hostname).toBe("127.0.0.1");
    expect(address.search).toBe("");
    const summary = await (await fetch(new URL("/api/ledger", address))).json();
    expect(summary).toMatchObject({ name: "sample.db", reports: 1, writable: true });
    const stream = await fetch(new URL("/api/changes", address));
    const rest = stream.text();
    expect(await stop("SIGINT")).toBe(0);
    expect(await rest).toContain(": listening");
  });

  it("makes a ledger where there is none", async () => {
    const { address, stop } = await opened("--ledger", join(folder, "new.db"));
    expect(await (await fetch(new URL("/api/ledger", address))).json()).toMatchObject({ reports: 0 });
    expect(await stop("SIGTERM")).toBe(0);
  });

  it("demands a token on any other address", async () => {
    const { address, stop } = await opened("--ledger", ledger, "--host", "0.0.0.0");
    const token = address.searchParams.get("token");
    expect(token).toMatch(/^[\w-]{32}$/);
    const asked = new URL("/api/ledger", `http://127.0.0.1:${address.port}`);
    expect((await fetch(asked)).status).toBe(401);
    expect((await fetch(asked, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect(await stop("SIGTERM")).toBe(0);
  });

  it.each([
    [["--port", "65536"], "A number from 0 to 65535 is expected."],
    [["--token", "short"], "At least 16 letters"],
  ])("%j is told and ends with status 2", async (args, message) => {
    const { status, err } = await inProcess(["open", ...args]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it("says so where the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { status, err } = await demarche([
      "open",
      "--ledger",
      ledger,
      "--port",
      String(port),
      "--no-browser",
    ]);
    other.close();
    expect(status).toBe(2);
    expect(err).toContain(`127.0.0.1:${port} cannot be listened on`);
  });
});
