import { EventEmitter } from "node:events";
import type { Ledger } from "../ledger/ledger.js";
import { type Own, type Reader, readerHere } from "../reading/reader.js";
import { takeIn } from "../reading/take-in.js";
import { internal } from "../record/refusals.js";
import { type ReportInput, readReport } from "../report/read-report.js";
import { Problem } from "./problem.js";
import type { Task } from "./schemas/rows.js";

/** Files that may wait, and their bytes together: more are refused until some are read. */
const MOST_WAITING = 2000;
const MOST_BYTES = 200 * 1024 * 1024;
/** Tasks whose end is remembered. */
const MOST_DONE = 2000;

/** Reads files that are handed in into the ledger, one after the other, and tells of each step as "task". */
export class Intake extends EventEmitter<{ task: [Task] }> {
  private readonly tasks = new Map<string, Task>();
  private readonly waiting: { id: string; input: ReportInput; bytes: number }[] = [];
  private bytes = 0;
  private number = 0;
  private closed = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly own: Own,
    private readonly reader: Reader = readerHere(own),
  ) {
    super();
    this.setMaxListeners(0);
  }

  /** Puts a file at the end of the queue. Throws a `Problem` where too much is waiting. */
  add(input: ReportInput): Task {
    const bytes = input.content.length;
    if (this.waiting.length >= MOST_WAITING || this.bytes + bytes > MOST_BYTES) {
      throw new Problem(
        "queue-full",
        `${this.waiting.length} files that wait to be read`,
        `at most ${MOST_WAITING} files and ${MOST_BYTES / 1024 / 1024} MiB`,
        "Wait until some are read, or read many files with: demarche read FOLDER",
      );
    }
    const id = String(++this.number);
    this.waiting.push({ id, input, bytes });
    this.bytes += bytes;
    const task = this.tell({ id, name: input.origin, state: "waiting" });
    this.running ??= this.run();
    return task;
  }

  task(id: string): Task | undefined {
    return this.tasks.get(id);
  }

  list(): Task[] {
    return [...this.tasks.values()];
  }

  /** Ends after the file that is being read; those that wait are not. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    await this.reader.close();
  }

  private async run(): Promise<void> {
    // What is handed in at once is answered before the first file is read.
    await new Promise(setImmediate);
    for (let next = this.waiting.shift(); next && !this.closed; next = this.waiting.shift()) {
      const { id, input, bytes } = next;
      this.bytes -= bytes;
      this.tell({ id, name: input.origin, state: "reading" });
      this.tell({ id, name: input.origin, ...(await this.read(input)) });
    }
    this.running = undefined;
  }

  private async read(input: ReportInput): Promise<Omit<Task, "id" | "name">> {
    try {
      const [taken] = await takeIn([readReport(input)], this.reader, this.ledger, this.own);
      if (taken && "reading" in taken)
        return { state: taken.known ? "known" : "read", report: taken.reading.report.id };
      return { state: "refused", refusal: taken! };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { state: "refused", refusal: internal(input.origin, message) };
    }
  }

  private tell(task: Task): Task {
    this.tasks.delete(task.id);
    this.tasks.set(task.id, task);
    if (this.tasks.size > MOST_DONE + MOST_WAITING) this.tasks.delete(this.tasks.keys().next().value!);
    this.emit("task", task);
    return task;
  }
}
