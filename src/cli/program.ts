import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EVALUATIONS, type EvaluationName } from "../evaluate/evaluations.js";
import { ACTOR_KINDS } from "../knowledge/known-actors.js";
import { LedgerError } from "../ledger/ledger-error.js";
import { addAcrossCommands } from "./across-commands.js";
import { EXIT, type ExitStatus } from "./exit-status.js";
import { addExportCommands } from "./export-commands.js";
import { fit, STATUSES } from "./help-text.js";
import { addLedgerCommands } from "./ledger-commands.js";
import { asOfOption, commaSeparated, isoDate, LEDGER, ledgerOption, surerThanOption } from "./options.js";
import { problemLines } from "./render/problem.js";
import { addReviewCommands } from "./review-commands.js";
import type { Terminal } from "./terminal.js";
import { VERSION } from "./version.js";

// Commands are loaded when they run, so that help and usage errors come at once.

/** The command line as commander knows it; `finish` takes the exit status of the command that ran. */
export function program(terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const demarche = new Command("demarche")
    .description(
      "Reads news reports of disputes between states and keeps an evidence-backed ledger: who said and did what to whom, when and where, according to which report, with the words that say so.",
    )
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      getOutHasColors: () => terminal.colours.isColorSupported,
      getErrHasColors: () => terminal.colours.isColorSupported,
    })
    .configureHelp({ styleTitle: terminal.colours.bold, minWidthToWrap: 20 })
    .showHelpAfterError("Run it with --help to see what it takes.")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche read report.txt                 read one report into ${LEDGER} and print what it says
  demarche read reports/ --ledger asia.db  read a folder into another ledger
  demarche show                            print the ledger again
  demarche explain e3f9a1c2                print why that row is there
${STATUSES}

