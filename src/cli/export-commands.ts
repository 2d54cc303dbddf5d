import { type Command, InvalidArgumentError } from "commander";
import type { ExitStatus } from "./exit-status.js";
import { fit, STATUSES } from "./help-text.js";
import { asOfOption, commaSeparated, isoDate, ledgerOption, surerThanOption } from "./options.js";
import type { Terminal } from "./terminal.js";

const FORMATS = ["csv", "jsonl", "parquet"];
const TABLES = [
  "statements",
  "events",
  "relations",
  "quantities",
  "happenings",
  "exchanges",
  "positions",
  "tensions",
  "stories",
  "issues",
  "polecat",
  "cameo",
];

/** The commands that take the ledger elsewhere and that check the installation. */
export function addExportCommands(
  demarche: Command,
  terminal: Terminal,
  finish: (status: ExitStatus) => void,
): void {
  demarche
    .command("export")
    .summary("write the ledger's tables into a folder")
    .description(
      "Writes tables of the ledger into a folder, for spreadsheets, pandas, R and DuckDB: each with a codebook file that explains every column (Frictionless Table Schema), a datapackage.json for all, and ATTRIBUTION.txt, which says what a copy must carry. All of it is written, or nothing.",
    )
    .argument("<folder>", "folder to write; it must not be there yet, or be empty")
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .option("--format <names>", `formats: ${FORMATS.join(", ")}`, among(FORMATS), ["csv"])
    .option("--tables <names>", `only these tables: ${TABLES.join(", ")}`, among(TABLES))
    .option("--between <codes>", "only rows in which all of these actors take part (CHN,USA)", commaSeparated)
    .option("--about <codes>", "only rows that name one of these actors (PRK)", commaSeparated)
    .option("--from <date>", "only rows of that day or later", isoDate)
    .option("--to <date>", "only rows of that day or earlier", isoDate)
    .option("--story <id>", "only rows that a report of this story tells; a beginning is enough")
    .option("--issue <id>", "only rows of stories that are about this issue; a beginning is enough")
    .addOption(surerThanOption())
    .option(
      "--quote-length <characters>",
      "cut words of reports to this length; 0 leaves them out, whole keeps them",
      quoteLength,
      300,
    )
    .option("--reviewed", "rows as reviewers say they are, without those that they reject")
    .option("--guard-formulas", "CSV: put ' before text that a spreadsheet would run as a formula")
    .option("--replace", "take the place of an earlier export")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche export out/
  demarche export out/ --format csv,parquet --tables events,polecat
  demarche export out/ --between CHN,USA --from 2017-01-01 --quote-length 120
  demarche export out/ --tables events --surer-than 0.5
  demarche export out/ --guard-formulas --replace

Reports that rows rest on are always written, without their texts. docs/export.md tells what
the tables are and how event types become CAMEO codes. --surer-than narrows down events,
polecat and cameo; how many events it leaves out, and of how many nothing is known, is printed.
${STATUSES.replace("at least one report was refused; the others were read and kept", "the folder could not be written; nothing of it was")}`,
      ),
    )
    .action(async (folder: string, options) =>
      finish(await (await import("./commands/export.js")).exportCommand(folder, options, terminal)),
    );

  demarche
    .command("doctor")
    .summary("check the installation and say what to do")
    .description(
      "Checks what demarche needs: Node, the language model and its runtime, the codebook, the knowledge, the ledger, the disk and the terminal. Tells for each how it is and, where something is wrong, what to do. Changes nothing.",
    )
    .addOption(ledgerOption())
    .option("--json", "print JSON Lines: one check a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche doctor
  demarche doctor --ledger asia.db
  demarche doctor --json | jq 'select(.state == "wrong")'
${STATUSES.replace("at least one report was refused; the others were read and kept", "something is wrong")}`,
      ),
    )
    .action(async (options) =>
      finish(await (await import("./commands/doctor.js")).doctorCommand(options, terminal)),
    );
}

/** Takes names separated by commas, each one of `known`. */
function among(known: readonly string[]): (text: string) => string[] {
  return (text) => {
    const names = [...new Set(commaSeparated(text))];
    if (names.length > 0 && names.every((name) => known.includes(name))) return names;
    throw new InvalidArgumentError(`Names among ${known.join(", ")}, separated by commas, are expected.`);
  };
}

function quoteLength(text: string): number {
  if (text === "whole") return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A number of characters, or whole, is expected.");
}
