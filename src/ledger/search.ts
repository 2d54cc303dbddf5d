import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.js";

/** A place in the ledger whose words match a search. */
export interface Hit {
  readonly kind: "report" | "statement" | "event";
  /** Identifier of the report, statement or event. */
  readonly id: string;
  readonly report: string;
  /** The paragraph, the statement's words, or the sentence of the event's trigger. */
  readonly words: string;
}

/** How many places of each kind are ranked, the latest: more only hold words that are everywhere. */
const RANKED = 10_000;

/**
 * Searches the titles and bodies of reports, statements' words and events' sentences, best match first (BM25).
 * All words must occur, in any inflection ("demands" finds "demanded"); "words in quotation marks" stand together. Of
 * words that more than 10,000 paragraphs (statements, events) have, the latest 10,000 in the ledger are ranked.
 */
export async function search(db: Kysely<Schema>, text: string, limit: number): Promise<Hit[]> {
  const query = matchQuery(text);
  if (query === "") return [];
  const latest = (index: string) => sql`(select rowid as number, rank from ${sql.table(index)}
    where ${sql.table(index)} match ${query} order by rowid desc limit ${RANKED})`;
  const best = (index: string) => sql`(select * from ${latest(index)} order by rank, number limit ${limit})`;
  const { rows } = await sql<Hit>`
    select kind, id, report, words from (
      select 'report' as kind, p.report as id, p.report as report, p.words as words, rank, 0 as first, f.number as number
        from ${latest("paragraphs_search")} f join paragraphs p on p.number = f.number
        where p.role in ('title', 'body')
      union all
      select 'statement', s.id, s.report, s.words, rank, 1, f.number
        from ${best("statements_search")} f join statements s on s.number = f.number
      union all
      select 'event', e.id, e.report, e.sentence, rank, 2, f.number
        from ${best("events_search")} f join events e on e.number = f.number
    ) order by rank, first, number limit ${limit}`.execute(db);
  return rows;
}

/** FTS5's query for what a person typed: every word or quoted phrase as a string, so that no sign is an operator. */
function matchQuery(text: string): string {
  const phrases = text.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return phrases
    .map((phrase) => phrase.replaceAll(/["\0]/g, ""))
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => `"${phrase}"`)
    .join(" ");
}
