import type { Language } from "../language/language.js";
import type { Added, Ledger } from "../ledger/ledger.js";
import { LedgerError } from "../ledger/ledger-error.js";
import type { Refusal } from "../record/refusal.js";
import { internal } from "../record/refusals.js";
import type { Report } from "../report/report.js";
import { type ReadOptions, readAll, readAnalysed } from "./read.js";
import type { Reading } from "./reading.js";

/** What came of one input: a refusal, or its reading; `known` where the ledger holds it already. */
export type Taken = Refusal | { readonly reading: Reading; readonly known: boolean };

/** What the user puts over what demarche ships. */
export type TakeInOptions = Pick<ReadOptions, "knowledge" | "codebook">;

/**
 * Reads reports together and adds them to the ledger, if there is one; what it holds already is not read again. Then
 * reads those reports anew of which the others tell more: who somebody is whom a report only names. The results are
 * in the order of `group`. A report that cannot be kept is refused; a ledger that cannot be used throws.
 * @param language gives the model; called only where a report must be read
 */
export async function takeIn(
  group: readonly (Report | Refusal)[],
  language: () => Promise<Language>,
  ledger: Ledger | undefined,
  own: TakeInOptions = {},
): Promise<Taken[]> {
  const results = await readGroup(group, language, ledger, own);
  const again = await ledger?.readAgain((report, analysis, offices) =>
    readAnalysed(report, analysis, { ...own, offices }),
  );
  const byReport = new Map(again?.map((reading) => [reading.report.id, reading]));
  return results.map((result) =>
    "reading" in result
      ? { ...result, reading: byReport.get(result.reading.report.id) ?? result.reading }
      : result,
  );
}

async function readGroup(
  group: readonly (Report | Refusal)[],
  language: () => Promise<Language>,
  ledger: Ledger | undefined,
  own: TakeInOptions,
): Promise<Taken[]> {
  const fresh = new Map<string, Report>();
  for (const report of group) {
    if (report.kind === "report" && !(await ledger?.holds(report))) fresh.set(report.id, report);
  }
  const results = fresh.size > 0 ? await readAll([...fresh.values()], await language(), own) : [];
  const kept = await keepAll(results, ledger);
  const byReport = new Map([...fresh.keys()].map((id, i) => [id, kept[i]!] as const));
  const out: Taken[] = [];
  for (const report of group) {
    if (report.kind === "refusal") {
      out.push(report);
      continue;
    }
    const found = byReport.get(report.id);
    out.push(found ?? { reading: (await ledger!.reading(report.id))!, known: true });
  }
  return out;
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
