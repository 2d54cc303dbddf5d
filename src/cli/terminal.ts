import picocolors from "picocolors";
import type { Page } from "./render/paragraph.js";

/** Lines over this many columns are hard to read, however wide the window is. */
const WIDEST = 140;
const UNKNOWN_WIDTH = 100;
const NARROWEST = 20;

/** Where a command writes: results on `out`, progress and refusals on `err`. */
export interface Terminal extends Page {
  out(text: string): void;
  err(text: string): void;
  /** True where `err` is a terminal, so that a line on it can be overwritten. */
  readonly watched: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * The terminal of a process. Colours by https://no-color.org and FORCE_COLOR, else only where `out` is a terminal;
 * the width is the terminal's, else COLUMNS, else 100.
 */
export function terminal(
  out: Stream,
  err: Stream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const coloured = !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (out.isTTY === true && env.TERM !== "dumb"));
  const columns =
    (out.isTTY ? out.columns : undefined) || Number.parseInt(env.COLUMNS ?? "", 10) || UNKNOWN_WIDTH;
  return {
    width: Math.max(NARROWEST, Math.min(columns, WIDEST)),
    colours: picocolors.createColors(coloured),
    watched: err.isTTY === true,
    out: (text) => void out.write(text),
    err: (text) => void err.write(text),
  };
}
