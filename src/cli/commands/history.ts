import { isDeepStrictEqual } from "node:util";
import type { LedgerChange } from "../../ledger/history/history.js";
import { type Found, Ledger } from "../../ledger/ledger.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { type JsonRecord, recordsOf } from "../records.js";
import { historyLines } from "../render/history.js";
import { reviewLines } from "../render/reviews.js";
import type { Terminal } from "../terminal.js";

export interface HistoryOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/** A change of the ledger, and what became of a row by it. */
export interface RowChange extends LedgerChange {
  /** Absent for rows that rest on several reports. */
  readonly row?: "came" | "changed" | "stayed" | "went";
  /** Names of the fields that changed. */
  readonly fields?: readonly string[];
  readonly before?: JsonRecord;
  readonly after?: JsonRecord;
}

const OF_ONE_REPORT: ReadonlySet<string> = new Set(["report", "statement", "event", "exchange", "relation"]);

/** `demarche history`: when a row came into the ledger, what of it changed, when it went, and what people said of it. */
export async function historyCommand(
  id: string,
  options: HistoryOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const ledger = await Ledger.open(options.ledger, { purpose: "read" });
  try {
    const there = await ledger.find(id);
    const gone = there.length > 0 ? [] : await ledger.findGone(id);
    const found = gone.length === 1 ? gone[0]! : await findOne(ledger, id, terminal);
    if (!found) return EXIT.usage;
    const changes = await changesOfRow(ledger, found);
    const reviews = await ledger.reviews({ row: found.id });
    if (options.json)
      for (const record of [...changes, ...reviews]) terminal.out(`${JSON.stringify(record)}\n`);
    else {
      const lines = [
        ...historyLines(terminal, found, changes),
        ...reviews.flatMap((review) => reviewLines(terminal, review)),
      ];
      terminal.out(`${lines.join("\n")}\n`);
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}

async function changesOfRow(ledger: Ledger, { id, kind, report }: Found): Promise<RowChange[]> {
  const record = await ledger.get(id);
  if (!OF_ONE_REPORT.has(kind)) {
    const { reports, events } = kind === "issue" ? await storiesAbout(ledger, id) : restsOn(record);
    const changes = [
      ...(await ledger.changesOf([...reports])),
      ...(await ledger.decisionsAbout([...events])),
    ];
    return changes.sort((a, b) => a.number - b.number);
  }
  const changes: RowChange[] = [];
  let before: JsonRecord | undefined;
  for (const change of await ledger.changesOf([report])) {
    const reading = await ledger.readingAfter(report, change.number);
    const records = reading ? recordsOf(reading) : [];
    const after = kind === "report" ? records[0] : records.find((one) => one.id === id);
    const became = becomes(before, after);
    if (became) changes.push({ ...change, ...became });
    before = after;
  }
  return changes;
}

function becomes(
  before: JsonRecord | undefined,
  after: JsonRecord | undefined,
): Pick<RowChange, "row" | "fields" | "before" | "after"> | undefined {
  if (!before && !after) return undefined;
  if (!before) return { row: "came", after: after! };
  if (!after) return { row: "went", before };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return fields.length === 0 ? { row: "stayed" } : { row: "changed", fields, before, after };
}

/** The reports of the stories that are about an issue. */
async function storiesAbout(ledger: Ledger, issue: string): Promise<ReturnType<typeof restsOn>> {
  const stories = await ledger.stories({ issue });
  return {
    reports: new Set(stories.flatMap(({ reports }) => reports.map(({ id }) => id))),
    events: new Set(),
  };
}

/** The reports and events that a record names, wherever in it. */
function restsOn(record: unknown): { reports: Set<string>; events: Set<string> } {
  const reports = new Set<string>();
  const events = new Set<string>();
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === "object" && value !== null) {
      const { report, id } = value as { report?: unknown; id?: unknown };
      if (typeof report === "string") {
        reports.add(report);
        if (typeof id === "string") events.add(id);
      }
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(record);
  return { reports, events };
}
