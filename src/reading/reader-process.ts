import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Refusal } from "../record/refusal.js";
import type { Report } from "../report/report.js";
import type { Reader } from "./reader.js";
import type { Reading } from "./reading.js";

/** Where the user's own lists stand; they were checked before. */
export interface OwnFiles {
  /** A file of actors. */
  readonly actors?: string | undefined;
  /** The folder of a codebook. */
  readonly codebook?: string | undefined;
}

const PROGRAM = fileURLToPath(new URL("./reader-program.js", import.meta.url));

/** False where demarche runs from its TypeScript source, which another process cannot load. */
export const PROCESSES = existsSync(PROGRAM);

interface Question {
  readonly resolve: (results: (Reading | Refusal)[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads in a process of its own, so that the one that asks can do something else: the same readings, as copies. A thread
 * would do, but the model's runtime brings the whole process down when it is ended while a thread runs it.
 * Where that process ends before it has answered, `read` throws; what it met stands on stderr.
 */
export function readerProcess(own: OwnFiles = {}, program = PROGRAM, execArgv = process.execArgv): Reader {
  const questions: Question[] = [];
  let child: ChildProcess | undefined;
  let last: Promise<unknown> | undefined;
  let ended: Promise<void> | undefined;
  const begin = (): ChildProcess => {
    const started = fork(program, [JSON.stringify(own)], { serialization: "advanced", execArgv });
    started.on("message", (results: (Reading | Refusal)[]) => questions.shift()!.resolve(results));
    ended = new Promise((resolve) => {
      const end = (error: Error) => {
        for (const { reject } of questions.splice(0)) reject(error);
        resolve();
      };
      started.on("error", end);
      started.on("exit", (code, signal) =>
        end(new Error(`The process that reads reports has ended: ${signal ?? code}`)),
      );
    });
    return started;
  };
  return {
    async read(reports: readonly Report[]) {
      child ??= begin();
      const answer = new Promise<(Reading | Refusal)[]>((resolve, reject) => {
        questions.push({ resolve, reject });
        child!.send(reports as Report[], (error) => error && reject(error));
      });
      last = answer.catch(() => {});
      const results = await answer;
      return results.map((result, i) =>
        result.kind === "refusal" ? result : Object.freeze({ ...result, report: reports[i]! }),
      );
    },
    async close() {
      await last;
      if (child?.connected) child.disconnect();
      await ended;
    },
  };
}