The ledger is one SQLite file. sqlite3 and Datasette open it as it is: start with the views
who_said_what, who_did_what_to_whom and who_answered_whom.`,
      ),
    );

  demarche
    .command("read")
    .summary("read reports into the ledger and print what they say")
    .description(
      "Reads news reports (plain text or HTML) into the ledger and prints, for each, what it says: its exchanges, statements and events, each with the words that say so. Reading a report again changes nothing.",
    )
    .argument("<file...>", "files, folders with all that is below them, or - for standard input")
    .addOption(ledgerOption())
    .option("--no-ledger", "keep nothing, only print")
    .option("--codebook <folder>", "a codebook of your own over the project's (demarche codebook --help)")
    .option("--json", "print JSON Lines: one record a line, refused reports among them")
    .addOption(actorsOption())
    .option(
      "--published <date>",
      "publication date of the reports (2017-02-17), for dates like “Tuesday”",
      isoDate,
    )
    .option("--outlet <name>", "outlet of the reports, whatever they state")
    .option("--encoding <name>", "encoding of the files (windows-1252), whatever they state", encodingName)
    .addOption(surerThanOption())
    .option("-q, --quiet", "print refusals and the count only")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche read report.txt
  demarche read page.html reports/ --ledger asia.db
  demarche read report.txt --published 2017-02-17
  curl -s https://example.org/report.html | demarche read -
  demarche read reports/ --json --no-ledger > records.jsonl
  demarche read reports/ --actors mine.tsv

In a folder, files that end in .txt, .text, .md, .html, .htm or .xhtml are read, also with .gz.
--surer-than narrows down what is printed; the ledger keeps all.
A report that cannot be read is refused with a code, what was met, what was expected and what
to do; the others are read. Stopping a run leaves whole reports only; running it again goes on.
${STATUSES}`,
      ),
    )
    .action(async (files: string[], options) =>
      finish(await (await import("./commands/read.js")).readCommand(files, options, terminal)),
    );

  demarche
    .command("show")
    .summary("print the ledger again")
    .description("Prints reports of the ledger as read printed them: those that are named, or all.")
    .argument("[id...]", "identifiers of reports or of rows in them; a beginning is enough if it is unique")
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .addOption(surerThanOption())
    .option("--json", "print JSON Lines: one record a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche show
  demarche show r1438f68 --ledger asia.db
  demarche show --surer-than 0.5
  demarche show --json | jq 'select(.kind == "event" and .type == "SANCTION")'

Each event says how likely all of it is right (type, status, who to whom): of rows that are
50 % sure about half are right. docs/ledger.md has figures by threshold.
${STATUSES}`,
      ),
    )
    .action(async (ids: string[], options) =>
      finish(await (await import("./commands/show.js")).showCommand(ids, options, terminal)),
    );

  demarche
    .command("stories")
    .summary("group the ledger's reports into stories")
    .description(
      "Prints the reports of the ledger that tell of the same dispute and episode together, the latest story first: a name made of words that they use, dates, outlets, how many of these tell independently (copies count once), and why each report belongs there. In whatever order the reports were read, the stories are the same.",
    )
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .option("--between <codes>", "only stories that name all of these actors (CHN,USA)", commaSeparated)
    .option("--about <codes>", "only stories that name one of these actors (PRK)", commaSeparated)
    .option("--from <date>", "only stories with a report of that day or later", isoDate)
    .option("--to <date>", "only stories with a report of that day or earlier", isoDate)
    .option("--single", "also stories that one report alone tells")
    .option("--json", "print JSON Lines: one story a line")
    .option("--csv", "print CSV with a header: one report of a story a row")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche stories
  demarche stories --between CHN,USA --about PRK --from 2017-01-01
  demarche stories --single --csv > stories.csv

A story names an actor where at least half of its reports do. Reports without a date are
grouped among themselves; demarche date gives a report its date.
${STATUSES}`,
      ),
    )
    .action(async (options) =>
      finish(await (await import("./commands/stories.js")).storiesCommand(options, terminal)),
    );

  addAcrossCommands(demarche, terminal, finish);
  addLedgerCommands(demarche, terminal, finish);
  addReviewCommands(demarche, terminal, finish);
  addExportCommands(demarche, terminal, finish);

  demarche
    .command("open")
    .summary("serve the ledger on this machine and open its page")
    .description(
      "Serves the ledger on this machine and opens its page in the browser: reports with what they say, disputes as a timeline, actors, search. Files that are dropped on the page are read. Programs ask the same address: /api describes how. Nothing leaves the machine.",
    )
    .addOption(ledgerOption())
    .option("--port <number>", "port to listen on; 0 for any that is free", portNumber, 4747)
    .option(
      "--host <address>",
      "address to listen on; any but this machine's own demands a token",
      "127.0.0.1",
    )
    .option("--token <text>", "demand this token; made up where one is demanded and none is given", tokenText)
    .option("--allow-origin <origin...>", "let pages of these other sites ask (https://example.org)")
    .option("--no-browser", "do not open the browser")
    .option("--codebook <folder>", "a codebook of your own over the project's (demarche codebook --help)")
    .addOption(actorsOption())
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche open
  demarche open --ledger asia.db --port 8080
  demarche open --host 0.0.0.0 --no-browser
  curl -s http://127.0.0.1:4747/api/exchanges?between=CHN,USA
${STATUSES}`,
      ),
    )
    .action(async (options) =>
      finish(await (await import("./commands/open.js")).openCommand(options, terminal)),
    );

  demarche
    .command("date")
    .summary("give a report its publication date")
    .description(
      "Gives a report of the ledger its publication date and resolves what counts from it (“Tuesday”, “last week”), without reading the text again. Give --actors and --codebook as when it was read.",
    )
    .argument("<id>", "identifier of a report or of a row in it; a beginning is enough if it is unique")
    .argument("<date>", "the date (2017-02-28)", isoDate)
    .addOption(ledgerOption())
    .option("--codebook <folder>", "a codebook of your own over the project's (demarche codebook --help)")
    .addOption(actorsOption())
    .option("--json", "print JSON Lines: one record a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche date r1438f68 2017-02-28
  demarche date r1438f68 2017-02-28 --ledger asia.db
${STATUSES}`,
      ),
    )
    .action(async (id: string, published: string, options) =>
      finish(await (await import("./commands/date.js")).dateCommand(id, published, options, terminal)),
    );

  demarche
    .command("explain")
    .summary("print why a row is in the ledger")
    .description(
      "Prints why a row is there: its words in their sentence, the rule that found it, the steps, the codes that lost, and how it was found out who is meant.",
    )
    .argument(
      "<id>",
      "identifier of a report, statement, event, exchange or happening; a beginning is enough if it is unique",
    )
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche explain e3f9a1c2
  demarche explain s7b --ledger asia.db
