import { displayWidth } from "./render/display-width.js";
import { paragraph } from "./render/paragraph.js";
import type { Terminal } from "./terminal.js";

export const STATUSES = `
Exit status:
  0  done
  1  at least one report was refused; the others were read and kept
  2  wrong usage: an unknown command, option or identifier
  3  the ledger could not be opened, read or written
  70 a fault in demarche itself`;

/** Lines of help as they stand, those that are wider than the terminal broken between words. */
export function fit(terminal: Terminal, text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    if (displayWidth(line) <= terminal.width) return [line];
    return paragraph(terminal, [{ text: line.trim() }], { indent: line.length - line.trimStart().length });
  });
  return lines.join("\n");
}
