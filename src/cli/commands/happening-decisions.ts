import { Ledger } from "../../ledger/ledger.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { happeningLines } from "../render/happenings.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

export interface DecisionOptions {
  readonly ledger: string;
  readonly note?: string;
}

/** `demarche happenings join`: two happenings are one. */
export async function joinCommand(
  one: string,
  other: string,
  options: DecisionOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  return decide([one, other], ["happening", "happening"], options, terminal, (ledger, [a, b]) =>
    ledger.joinHappenings(a!, b!, options.note),
  );
}

/** `demarche happenings split`: an event does not tell of a happening. */
export async function splitCommand(
  happening: string,
  event: string,
  options: DecisionOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  return decide([happening, event], ["happening", "event"], options, terminal, (ledger, [a, b]) =>
    ledger.splitHappening(a!, b!, options.note),
  );
}

/** Finds what is named, has it decided, and prints the happenings that come of it. */
async function decide(
  named: readonly string[],
  kinds: readonly string[],
  options: DecisionOptions,
  terminal: Terminal,
  change: (ledger: Ledger, ids: readonly string[]) => Promise<boolean>,
): Promise<ExitStatus> {
  // Opening to read first leaves a file that is not there alone.
  await (await Ledger.open(options.ledger, { purpose: "read" })).close();
  const ledger = await Ledger.open(options.ledger, { clock, renewing: renewal(terminal) });
  try {
    const ids: string[] = [];
    for (const [i, name] of named.entries()) {
      const found = await findOne(ledger, name, terminal);
      if (!found) return EXIT.usage;
      if (found.kind !== kinds[i]) {
        terminal.err(
          `“${name}” stands for ${article(found.kind)}; the identifier of ${article(kinds[i]!)} is expected.\n`,
        );
        return EXIT.usage;
      }
      ids.push(found.id);
    }
    const events = new Set<string>();
    for (const id of ids) {
      const record = await ledger.get(id);
      for (const event of record?.kind === "happening" ? record.events : []) events.add(event.id);
    }
    if (!(await change(ledger, ids))) {
      terminal.err(
        "Nothing was changed: they are one already, or the event is not one of the happening's several.\n",
      );
      return EXIT.usage;
    }
    for (const happening of await ledger.happenings())
      if (happening.events.some(({ id }) => events.has(id)))
        terminal.out(`${happeningLines(terminal, happening).join("\n")}\n\n`);
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}

function article(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}
