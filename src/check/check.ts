import type { LinkedExchange } from "../ledger/exchanges/linked-exchange.js";
import type { Ledger } from "../ledger/ledger.js";
import type { Reading } from "../reading/reading.js";
import { type AcrossInput, type Changed, checkAcross, type Named } from "./across.js";
import { type Checked, type CheckedRow, figuresOf } from "./checked.js";
import { checkQuantities, checkRelations } from "./claims.js";
import { checkEvents } from "./events.js";
import { checkExchanges } from "./exchanges.js";
import { checkFacts } from "./facts.js";
import { findReport } from "./find-report.js";
import type { GoldReading } from "./gold-reading.js";
import { checkStatements } from "./statements.js";

/** A gold reading with the name by which others refer to it. */
export interface GoldFile {
  readonly name: string;
  readonly gold: GoldReading;
}

/**
 * Compares what a ledger says of some reports with what a person found in them (docs/check-gold.md). Throws an Error where
 * the ledger does not have one of the reports.
 */
export async function check(golds: readonly GoldFile[], ledger: Ledger): Promise<Checked> {
  const readings = new Map<string, Reading>();
  for (const { name, gold } of golds) {
    const reading = await findReport(gold, ledger);
    if (!reading) throw new Error(`${ledger.path} has no report with the words of the gold reading ${name}`);
    readings.set(name, reading);
  }
  const reports = new Set([...readings.values()].map(({ report }) => report.id));
  const linked = (await ledger.linkedExchanges()).filter((exchange) => isTold(exchange, reports));
  const happenings = new Map<string, string>();
  for (const { id, events } of await ledger.happenings())
    for (const event of events) happenings.set(event.id, id);
  const rows: CheckedRow[] = [];
  const named = new Map<string, Named>();
  for (const { name, gold } of golds) {
    const reading = readings.get(name)!;
    const statements = checkStatements(gold, reading, name);
    const events = checkEvents(gold, reading, name);
    gold.events.forEach(({ id, trigger }, g) => {
      const row = events.pairs.get(g)?.id;
      named.set(id, { gold: name, trigger, ...(row !== undefined && { row }) });
    });
    rows.push(
      ...checkFacts(gold, reading, name),
      ...statements.rows,
      ...events.rows.map((row) => withHappening(row, gold, named, happenings)),
      ...checkExchanges({
        gold,
        reading,
        name,
        statements: statements.pairs,
        events: events.pairs,
        linked: linked.filter((exchange) => isTold(exchange, new Set([reading.report.id]))),
        happenings,
      }),
      ...checkRelations(gold, reading, name),
      ...checkQuantities(gold, reading, name),
    );
  }
  const across = { readings, named, stories: await ledger.stories(), ...(await opposedIn(ledger)) };
  for (const { name, gold } of golds) rows.push(...checkAcross(gold.across, across, name));
  const complete = rows.every(({ may, state }) => may || state === "found" || state === "extra");
  return { rows, figures: figuresOf(rows), complete };
}

/** Tells among the particulars of an event that the ledger has it in another happening than the gold. */
function withHappening(
  row: CheckedRow,
  { events }: GoldReading,
  named: ReadonlyMap<string, Named>,
  happenings: ReadonlyMap<string, string>,
): CheckedRow {
  const other = events.find(({ id }) => id === row.name)?.same_happening_as;
  if (other === undefined || row.row === undefined) return row;
  const happening = happenings.get(named.get(other)?.row ?? "");
  if (happening !== undefined && happening === happenings.get(row.row)) return row;
  return { ...row, differs: [...row.differs, `same happening as ${other} expected, another met`] };
}

/** Tensions, positions and how these changed. */
async function opposedIn(
  ledger: Ledger,
): Promise<Required<Pick<AcrossInput, "tensions" | "positions" | "changes">>> {
  const positions = await ledger.positions();
  const stands = new Map(positions.flatMap((position) => position.stands.map((stand) => [stand.id, stand])));
  const codeOf = (actor: string) => actor.split(".")[0]!;
  return {
    tensions: (await ledger.tensions()).map(({ id, first, second }) => ({
      id,
      first: { ...first, words: first.sentence },
      second: { ...second, words: second.sentence },
    })),
    positions: positions.map(({ id, actor, stands }) => ({ id, code: codeOf(actor), stands })),
    changes: positions.flatMap(({ id, actor, changedTo = [] }) =>
      changedTo.flatMap(({ here, there }): Changed[] => {
        const [first, second] = [stands.get(here), stands.get(there)];
        if (!first || !second) return [];
        const person = second.person ?? first.person;
        return [{ id, code: codeOf(actor), ...(person !== undefined && { person }), first, second }];
      }),
    ),
  };
}

function isTold({ opening, answers }: LinkedExchange, reports: ReadonlySet<string>): boolean {
  return [opening, ...answers].some(({ report }) => reports.has(report));
}
