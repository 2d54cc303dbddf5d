import type { Added, Ledger } from "../ledger/ledger.js";
import { LedgerError } from "../ledger/ledger-error.js";
import type { Refusal } from "../record/refusal.js";
import { internal } from "../record/refusals.js";
import type { Report } from "../report/report.js";
import { readAnalysed } from "./read.js";
import type { Own, Reader } from "./reader.js";
import type { Reading } from "./reading.js";

/** What came of one input: a refusal, or its reading; `known` where the ledger holds it already. */
export type Taken = Refusal | { readonly reading: Reading; readonly known: boolean };

type Group = readonly (Report | Refusal)[];

/** A group of which the reports that the ledger did not hold are being read. */
interface Begun {
  readonly group: Group;
  readonly readings: Promise<ReadonlyMap<string, Reading | Refusal>>;
}

/**
 * Reads reports together and adds them to the ledger, if there is one; what it holds already is not read again. Then
 * reads those reports anew of which the others tell more: who somebody is whom a report only names. The results are
 * in the order of `group`. A report that cannot be kept is refused; a ledger that cannot be used throws.
 * @param own what `reader` reads with, for the reports that are read anew
 */
export async function takeIn(
  group: Group,
  reader: Reader,
  ledger: Ledger | undefined,
  own: Own = {},
): Promise<Taken[]> {
  return finish(await begin(group, reader, ledger), reader, ledger, own);
}

/** Takes groups in, one after the other, each as `takeIn` does: while the ledger takes one, the next is being read. */
export async function* takeInAll(
  groups: AsyncIterable<Group>,
  reader: Reader,
  ledger: Ledger | undefined,
  own: Own = {},
): AsyncGenerator<Taken[]> {
  let before: Begun | undefined;
  for await (const group of groups) {
    const begun = await begin(group, reader, ledger);
    if (before) yield await finish(before, reader, ledger, own);
    before = begun;
  }
  if (before) yield await finish(before, reader, ledger, own);
}

async function begin(group: Group, reader: Reader, ledger: Ledger | undefined): Promise<Begun> {
  const readings = readAll(await missing(group, ledger), reader);
  // Whoever finishes the group meets the error; until then it is nobody's.
  readings.catch(() => {});
  return { group, readings };
}

/** The reports that the ledger does not hold, each once. */
async function missing(group: Group, ledger: Ledger | undefined): Promise<Report[]> {
  const found = new Map<string, Report>();
  for (const report of group) {
    if (report.kind === "report" && !(await ledger?.holds(report))) found.set(report.id, report);
  }
  return [...found.values()];
}

async function readAll(reports: readonly Report[], reader: Reader): Promise<Map<string, Reading | Refusal>> {
  const readings = reports.length > 0 ? await reader.read(reports) : [];
  return new Map(reports.map(({ id }, i) => [id, readings[i]!]));
}

async function finish(
  { group, readings }: Begun,
  reader: Reader,
  ledger: Ledger | undefined,
  own: Own,
): Promise<Taken[]> {
  const begun = await readings;
  const rest = group.filter((report) => report.kind === "report" && !begun.has(report.id));
  // The group before may have put another reading in the place of one that the ledger held.
  const found = new Map([...begun, ...(await readAll(await missing(rest, ledger), reader))]);
  const kept = await keepAll([...found.values()], ledger);
  const again = await ledger?.readAgain((report, analysis, offices) =>
    readAnalysed(report, analysis, { ...own, offices }),
  );
  const newest = new Map(again?.map((reading) => [reading.report.id, reading]));
  const byReport = new Map([...found.keys()].map((id, i) => [id, kept[i]!] as const));
  const results: Taken[] = [];
  for (const report of group) {
    if (report.kind === "refusal") {
      results.push(report);
      continue;
    }
    const taken = byReport.get(report.id);
    if (taken && !("reading" in taken)) results.push(taken);
    else if (taken && !taken.known)
      results.push({ ...taken, reading: newest.get(report.id) ?? taken.reading });
    else results.push({ reading: (await ledger!.reading(report.id))!, known: true });
  }
  return results;
}

/** Adds readings together; where one of them cannot be kept, one by one. */
async function keepAll(found: readonly (Reading | Refusal)[], ledger: Ledger | undefined): Promise<Taken[]> {
  const readings = found.filter((reading) => reading.kind === "reading");
  let added: (Added | Refusal | undefined)[];
  try {
    added = (await ledger?.addAll(readings)) ?? [];
  } catch (error) {
    if (!isOfOneReport(error)) throw error;
    added = [];
    for (const reading of readings) added.push(await keep(reading, ledger!));
  }
  let next = 0;
  return found.map((reading) => {
    if (reading.kind === "refusal") return reading;
    const result = added[next++];
    return typeof result === "object" ? result : { reading, known: result === "unchanged" };
  });
}

async function keep(reading: Reading, ledger: Ledger): Promise<Added | Refusal> {
  try {
    return await ledger.add(reading);
  } catch (error) {
    if (!isOfOneReport(error)) throw error;
    return internal(reading.report.origin, error.met);
  }
}

/** A report that cannot be kept is refused; a ledger that cannot be used ends the run. */
function isOfOneReport(error: unknown): error is LedgerError {
  return (
    error instanceof LedgerError &&
    (error.code === "unstorable-text" || error.code === "inconsistent-reading")
  );
}
