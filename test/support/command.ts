import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { run } from "../../src/cli/program.js";
import { terminal } from "../../src/cli/terminal.js";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "src/cli/main.ts");

export interface Outcome {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Starts `demarche` with these arguments, as a process of its own; no colours unless `env` asks for them. */
export function start(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, ["--import", import.meta.resolve("tsx"), MAIN, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH, HOME, TSX_DISABLE_CACHE: "1", ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
}

/** Runs `demarche` to its end. */
export async function demarche(args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  const child = start(args, options);
  let out = "";
  let err = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin!.end(options.input ?? "");
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, out, err };
}

/** Runs a command in this process, for tests that need no process of their own. */
export async function inProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  let out = "";
  let err = "";
  const stream = (write: (text: string) => void) => ({ write });
  const status = await run(
    args,
    terminal(
      stream((text) => {
        out += text;
      }),
      stream((text) => {
        err += text;
      }),
      env,
    ),
  );
  return { status, out, err };
}
