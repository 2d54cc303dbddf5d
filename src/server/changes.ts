import type { ServerResponse } from "node:http";
import type { Context } from "./context.js";
import { reportsAfter } from "./queries/reports.js";
import type { ReportRow, Task } from "./schemas/rows.js";

/** How often the ledger is looked at for what other programs wrote, in milliseconds; only while somebody listens. */
const LOOK_EVERY = 700;
const PULSE_EVERY = 15_000;
const MOST_LISTENERS = 64;

/**
 * Server-sent events (WHATWG HTML, 9.2) for everybody who listens: "report" for each report that comes into the ledger,
 * from whatever program, with its number as the event's identifier; "ledger" where anything has changed; "task" for each
 * step of a file that was handed in.
 */
export class Changes {
  private readonly listeners = new Set<ServerResponse>();
  private timers: NodeJS.Timeout[] = [];
  private version = -1;
  private last = 0;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly context: Context) {
    context.intake?.on("task", (task) => this.onTask(task));
  }

  /** True where nobody else may listen. */
  get full(): boolean {
    return this.listeners.size >= MOST_LISTENERS;
  }

  /**
   * Keeps `response` open and writes to it what happens from now on.
   * @param after number of the last report that the listener knows (Last-Event-ID): later ones are told at once
   */
  async listen(response: ServerResponse, after: number | undefined): Promise<void> {
    if (this.listeners.size === 0) await this.start();
    this.listeners.add(response);
    response.on("close", () => {
      this.listeners.delete(response);
      if (this.listeners.size === 0) this.stop();
    });
    response.write(": listening\n\n");
    if (after === undefined) return;
    for (const report of await reportsAfter(this.context.db, after)) response.write(reportEvent(report));
  }

  /** Ends every stream. */
  close(): void {
    this.stop();
    for (const response of this.listeners) response.end();
  }

  private async start(): Promise<void> {
    this.version = await this.context.version();
    this.last = (await reportsAfter(this.context.db, -1)).reduce(
      (last, { number }) => Math.max(last, number),
      0,
    );
    this.timers = [
      setInterval(() => this.look(), LOOK_EVERY),
      setInterval(() => this.write(": pulse\n\n"), PULSE_EVERY),
    ];
  }

  private stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
  }

  private onTask(task: Task): void {
    this.write(sse("task", task));
    if (task.report !== undefined && this.listeners.size > 0) this.look();
  }

  /** Looks for what has changed, never twice at once. */
  private look(): void {
    this.looking = this.looking.then(() => this.tellChanges()).catch(() => undefined);
  }

  private async tellChanges(): Promise<void> {
    const version = await this.context.version();
    if (version === this.version) return;
    this.version = version;
    for (const report of await reportsAfter(this.context.db, this.last)) {
      this.last = report.number;
      this.write(reportEvent(report));
    }
    this.write(sse("ledger", {}));
  }

  private write(text: string): void {
    for (const response of this.listeners) response.write(text);
  }
}

function reportEvent(report: ReportRow): string {
  return sse("report", report, report.number);
}

// JSON has no line breaks, so that one `data` line holds it.
function sse(event: string, data: object, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
