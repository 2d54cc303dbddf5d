import { existsSync } from "node:fs";
import { LedgerError } from "../../ledger/ledger-error.js";
import { type Check, good, note, wrong } from "../check.js";
import { mayWriteFolderOf } from "../folder.js";

/** The ledger can be opened, has this version's layout, is undamaged and can be written to. */
export const ledger: Check = {
  name: "ledger",
  run: async ({ ledger: path }) => {
    const { inspectLedger } = await import("../../ledger/inspect-ledger.js");
    if (!existsSync(path))
      return mayWriteFolderOf(path)
        ? good(`${path} is not there yet: demarche read makes it`)
        : wrong(
            `${path} cannot be made there`,
            "Name a file with --ledger in a folder that exists and that you may write to.",
          );
    try {
      const { reports, layout, writable, damage } = inspectLedger(path);
      if (damage.length > 0)
        return wrong(
          `${path} is damaged: ${damage[0]}`,
          "Save what can be saved with: sqlite3 FILE .recover. Or read the reports into a new ledger.",
        );
      const has = `${path}, ${reports} ${reports === 1 ? "report" : "reports"}, undamaged`;
      if (!writable)
        return note(
          `${has}, may not be written to`,
          "To read reports into it, allow writing to file and folder.",
        );
      if (layout === "older")
        return note(
          `${has}, laid out by an older version`,
          "Nothing to do: it is brought up to date when a command opens it. Copy it first if an older demarche is to read it.",
        );
      return good(has);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return wrong(`${path}: ${error.met}`, error.advice);
    }
  },
};
