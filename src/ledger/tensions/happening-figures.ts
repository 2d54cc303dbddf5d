import { type Kysely, sql } from "kysely";
import type { Bound, QuantityKind } from "../../quantity/quantity.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Claim } from "./claim.js";
import { clash } from "./clashes.js";
import { tensionWords } from "./tension-words.js";
import { actorsOfHappenings, claimOf, type FoundClashes, NOBODY, type Told } from "./told.js";
import { range } from "./toll-claims.js";

/** Two figures for one quantity of one happening, by different reports. */
export async function happeningFigures(
  db: Kysely<Schema>,
  happenings: readonly string[],
): Promise<FoundClashes[]> {
  const { rows } = await sql<
    Told & {
      low: number;
      high: number | null;
      bound: Bound;
      measures: QuantityKind;
      unit: string;
      counted: string;
    }
  >`select h.happening as basis, e.id as row, e.report, coalesce(y.first_day, r.published) as day,
      q.start_offset as start, q.end_offset as end, q.words, e.sentence, q.low, q.high, q.bound, q.measures, q.unit,
      q.of_words as counted
    from happening_events h join event_quantities m on m.event = h.event
      join quantities q on q.report = m.report and q.position = m.quantity
      join events e on e.id = h.event join reports r on r.id = e.report join happenings y on y.id = h.happening
    where h.happening in ${all(happenings)} and e.status = 'asserted' and q.bound <> 'vague' and y.reality = 'done'
      and q.of_words is not null and y.reports > 1
    order by coalesce(r.published, ''), e.report, q.start_offset`.execute(db);
  if (rows.length === 0) return [];
  const actors = await actorsOfHappenings(db, happenings);
  const { tolls, everybody } = tensionWords();
  // Those are compared by what the beginnings of reports tell.
  const others = rows.filter((row) => !(tolls.has(row.measures) && everybody.has(headOf(row.counted))));
  return [...groupBy(others, ({ basis }) => basis)].map(([basis, own]) => {
    const claims = own.map((row): Claim => {
      return {
        ...claimOf("figures", row, actors.get(basis) ?? NOBODY),
        key: `${row.measures} ${row.unit} ${wholeOf(row)}`,
        ...range(row),
      };
    });
    // A report that gives two figures itself tells of parts, or of two things.
    const sure = claims.filter(
      (claim) => !claims.some((o) => o.report === claim.report && o.key === claim.key && o.low !== claim.low),
    );
    const clashes = sure.flatMap((first, i) =>
      sure.slice(i + 1).flatMap((second) => (first.key === second.key ? (clash(first, second) ?? []) : [])),
    );
    return { bases: [basis], clashes };
  });
}

/** A share is told of a whole, which all its words name: of voters, of one party's voters. */
function wholeOf({ measures, counted }: { readonly measures: QuantityKind; readonly counted: string }) {
  return measures === "share" ? counted.toLowerCase() : headOf(counted);
}

/** The noun that is counted, without the ending of the plural. */
function headOf(words: string): string {
  const head = words.toLowerCase().split(/\s+/).at(-1)!;
  return head.length > 3 && /[^s]s$/.test(head) ? head.slice(0, -1) : head;
}
