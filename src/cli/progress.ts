import { beginning } from "./render/display-width.js";
import { clean } from "./render/paragraph.js";
import type { Terminal } from "./terminal.js";

/** One line on a watched terminal that says how far a long run is; nothing anywhere else. */
export class Progress {
  private shown = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly total: number,
  ) {}

  show(done: number, what: string | undefined): void {
    if (!this.terminal.watched || this.total < 2 || what === undefined) return;
    const line = beginning(clean(`Reading ${done + 1} of ${this.total}: ${what}`), this.terminal.width - 1);
    this.terminal.err(`\r\x1b[2K${this.terminal.colours.dim(line)}`);
    this.shown = true;
  }

  /** Takes the line away, before something else is written. */
  clear(): void {
    if (this.shown) this.terminal.err("\r\x1b[2K");
    this.shown = false;
  }
}
