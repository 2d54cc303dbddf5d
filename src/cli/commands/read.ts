import { Ledger } from "../../ledger/ledger.js";
import { readerVersion } from "../../ledger/reader-version.js";
import { reportsAtOnce } from "../../reading/group-size.js";
import { readerHere } from "../../reading/reader.js";
import { type Taken, takeInAll } from "../../reading/take-in.js";
import type { Refusal } from "../../record/refusal.js";
import { countInputs, readInputs } from "../../report/inputs.js";
import type { Report } from "../../report/report.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { type OwnOptions, ownOf } from "../own.js";
import { Progress } from "../progress.js";
import { recordsOf } from "../records.js";
import { problemLines } from "../render/problem.js";
import { count, reportLines } from "../render/report.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

export interface ReadOptions extends OwnOptions {
  /** The ledger's file; false to keep nothing. */
  readonly ledger: string | false;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** What the caller knows about the reports, whatever they say: publication date (ISO 8601) and outlet. */
  readonly published?: string;
  readonly outlet?: string;
  readonly encoding?: string;
  /** The least probability of events that are printed, 0 to 1; the ledger gets all. */
  readonly surerThan?: number;
}

/** What is read together at most, so that memory stays flat. */
const CHARACTERS_AT_ONCE = 200_000;

interface Tally {
  read: number;
  known: number;
  refused: number;
}

/** `demarche read`: reads reports into the ledger and prints what each of them says. */
export async function readCommand(
  names: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const own = ownOf(options, terminal);
  if (!own) return EXIT.usage;
  const ledger =
    options.ledger === false
      ? undefined
      : await Ledger.open(options.ledger, {
          readerVersion: readerVersion(own.knowledge, own.codebook),
          clock,
          renewing: renewal(terminal),
        });
  const progress = new Progress(terminal, terminal.watched ? await countInputs(names) : 0);
  const tally: Tally = { read: 0, known: 0, refused: 0 };
  const inputs: string[] = [];
  const reader = readerHere(own);
  try {
    let done = 0;
    progress.show(done, inputs[done]);
    for await (const results of takeInAll(
      groups(names, options, (name) => inputs.push(name)),
      reader,
      ledger,
      own,
    )) {
      progress.clear();
      for (const result of results) print(result, options, terminal, tally);
      done += results.length;
      progress.show(done, inputs[done]);
    }
    progress.clear();
    if (!options.json && done > 1) terminal.out(`${summary(tally, options.ledger)}\n`);
  } finally {
    progress.clear();
    await reader.close();
    await ledger?.close();
  }
  return tally.refused > 0 ? EXIT.refused : EXIT.done;
}

/** Reports and refusals in the order of the command line, in groups that the model reads together. */
async function* groups(
  names: readonly string[],
  { published, outlet, encoding }: ReadOptions,
  seen: (name: string) => void,
): AsyncGenerator<(Report | Refusal)[]> {
  let group: (Report | Refusal)[] = [];
  let characters = 0;
  let done = 0;
  for await (const report of readInputs(names, { published, outlet, encoding })) {
    seen(report.kind === "report" ? report.origin : report.input);
    group.push(report);
    if (report.kind === "report") characters += report.text.length;
    if (group.length < reportsAtOnce(done) && characters < CHARACTERS_AT_ONCE) continue;
    yield group;
    done += group.length;
    group = [];
    characters = 0;
  }
  if (group.length > 0) yield group;
}

function print(result: Taken, options: ReadOptions, terminal: Terminal, tally: Tally): void {
  if (!("reading" in result)) {
    tally.refused++;
    if (options.json) terminal.out(`${JSON.stringify(result)}\n`);
    terminal.err(`${problemLines(terminal, result).join("\n")}\n`);
    return;
  }
  if (result.known) tally.known++;
  else tally.read++;
  if (options.json) {
    terminal.out(
      recordsOf(result.reading, options.surerThan)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(""),
    );
  } else if (!options.quiet) {
    terminal.out(`${reportLines(terminal, result.reading, options.surerThan).join("\n")}\n\n`);
  }
}

function summary({ read, known, refused }: Tally, ledger: string | false): string {
  const parts = [
    `${count(read, "report")} read`,
    ...(known > 0 ? [`${known} in the ledger already`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return `${parts.join(", ")}${ledger === false ? "" : ` · ${ledger}`}`;
}
