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

/**
 * Searches the titles and bodies of reports, statements' words and events' sentences, best match first (BM25).
 * All words must occur, in any inflection ("demands" finds "demanded"); "words in quotation marks" stand together.
 */
export async function search(db: Kysely<Schema>, text: string, limit: number): Promise<Hit[]> {
  const query = matchQuery(text);
  if (query === "") return [];
  const { rows } = await sql<Hit>`
    select kind, id, report, words from (
      select 'report' as kind, p.report as id, p.report as report, p.words as words, rank, 0 as first, p.number as number
        from paragraphs_search join paragraphs p on p.number = paragraphs_search.rowid
        where paragraphs_search match ${query} and p.role in ('title', 'body')
      union all
      select 'statement', s.id, s.report, s.words, rank, 1, s.number
        from statements_search join statements s on s.number = statements_search.rowid
        where statements_search match ${query}
      union all
      select 'event', e.id, e.report, e.sentence, rank, 2, e.number
        from events_search join events e on e.number = events_search.rowid
        where events_search match ${query}
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