${STATUSES}`,
      ),
    )
    .action(async (id: string, options) =>
      finish(await (await import("./commands/explain.js")).explainCommand(id, options, terminal)),
    );

  const actors = demarche
    .command("actors")
    .summary("list who is known and why")
    .description(
      "Lists who is known before a report is read: states, organisations, people with their offices and dates, and so on, each with the files and lines that say so. With names, tells all of those; a code or a part of a name will do.",
    )
    .argument("[name...]", "names or codes")
    .addOption(new Option("--kind <kind>", "actors of this kind only").choices(ACTOR_KINDS))
    .option("--on <date>", "who the people are on that day (2016-05-01)", isoDate)
    .addOption(actorsOption())
    .option("--count", "print how many, not who")
    .option("--json", "print JSON Lines: one actor a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche actors "Boris Johnson"
  demarche actors "Boris Johnson" --on 2017-05-01
  demarche actors Kremlin UNO
  demarche actors --kind media --json
  demarche actors --count
  demarche actors Freedonia --actors mine.tsv
  demarche actors check mine.tsv

docs/actors.md tells how to write a file of your own actors.
${STATUSES}`,
      ),
    )
    .action(async (names: string[], options) =>
      finish((await import("./commands/actors.js")).actorsCommand(names, options, terminal)),
    );

  actors
    .command("check")
    .summary("lint files of your own actors")
    .description(
      "Tells what is wrong with files of your own actors, each finding with its line, what was met, what is expected and what to do. A file with errors cannot be used; warnings can stay.",
    )
    .argument("<file...>", "files of actors (docs/actors.md)")
    .option("--json", "print JSON Lines: one finding a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche actors check mine.tsv
  demarche actors check mine.tsv --json
${STATUSES.replace("at least one report was refused; the others were read and kept", "errors were found")}`,
      ),
    )
    .action(async (files: string[], _options, command: Command) =>
      // Options that the command above has too are that one's, wherever they stand.
      finish(
        (await import("./commands/actors.js")).actorsCheckCommand(files, command.optsWithGlobals(), terminal),
      ),
    );

  const codebook = demarche
    .command("codebook")
    .summary("check a codebook, and see what it would change")
    .description(
      "Works on a codebook of your own: a folder with files such as SANCTION.yaml, each instead of the project's own for that type, and a words.yaml whose lists come over the project's. codebook/README.md tells how to write one.",
    )
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche codebook check mine/
  demarche codebook diff mine/ --ledger asia.db
  demarche read reports/ --codebook mine/
${STATUSES}`,
      ),
    );

  codebook
    .command("check")
    .summary("tell what is wrong with a codebook")
    .description(
      "Tells what is wrong with the codebook files of a folder, each problem with its line, its code, what was met, what was expected and what to do. Then reads the cases of sound files with the whole program: each that is must be found, none that is not.",
    )
    .argument("[folder]", "folder with codebook files", "codebook")
    .option("--no-cases", "do not read the cases (needs no model)")
    .option("--json", "print JSON Lines: one problem a line")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche codebook check mine/
  demarche codebook check mine/ --no-cases
  demarche codebook check --json | jq .code
