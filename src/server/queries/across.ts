import { type Kysely, type RawBuilder, sql } from "kysely";
import type { LinkedExchange } from "../../ledger/exchanges/linked-exchange.js";
import {
  type LinkedExchangeFilter,
  linkedExchangeCondition,
  listLinkedExchanges,
} from "../../ledger/exchanges/list-linked-exchanges.js";
import type { Happening } from "../../ledger/happenings/happening.js";
import {
  type HappeningFilter,
  happeningCondition,
  listHappenings,
} from "../../ledger/happenings/list-happenings.js";
import { all } from "../../ledger/json-rows.js";
import {
  listPositions,
  type PositionFilter,
  positionCondition,
} from "../../ledger/positions/list-positions.js";
import type { Position } from "../../ledger/positions/position.js";
import type { Schema } from "../../ledger/schema.js";
import { listStories, storyCondition } from "../../ledger/stories/list-stories.js";
import type { Story, StoryFilter } from "../../ledger/stories/story.js";
import { listTensions, type TensionFilter, tensionCondition } from "../../ledger/tensions/list-tensions.js";
import type { Tension } from "../../ledger/tensions/tension.js";
import { type Page, type PageRequest, pageOfRows } from "./page.js";

/* Rows across reports: a page of identifiers first, then the ledger's own listing of these. */

type Paged<Filter, T> = (db: Kysely<Schema>, filter: Filter, page: PageRequest) => Promise<Page<T>>;

/** A way to page through rows: their table, the day that they are sorted by, the latest first, and how they are read. */
function paged<Filter, T extends { readonly id: string }>(
  table: string,
  day: string,
  condition: (filter: Filter) => RawBuilder<unknown>,
  list: (db: Kysely<Schema>, filter: { readonly ids: readonly string[] }) => Promise<readonly T[]>,
): Paged<Filter, T> {
  const order = [{ by: sql`coalesce(${sql.raw(day)}, '')`, descending: true }, { by: sql`id` }];
  return async (db, filter, page) => {
    const where = condition(filter);
    const query = { select: sql`id`, from: sql.table(table), where, order };
    const { items, next } = await pageOfRows<{ id: string }>(db, query, page);
    const ids = items.map(({ id }) => id);
    const rows = new Map((await list(db, { ids })).map((row) => [row.id, row]));
    return { items: ids.map((id) => rows.get(id)!), ...(next && { next }) };
  };
}

export const pageOfExchanges = paged<LinkedExchangeFilter, LinkedExchange>(
  "linked_exchanges",
  "first_day",
  linkedExchangeCondition,
  listLinkedExchanges,
);

export const pageOfHappenings = paged<HappeningFilter, Happening>(
  "happenings",
  "coalesce(first_day, first_published)",
  happeningCondition,
  listHappenings,
);

/** The happening that each of these events tells of. */
export async function happeningsOf(
  db: Kysely<Schema>,
  events: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ event: string; happening: string }>`
    select event, happening from happening_events where event in ${all(events)}`.execute(db);
  return new Map(rows.map(({ event, happening }) => [event, happening]));
}

/** The exchanges across reports and the positions that a statement or event is a part of. */
export async function acrossOf(
  db: Kysely<Schema>,
  row: string,
): Promise<{ readonly exchanges: string[]; readonly positions: string[] }> {
  const { rows } = await sql<{ kind: "exchanges" | "positions"; id: string }>`
    select 'exchanges' as kind, linked_exchange as id from linked_exchange_turns where turn = ${row}
    union select 'exchanges', t.linked_exchange from turn_links l join linked_exchange_turns t on t.turn = l.opening
      where l.answer = ${row}
    union select 'positions', position from position_stands where stand = ${row} order by 1, 2`.execute(db);
  const of = (kind: string) => rows.filter((found) => found.kind === kind).map(({ id }) => id);
  return { exchanges: of("exchanges"), positions: of("positions") };
}

export const pageOfPositions = paged<PositionFilter, Position>(
  "positions",
  "last_seen",
  positionCondition,
  listPositions,
);

export const pageOfTensions = paged<TensionFilter, Tension>(
  "tensions",
  "last_day",
  tensionCondition,
  listTensions,
);

export const pageOfStories = paged<StoryFilter, Story>(
  "stories",
  "last_published",
  storyCondition,
  listStories,
);
