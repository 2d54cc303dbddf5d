import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Clash } from "./clashes.js";
import { actorsOfHappenings, type FoundClashes, made, NOBODY, type Told } from "./told.js";

/** An act that is told, and that somebody denies: events of one happening, one of them inside a denial. */
export async function deniedActs(db: Kysely<Schema>, happenings: readonly string[]): Promise<FoundClashes[]> {
  const { rows } = await sql<Told & { status: string; act: string | null; speaker: string | null }>`
    select h.happening as basis, e.id as row, e.report, coalesce(y.first_day, r.published) as day,
      e.trigger_start_offset as start, e.trigger_end_offset as end, e.trigger_words as words, e.sentence, e.status,
      s.act, s.speaker_code as speaker
    from happening_events h join events e on e.id = h.event join reports r on r.id = e.report
      join happenings y on y.id = h.happening left join statements s on s.id = e.claimed_by
    where h.happening in ${all(happenings)} and h.happening in
      (select o.happening from happening_events o join events d on d.id = o.event
        join statements t on t.id = d.claimed_by
        where o.happening in ${all(happenings)} and d.status = 'denied' and t.act = 'denies')
    order by coalesce(r.published, ''), e.report, e.trigger_start_offset`.execute(db);
  if (rows.length === 0) return [];
  const actors = await actorsOfHappenings(db, happenings);
  return [...groupBy(rows, ({ basis }) => basis)].map(([basis, own]) => {
    const denials = own.filter(({ status, act }) => status === "denied" && act === "denies");
    const clashes = denials.flatMap((denial) =>
      own
        .filter(
          ({ status, speaker, sentence }) =>
            status === "asserted" &&
            sentence !== denial.sentence &&
            (speaker === null || speaker !== denial.speaker),
        )
        .map((told) => made("denied-act", [told, denial], actors.get(basis) ?? NOBODY)),
    );
    return { bases: [basis], clashes: fartherReportsFirst(clashes) };
  });
}

/** Pairs of different reports before those of one. */
function fartherReportsFirst(clashes: readonly Clash[]): Clash[] {
  const same = ({ first, second }: Clash) => (first.report === second.report ? 1 : 0);
  return [...clashes].sort((a, b) => same(a) - same(b));
}