${STATUSES.replace("at least one report was refused; the others were read and kept", "problems were found")}`,
      ),
    )
    .action(async (folder: string, options) =>
      finish(await (await import("./commands/codebook.js")).codebookCheckCommand(folder, options, terminal)),
    );

  codebook
    .command("diff")
    .summary("show what a codebook would add, drop and change in a ledger")
    .description(
      "Looks for the events of a ledger's reports again with another codebook and prints what it would add (+), drop (-) and change (~). The ledger keeps the analysis of every report, so that the model does not run; nothing is written.",
    )
    .argument("<folder>", "folder with codebook files")
    .addOption(ledgerOption())
    .option("--json", "print JSON Lines: one change a line, with the event before and after")
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Examples:
  demarche codebook diff mine/
  demarche codebook diff mine/ --ledger asia.db
  demarche codebook diff mine/ --json | jq 'select(.change == "dropped") | .before.type'
${STATUSES}`,
      ),
    )
    .action(async (folder: string, options) =>
      finish(await (await import("./commands/codebook.js")).codebookDiffCommand(folder, options, terminal)),
    );

  demarche
    .command("evaluate")
    .summary("score a reader against a gold file")
    .description("Scores one reader against a gold file. The last line printed is pairs of name and value.")
    .addArgument(new Argument("<what>", "the reader").choices(EVALUATIONS))
    .argument("<gold>", "gold file, gzipped or not")
    .option("--out <file>", "write the predictions there, in the format of the gold")
    .option(
      "--raw",
      "syntax: with sentences and words of its own, not the gold's; pronouns: with tags and trees of its own",
    )
    .option(
      "--reports <file...>",
      "actors, marked-events, marked-exchanges, places, quantities, ledger: files with the texts of the reports, where the gold holds the marks alone",
    )
    .option("--genres <list>", "pronouns: only documents of these genres (news,interview)", commaSeparated)
    .addOption(
      new Option(
        "--alone <part>",
        "quotations: by rules or language model alone; events, coding: by one of the two coders alone",
      ).choices(["rules", "codebook", "learned"]),
    )
    .option("--actors <file>", "coding: a file of your own actors, over those that demarche knows")
    .addOption(
      new Option("--scheme <name>", "coding: whose codes the gold has (without it CAMEO's)").choices([
        "cameo",
        "weis",
      ]),
    )
    .addHelpText(
      "after",
      fit(
        terminal,
        `
Gold files:
  syntax         CoNLL-U
  names          IOB2: UNER's five columns or CoNLL-2003's four
  actors         JSON Lines with marked mentions (docs/actor-gold.md)
  pronouns       CoNLL-U with coreference: Entity= in the last column, as in GUM
  quotations     JSON Lines with attributions
  times          JSON Lines with TIMEX3 expressions
  places         JSON Lines with marked places (docs/place-gold.md)
  quantities     JSON Lines with marked numbers (docs/quantity-gold.md)
  statuses       YAML with sentences, an act of each and its status (codebook/status-cases.yaml)
  events         tab-separated, source and target marked in the sentence
  coding         JSON Lines with sentences and who did what to whom (docs/coding-gold.md)
  marked-events  JSON Lines with the events of whole reports (docs/event-marks.md)
  marked-exchanges  JSON Lines with the exchanges inside reports (docs/exchange-marks.md)
  stories        JSON Lines with reports and the group of each (docs/story-gold.md)
  ledger         YAML with marked happenings and exchanges (docs/ledger-gold.md)
  pages          JSON object of page identifier to article, beside html/ID.html.gz

Examples:
  demarche evaluate syntax en_ewt-ud-dev.conllu --out predicted.conllu
  demarche evaluate syntax en_ewt-ud-dev.conllu --raw
  demarche evaluate actors gold.jsonl --reports reports.jsonl --out judged.jsonl
  demarche evaluate quotations gold.jsonl --alone rules
  demarche evaluate pronouns en_gum-ud-dev.conllu --genres news,interview
  demarche evaluate coding gold.jsonl --actors mine.tsv
${STATUSES}`,
      ),
    )
    .action(async (what: EvaluationName, gold: string, options) =>
      finish(await (await import("./commands/evaluate.js")).evaluateCommand(what, gold, options, terminal)),
    );

  return demarche;
}

/** Runs the command line `args` and gives its exit status; usage errors and problems of the ledger are told on `err`. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  try {
    await program(terminal, (s) => {
      status = s;
    }).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof LedgerError)) throw error;
    terminal.err(`${problemLines(terminal, error).join("\n")}\n`);
    return EXIT.ledger;
  }
  return status;
}

function actorsOption(): Option {
  return new Option("--actors <file>", "a file of your own actors, over those that demarche knows");
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new InvalidArgumentError("A number from 0 to 65535 is expected.");
}

function tokenText(text: string): string {
  if (/^[\w-]{16,200}$/.test(text)) return text;
  throw new InvalidArgumentError("At least 16 letters, digits, - or _ are expected.");
}

function encodingName(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError("An encoding's name like utf-8 or windows-1252 is expected.");
  }
}
