import { type Kysely, type Migration, sql } from "kysely";

/**
 * An event's steps stand in its own row, as a JSON array: as rows of their own they were every eighth row of a ledger, on
 * pages of their own. Who asked the table finds the same in a view of its name.
 */
export const stepsWithEvents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  "alter table events add column steps text not null default '[]'",
  `update events set steps = s.steps from
     (select event, json_group_array(step order by position) as steps from explanation_steps group by event) as s
     where s.event = events.id`,
  "drop table explanation_steps",
  `create view explanation_steps as
     select e.id as event, s.key as position, s.value as step from events e, json_each(e.steps) s`,
];
