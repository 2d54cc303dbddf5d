import { count } from "./render/report.js";
import type { Terminal } from "./terminal.js";

/** Tells on `err` that an earlier version's ledger is brought up to date; on a watched terminal, how far it is. */
export function renewal(terminal: Terminal): (done: number, reports: number) => void {
  return (done, reports) => {
    const line = `What ${count(reports, "report")} say together is decided anew, as this version does it`;
    if (!terminal.watched) {
      if (done === 0) terminal.err(`${line}.\n`);
      return;
    }
    const end = done === reports ? ".\n" : "";
    terminal.err(`\r\x1b[2K${terminal.colours.dim(`${line}: ${done} of ${reports}`)}${end}`);
  };
}
