import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { readerVersion } from "../../ledger/reader-version.js";
import { PROCESSES, readerProcess } from "../../reading/reader-process.js";
import { isLoopback } from "../../server/guard.js";
import { createServer } from "../../server/server.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { type OwnOptions, ownOf } from "../own.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";
import { VERSION } from "../version.js";

export interface OpenOptions extends OwnOptions {
  readonly ledger: string;
  readonly port: number;
  readonly host: string;
  readonly token?: string;
  readonly allowOrigin?: readonly string[];
  /** False for --no-browser. */
  readonly browser: boolean;
}

/** `demarche open`: serves the ledger until it is stopped, and opens its page. */
export async function openCommand(options: OpenOptions, terminal: Terminal): Promise<ExitStatus> {
  const own = ownOf(options, terminal);
  if (!own) return EXIT.usage;
  const { host, port, allowOrigin = [] } = options;
  const token = options.token ?? (isLoopback(host) ? undefined : randomBytes(24).toString("base64url"));
  const server = await createServer({
    path: options.ledger,
    program: VERSION,
    readerVersion: readerVersion(own.knowledge, own.codebook),
    own,
    ...(PROCESSES && { reader: readerProcess({ actors: options.actors, codebook: options.codebook }) }),
    renewing: renewal(terminal),
    clock,
    origins: allowOrigin,
    token,
  });
  const stopped = stopSignal();
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    terminal.err(`${host}:${port} cannot be listened on: ${(error as Error).message}\n`);
    terminal.err("Choose another port with --port, or 0 for any that is free.\n");
    return EXIT.usage;
  }
  const { port: bound } = server.addresses()[0] as AddressInfo;
  const query = token === undefined ? "" : `?token=${encodeURIComponent(token)}`;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${bound}/${query}`;
  terminal.out(`${options.ledger} is open at ${address}\n`);
  terminal.out(`Stop with Ctrl+C.\n`);
  if (options.browser && terminal.watched) openBrowser(address);
  await stopped;
  await server.close();
  return EXIT.done;
}

/** Ends when somebody stops the program. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** Opens the page as the system opens addresses; where that fails, the address was printed. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  const child = spawn(command!, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
