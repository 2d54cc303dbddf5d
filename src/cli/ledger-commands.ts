import type { Command } from "commander";
import type { ExitStatus } from "./exit-status.js";
import { fit, STATUSES } from "./help-text.js";
import { asOfOption, ledgerOption } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The commands that compare a ledger with a person's reading, tell of its changes, and take reports out. */
export function addLedgerCommands(
  demarche: Command,
  terminal: Terminal,
  finish: (status: ExitStatus) => void,
): void {
  const help = (command: Command, text: string, statuses = STATUSES) =>
    command.addHelpText("after", fit(terminal, `\n${text}\n${statuses}`));

  help(
    demarche
      .command("check")
      .summary("compare a ledger with what a person found")
      .description(
        "Compares what the ledger says of some reports with what a person found in them, and prints what is missing, what is wrong and what the ledger has beyond it, section by section, with figures. Give the gold readings of several reports together to check what these say together.",
      )
      .argument("<gold...>", "gold readings, one YAML file a report (docs/check-gold.md)")
      .addOption(ledgerOption())
      .addOption(asOfOption())
      .option("--json", "print JSON Lines: one row a line, the figures last"),
    `Examples:
  demarche check gold-north.yaml
  demarche check gold-north.yaml gold-south.yaml --ledger asia.db
  demarche check gold-north.yaml --json | jq 'select(.state == "missing") | .words'`,
    STATUSES.replace(
      "at least one report was refused; the others were read and kept",
      "a row that must be there is missing or wrong",
    ),
  ).action(async (files: string[], options) =>
    finish(await (await import("./commands/check.js")).checkCommand(files, options, terminal)),
  );

  help(
    demarche
      .command("history")
      .summary("print when a row came into the ledger, changed and went")
      .description(
        "Prints the changes of the ledger that a report or a row has gone through: when it came, from which version of demarche, what of it changed when its report was read again, when it went, and what people said of it. What went is found by its identifier too.",
      )
      .argument("<id>", "identifier of a report or of a row; a beginning is enough if it is unique")
      .addOption(ledgerOption())
      .option("--json", "print JSON Lines: one change a line, with the row before and after, then reviews"),
    `Examples:
  demarche history r1438f68
  demarche history e3f9a1c2 --ledger asia.db
  demarche show --as-of 2026-03-01

Times are UTC. Other commands show the ledger as it stood at a time with --as-of.`,
  ).action(async (id: string, options) =>
    finish(await (await import("./commands/history.js")).historyCommand(id, options, terminal)),
  );

  help(
    demarche
      .command("remove")
      .summary("take reports out of the ledger")
      .description(
        "Takes reports and all that came from them out of the ledger, which is then as if it had never had them. Its history keeps what they said, so that --as-of can show it.",
      )
      .argument("<id...>", "identifiers of reports; a beginning is enough if it is unique")
      .addOption(ledgerOption()),
    `Examples:
  demarche remove r1438f68
  demarche remove r1438f68 r77b0e15 --ledger asia.db`,
  ).action(async (ids: string[], options) =>
    finish(await (await import("./commands/remove.js")).removeCommand(ids, options, terminal)),
  );
}
