/** What a command's exit status says; `--help` explains each. */
export const EXIT = {
  done: 0,
  /** At least one report was refused; the others were read and kept. */
  refused: 1,
  /** An unknown command, option or identifier. */
  usage: 2,
  /** The ledger could not be opened, read or written. */
  ledger: 3,
  /** A fault in demarche itself (EX_SOFTWARE of sysexits.h). */
  fault: 70,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
