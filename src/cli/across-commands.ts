import { type Command, Option } from "commander";
import { TENSION_RULES } from "../ledger/tensions/tension-rules.js";
import type { ExitStatus } from "./exit-status.js";
import { fit, STATUSES } from "./help-text.js";
import { commaSeparated, ledgerOption, withAcrossOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The commands that print what reports say together. */
export function addAcrossCommands(
  demarche: Command,
  terminal: Terminal,
  finish: (status: ExitStatus) => void,
): void {
  const help = (command: Command, text: string) =>
    command.addHelpText("after", fit(terminal, `\n${text}\n${STATUSES}`));

  const exchanges = demarche
    .command("exchanges")
    .summary("print demands and their answers, across reports")
    .description(
      "Prints each demand, request, offer, charge or threat of the ledger's reports, the latest first, with its answers in whatever report: acceptance, yielding, refusal, counter-demand, denial, counter-charge, deflection, or silence so far. Each answer says which words join it, or why it was inferred and how sure that is.",
    )
    .option("--answered", "only those that were answered")
    .option("--open", "only those without an answer so far");
  help(
    withAcrossOptions(exchanges, "exchanges", "one answer of an exchange, or its silence,"),
    `Examples:
  demarche exchanges --answered
  demarche exchanges --between CHN,USA --about PRK --from 2017-01-01
  demarche exchanges --json | jq 'select(.answers == [])'`,
  ).action(async (options) =>
    finish(await (await import("./commands/exchanges.js")).exchangesCommand(options, terminal)),
  );

  const happenings = demarche
    .command("happenings")
    .summary("print what happened, however many reports tell of it")
    .description(
      "Prints what the events of the ledger's reports tell of, the latest first: events that tell of the same thing stand together, each with what it was linked to and why, and with how many outlets tell of it independently (copies and agency copy count once).",
    )
    .option("--several", "only those of which several reports tell");
  help(
    withAcrossOptions(happenings, "happenings", "one event of a happening"),
    `Examples:
  demarche happenings --several
  demarche happenings --between USA,PRK --from 2017-08-01 --to 2017-08-31
  demarche happenings join h3f9a1c2 h77b0e15 --note "the same call, two time zones"
  demarche happenings split h3f9a1c2 e0c4d9a1`,
  ).action(async (options) =>
    finish(await (await import("./commands/happenings.js")).happeningsCommand(options, terminal)),
  );

  help(
    happenings
      .command("join")
      .summary("say that two happenings are one")
      .description("Joins two happenings for good, also when their reports are read again.")
      .argument("<id>", "identifier of a happening; a beginning is enough if it is unique")
      .argument("<other>", "the other one")
      .addOption(ledgerOption())
      .option("--note <text>", "why, for whoever reads it later"),
    `Examples:
  demarche happenings join h3f9a1c2 h77b0e15`,
  ).action(async (one: string, other: string, _options, command: Command) =>
    finish(
      await (await import("./commands/happening-decisions.js")).joinCommand(
        one,
        other,
        command.optsWithGlobals(),
        terminal,
      ),
    ),
  );

  help(
    happenings
      .command("split")
      .summary("say that an event does not tell of a happening")
      .description("Takes an event out of a happening for good, also when its report is read again.")
      .argument("<id>", "identifier of the happening; a beginning is enough if it is unique")
      .argument("<event>", "identifier of the event")
      .addOption(ledgerOption())
      .option("--note <text>", "why, for whoever reads it later"),
    `Examples:
  demarche happenings split h3f9a1c2 e0c4d9a1 --note "the test of the week before"`,
  ).action(async (id: string, event: string, _options, command: Command) =>
    finish(
      await (await import("./commands/happening-decisions.js")).splitCommand(
        id,
        event,
        command.optsWithGlobals(),
        terminal,
      ),
    ),
  );

  const positions = demarche
    .command("positions")
    .summary("print what actors hold, over time and speakers")
    .description(
      "Prints what actors hold by the ledger's reports, those told last first: what one refuses, denies, demands, supports, blames, threatens or promises, towards whom and about whom, with each time that it was told, first and last seen, and the opposed position that it took the place of, or that took its place.",
    )
    .option("--of <codes>", "only positions of these actors (CHN)", commaSeparated)
    .option("--changed", "only those that changed, or came of a change")
    .option("--single", "also those that are told once");
  help(
    withAcrossOptions(positions, "positions", "one time that a position was told"),
    `Examples:
  demarche positions --of CHN --about PRK
  demarche positions --changed
  demarche positions --single --csv > positions.csv`,
  ).action(async (options) =>
    finish(await (await import("./commands/positions.js")).positionsCommand(options, terminal)),
  );

  const tensions = demarche
    .command("tensions")
    .summary("print pairs that do not sit well together")
    .description(
      "Prints pairs of the ledger's reports that do not sit well together, the latest first, with both texts for a person to judge, and which rule made the pair: an act and its denial, a cut and a growth of the same trade, two figures for one quantity, the same words given to two people, a position that changed, a promise and an act against it.",
    )
    .addOption(new Option("--rule <rule>", "only those that this rule made").choices(TENSION_RULES));
  help(
    withAcrossOptions(tensions, "tensions", "one tension"),
    `Examples:
  demarche tensions
  demarche tensions --rule figures --from 2017-07-01
  demarche tensions --between CHN,PRK --json`,
  ).action(async (options) =>
    finish(await (await import("./commands/tensions.js")).tensionsCommand(options, terminal)),
  );

  const issues = demarche
    .command("issues")
    .summary("print what disputes are about")
    .description(
      "Prints what the disputes of the ledger's stories are about, in the words that their reports use, with the stories of each issue, those of most reports first. The filters choose the stories, as those of demarche stories do.",
    )
    .option("--single", "also of stories that one report alone tells");
  help(
    withAcrossOptions(issues, "issues", "one story of an issue"),
    `Examples:
  demarche issues
  demarche issues --between CHN,USA --about PRK`,
  ).action(async (options) =>
    finish(await (await import("./commands/issues.js")).issuesCommand(options, terminal)),
  );
}
