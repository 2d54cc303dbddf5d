import { type Kysely, sql } from "kysely";
import { fold } from "../../knowledge/fold.js";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import type { Schema } from "../schema.js";
import { rarity } from "../stories/story-terms.js";
import type { Clash } from "./clashes.js";
import { type FoundClashes, made, type Told } from "./told.js";

/**
 * A charge and its denial, each in a sentence of its own: the charge that words of a report join to the denial, or
 * another one of the denial's report that is aimed at whoever denies; both must be about the same things.
 */
export async function deniedCharges(
  db: Kysely<Schema>,
  exchanges: readonly string[],
): Promise<FoundClashes[]> {
  const side = (alias: string) =>
    sql.raw(`coalesce(
    (select json_object('start', trigger_start_offset, 'end', trigger_end_offset, 'words', trigger_words,
      'sentence', sentence) from events where id = ${alias}.event),
    (select json_object('start', p.start_offset, 'end', p.end_offset, 'words', p.words, 'sentence', s.words)
      from statements s join statement_spans p on p.statement = s.id and p.role = 'content' and p.position = 0
      where s.id = ${alias}.statement))`);
  const { rows } = await sql<{
    basis: string;
    charge: string;
    chargeReport: string;
    chargeDay: string | null;
    chargeSide: string | null;
    denial: string;
    denialReport: string;
    denialDay: string | null;
    denialSide: string | null;
  }>`with denials as (
      select x.id as basis, x.event as opening, x.statement as remark, x.report as told, x.first_day, a.*
      from linked_exchanges x join linked_exchange_answers a on a.linked_exchange = x.id
      where x.id in ${all(exchanges)} and x.opening_is = 'charge' and a.answer_is = 'denial' and a.link = 'explicit'),
    charges as (
      select basis, position, opening as event, remark as statement, told as report, first_day as day from denials
      union select d.basis, d.position, o.event, o.statement, o.report, o.first_day
      from denials d join linked_exchange_actors k on k.linked_exchange = d.basis and k.role = 'answers'
        join linked_exchanges o on o.report = d.report and o.opening_is = 'charge' and o.id <> d.basis
        join linked_exchange_actors b on b.linked_exchange = o.id and b.role in ('asked', 'about') and b.code = k.code)
    select x.basis, coalesce(x.event, x.statement) as charge, x.report as chargeReport, x.day as chargeDay,
      ${side("x")} as chargeSide, coalesce(a.event, a.statement) as denial, a.report as denialReport, a.day as denialDay,
      ${side("a")} as denialSide
    from charges x join denials a on a.basis = x.basis and a.position = x.position
    where not exists (select 1 from events e join events o on o.report = e.report and o.sentence = e.sentence
      where e.id = x.event and o.type = 'REJECT')
    order by x.basis, a.position, charge`.execute(db);
  if (rows.length === 0) return [];
  const { rows: codes } = await sql<{ exchange: string; role: string; code: string }>`
    select linked_exchange as exchange, role, code from linked_exchange_actors
    where linked_exchange in ${all(exchanges)} order by code`.execute(db);
  const codesOf = groupBy(codes, ({ exchange }) => exchange);
  return [...groupBy(rows, ({ basis }) => basis)].map(([basis, own]) => {
    const of = codesOf.get(basis) ?? [];
    const actors = {
      actors: [...new Set(of.filter(({ role }) => role !== "about").map(({ code }) => code))],
      about: of.filter(({ role }) => role === "about").map(({ code }) => code),
    };
    const denials = own.flatMap(({ denialSide }): string[] =>
      denialSide === null ? [] : [JSON.parse(denialSide).sentence],
    );
    const clashes = own.flatMap((row): Clash[] => {
      if (row.chargeSide === null || row.denialSide === null) return [];
      const charge = { basis, row: row.charge, report: row.chargeReport, day: row.chargeDay };
      const denial = { basis, row: row.denial, report: row.denialReport, day: row.denialDay };
      const sides = [
        { ...charge, ...JSON.parse(row.chargeSide) },
        { ...denial, ...JSON.parse(row.denialSide) },
      ] as [Told, Told];
      // A sentence that tells charge and denial at once does not say what is charged.
      const telling =
        !denials.some((sentence) => sides[0].sentence.includes(sentence)) &&
        sharedWords(sides[0].sentence, sides[1].sentence) >= LEAST_SHARED;
      return telling ? [made("denied-charge", sides, actors)] : [];
    });
    return { bases: [basis], clashes };
  });
}

/** How many words both have that are not among the common ones. */
function sharedWords(a: string, b: string): number {
  const [first, second] = [a, b].map(
    (sentence) => new Set([...sentence.matchAll(/\p{L}{3,}/gu)].map(([word]) => fold(word))),
  );
  return [...first!].filter((word) => second!.has(word) && rarity(word) > LEAST_RARITY).length;
}

const LEAST_RARITY = 1;
const LEAST_SHARED = 3;
