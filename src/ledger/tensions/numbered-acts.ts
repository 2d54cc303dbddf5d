import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import { readOrdinal } from "../read-ordinal.js";
import type { Schema } from "../schema.js";
import type { Claim } from "./claim.js";
import { clash } from "./clashes.js";
import { tensionWords } from "./tension-words.js";
import { actorsOfHappenings, claimOf, type FoundClashes, NOBODY, type Told } from "./told.js";

/** Words that may stand between the ordinal and the act's own: "19th ballistic missile launch". */
const MOST_BETWEEN = 4;

/** Which of its kind an act was in a period, told differently by different reports: the 15th test of the year, or the 19th. */
export async function numberedActs(
  db: Kysely<Schema>,
  happenings: readonly string[],
): Promise<FoundClashes[]> {
  const { periods } = tensionWords();
  const { rows } = await sql<Told>`select h.happening as basis, e.id as row, e.report,
      coalesce(y.first_day, r.published) as day, e.trigger_start_offset as start, e.trigger_end_offset as end,
      e.trigger_words as words, e.sentence
    from happening_events h join events e on e.id = h.event join reports r on r.id = e.report
      join happenings y on y.id = h.happening
    where h.happening in ${all(happenings)} and e.status = 'asserted' and y.reality = 'done' and y.reports > 1
      and exists (select 1 from json_each(${JSON.stringify(periods)}) p where instr(lower(e.sentence), p.value))
    order by coalesce(r.published, ''), e.report, e.trigger_start_offset`.execute(db);
  if (rows.length === 0) return [];
  const actors = await actorsOfHappenings(db, happenings);
  return [...groupBy(rows, ({ basis }) => basis)].map(([basis, own]) => {
    const claims = own.flatMap((row): Claim[] => {
      const number = numbered(row);
      if (!number) return [];
      const { low, period, ...shown } = number;
      const claim = claimOf("figures", { ...row, ...shown }, actors.get(basis) ?? NOBODY);
      return [{ ...claim, key: `of its kind ${period}`, low, high: low }];
    });
    const clashes = claims.flatMap((first, i) =>
      claims.slice(i + 1).flatMap((second) => (first.key === second.key ? (clash(first, second) ?? []) : [])),
    );
    return { bases: [basis], clashes };
  });
}

/** "19th launch" of "it was the 19th launch of a missile this year"; undefined where the act has no number or no period. */
function numbered({ sentence, words, end }: Told) {
  const { periods, breaks } = tensionWords();
  const at = sentence.indexOf(words);
  const period = at < 0 ? undefined : periods.find((p) => sentence.toLowerCase().includes(p, at));
  if (!period) return undefined;
  const tokens = [...sentence.slice(0, at).matchAll(/[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu)];
  for (const { 0: token, index } of tokens.slice(-MOST_BETWEEN - 1).reverse()) {
    const low = readOrdinal(token.toLowerCase());
    if (low !== undefined) {
      const shown = sentence.slice(index, at + words.length);
      return { low, period, words: shown, start: end - shown.length };
    }
    if (breaks.has(token.toLowerCase()) || !/\p{L}/u.test(token)) return undefined;
  }
  return undefined;
}
