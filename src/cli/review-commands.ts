import { Argument, type Command, Option } from "commander";
import { STATUSES as EVENT_STATUSES, EVENT_TYPES } from "../event/event.js";
import { REVIEWED_KINDS, VERDICTS } from "../ledger/reviews/review.js";
import type { ExitStatus } from "./exit-status.js";
import { fit, STATUSES } from "./help-text.js";
import { asOfOption, commaSeparated, ledgerOption } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The commands for what people say of rows. */
export function addReviewCommands(
  demarche: Command,
  terminal: Terminal,
  finish: (status: ExitStatus) => void,
): void {
  const help = (command: Command, text: string) =>
    command.addHelpText("after", fit(terminal, `\n${text}\n${STATUSES}`));

  help(
    demarche
      .command("review")
      .summary("accept, correct or reject a row")
      .description(
        "Keeps what a person says of a row beside what the machine says of it: that holds for good, also when its report is read again. Without a verdict it shows the row and what people say of it.",
      )
      .argument(
        "<row>",
        "identifier of an event, statement, exchange or relation, REPORT:START-END for a mention, or ANSWER-OPENING for an answer across reports",
      )
      .addArgument(
        new Argument("[verdict]", "what the person says; withdraw takes it back").choices(VERDICTS),
      )
      .addOption(ledgerOption())
      .option("--reviewer <name>", "who says so")
      .option("--note <text>", "why, for whoever reads it later")
      .option("--type <type>", `correct: another type (${EVENT_TYPES[0]}, ...), answer or relation`)
      .option("--status <status>", `correct: another status (${EVENT_STATUSES.slice(0, 3).join(", ")}, ...)`)
      .option(
        "--source <codes>",
        'correct: who acts (CHN.GOV,RUS; ? for somebody unknown, "" for nobody)',
        commaSeparated,
      )
      .option("--target <codes>", "correct: whom it concerns", commaSeparated)
      .option("--trigger <words>", "correct: the words that tell the act")
      .option("--speaker <code>", "correct: who speaks")
      .option("--person <name>", "correct: the speaker's name")
      .option("--addressee <words>", "correct: the words that name to whom")
      .option("--content <words>", "correct: the words of the report that were said")
      .option("--actor <codes>", "correct: whom a mention means", commaSeparated)
      .option("--blind", "keep what others say of the row hidden from the reviewer who has not judged it")
      .option("--json", "print the row as a line of JSON"),
    `Examples:
  demarche review e3f9a1c2
  demarche review e3f9a1c2 accept --reviewer "Ada Quill"
  demarche review e3f9a1c2 correct --type THREATEN --status planned --reviewer "Ada Quill"
  demarche review r1438f68:120-135 correct --actor CHN.GOV --reviewer "Ada Quill"
  demarche review s52e07d1-e90ac44b correct --type counter-demand --reviewer "Ada Quill"
  demarche review e3f9a1c2 reject --reviewer "Ada Quill" --note "a sports report"`,
  ).action(async (row: string, verdict, options) =>
    finish(await (await import("./commands/review.js")).reviewCommand(row, verdict, options, terminal)),
  );

  const reviews = demarche
    .command("reviews")
    .summary("print what people said of rows")
    .description(
      "Prints the last that each person said of each row, beside what the machine says, and what they say together.",
    )
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .addOption(new Option("--of <kind>", "only rows of this kind").choices(REVIEWED_KINDS))
    .option("--report <id>", "only rows of this report")
    .option("--row <id>", "only this row")
    .option("--reviewer <name>", "only what this person said")
    .addOption(new Option("--verdict <verdict>", "only this verdict").choices(VERDICTS.slice(0, 3)))
    .option("--lost", "only those whose row is no longer found")
    .option("--blind <name>", "only what this person may see who is blind to others: rows that he has judged")
    .option("--json", "print JSON Lines: one review a line")
    .option("--csv", "print CSV with a header: one review a row");
  help(
    reviews,
    `Examples:
  demarche reviews
  demarche reviews --verdict correct --csv > corrections.csv
  demarche reviews --lost
  demarche reviews agreement
  demarche reviews export reviews.jsonl
  demarche reviews import reviews.jsonl --ledger other.db

docs/reviews.md tells what holds, and what a file of reviews is made of.`,
  ).action(async (options) =>
    finish(await (await import("./commands/reviews.js")).reviewsCommand(options, terminal)),
  );

  help(
    reviews
      .command("agreement")
      .summary("print how far reviewers agree")
      .description(
        "Prints Krippendorff's alpha of all reviewers, for whether rows are right, for their type and for their status, and the rows on which reviewers differ. The filters of demarche reviews narrow the rows down.",
      )
      .addOption(ledgerOption())
      .option("--json", "print it as a line of JSON"),
    `Examples:
  demarche reviews agreement
  demarche reviews agreement --of event --json`,
  ).action(async (_options, command: Command) =>
    finish(
      await (await import("./commands/reviews.js")).agreementCommand(command.optsWithGlobals(), terminal),
    ),
  );

  help(
    reviews
      .command("export")
      .summary("write all reviews into a file")
      .description("Writes all that people said, as JSON Lines that can be imported into another ledger.")
      .argument("<file>", "file to write, or - for standard output")
      .addOption(ledgerOption()),
    `Examples:
  demarche reviews export reviews.jsonl`,
  ).action(async (file: string, _options, command: Command) =>
    finish(
      await (await import("./commands/reviews.js")).exportReviewsCommand(
        file,
        command.optsWithGlobals(),
        terminal,
      ),
    ),
  );

  help(
    reviews
      .command("import")
      .summary("bring in reviews from a file")
      .description(
        "Brings in reviews that demarche reviews export wrote. Those that are there already stay; those of reports that are not there wait for them.",
      )
      .argument("<file>", "file of reviews, or - for standard input")
      .addOption(ledgerOption())
      .option("--json", "print what came of it as a line of JSON"),
    `Examples:
  demarche reviews import reviews.jsonl --ledger other.db`,
  ).action(async (file: string, _options, command: Command) =>
    finish(
      await (await import("./commands/reviews.js")).importReviewsCommand(
        file,
        command.optsWithGlobals(),
        terminal,
      ),
    ),
  );
}
