import { type Command, InvalidArgumentError, Option } from "commander";

/** The ledger that a command uses where none is named. */
export const LEDGER = "demarche.db";

export function ledgerOption(): Option {
  return new Option("--ledger <file>", "the ledger's file").default(LEDGER);
}

/** Shows the ledger as it stood. */
export function asOfOption(): Option {
  return new Option(
    "--as-of <time>",
    "the ledger as it stood at the end of that day (2026-03-01) or at that instant (2026-03-01T09:00:00Z), UTC",
  ).argParser(isoInstant);
}

/** Leaves out events that are less likely right. */
export function surerThanOption(): Option {
  return new Option(
    "--surer-than <probability>",
    "only events of which all is right with at least this probability, 0 to 1 (0.5: about half of such rows are right)",
  ).argParser(probability);
}

function probability(text: string): number {
  const number = Number(text);
  if (/^(\d+(\.\d*)?|\.\d+)$/.test(text) && number <= 1) return number;
  throw new InvalidArgumentError("A probability from 0 to 1 like 0.7 is expected.");
}

/** Takes a calendar date or an instant in UTC, ISO 8601. */
function isoInstant(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isoDate(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)))
    return new Date(text).toISOString();
  throw new InvalidArgumentError(
    "A date like 2026-03-01 or an instant like 2026-03-01T09:00:00Z is expected.",
  );
}

/** Takes a calendar date, ISO 8601. */
export function isoDate(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError("A calendar date like 2017-02-17 is expected.");
}

export function commaSeparated(text: string): string[] {
  return text.split(",").filter((part) => part !== "");
}

/** The options that narrow down what a ledger tells across reports. */
export interface AcrossOptions {
  readonly ledger: string;
  readonly asOf?: string;
  readonly between?: readonly string[];
  readonly about?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly story?: string;
  readonly issue?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Gives a command that lists `things` across reports its options: the ledger, the filters, --json and --csv. */
export function withAcrossOptions(command: Command, things: string, row: string): Command {
  return command
    .addOption(ledgerOption())
    .addOption(asOfOption())
    .option(
      "--between <codes>",
      `only ${things} in which all of these actors take part (CHN,USA)`,
      commaSeparated,
    )
    .option("--about <codes>", `only ${things} that name one of these actors (PRK)`, commaSeparated)
    .option("--from <date>", `only ${things} of that day or later`, isoDate)
    .option("--to <date>", `only ${things} of that day or earlier`, isoDate)
    .option("--story <id>", `only ${things} that a report of this story tells; a beginning is enough`)
    .option("--issue <id>", `only ${things} of stories that are about this issue; a beginning is enough`)
    .option("--json", "print JSON Lines: one a line")
    .option("--csv", `print CSV with a header: ${row} a row`);
}

/** The filter that such options are. */
export function acrossFilter({ between, about, from, to, story, issue }: AcrossOptions) {
  return {
    ...(between && { between }),
    ...(about && { about }),
    ...(from && { from }),
    ...(to && { to }),
    ...(story && { story }),
    ...(issue && { issue }),
  };
}
