import { sql } from "kysely";
import { z } from "zod";
import { all, jsonRows } from "../../ledger/json-rows.js";
import type { Context } from "../context.js";
import { notFound } from "../problem.js";
import { pageOfHappenings } from "../queries/across.js";
import { route } from "../route.js";
import { happening } from "../schemas/across.js";
import { joinQuery, splitQuery } from "../schemas/filters.js";

const decided = z.object({ items: z.array(happening).describe("the happenings that come of it") });

/** What a person decides of happenings; it holds for good, also when reports are read again. */
export const DECISION_ROUTES = [
  route({
    path: "/api/happenings/{id}/join",
    name: "joinHappenings",
    summary: "Two happenings are one: that holds for good, unless an event is split off again",
    query: joinQuery,
    response: decided,
    answer: (context, { id, query }) =>
      decide(context, [id, query.with], `two happenings ${id} and ${query.with} to be joined`, (ledger) =>
        ledger.joinHappenings(id, query.with, query.note),
      ),
  }),
  route({
    path: "/api/happenings/{id}/split",
    name: "splitHappening",
    summary:
      "One of its events tells of something else: that holds for good, unless the two are joined again",
    query: splitQuery,
    response: decided,
    answer: (context, { id, query }) =>
      decide(context, [id], `happening ${id} with ${query.event} and another event`, (ledger) =>
        ledger.splitHappening(id, query.event, query.note),
      ),
  }),
];

async function decide(
  { db, toWrite }: Context,
  happenings: readonly string[],
  missing: string,
  change: (ledger: Context["toWrite"]) => Promise<boolean>,
) {
  const events = await jsonRows<string>(
    db,
    sql`select json_group_array(event) as found from happening_events where happening in ${all(happenings)}`,
  );
  if (!(await change(toWrite))) throw notFound(missing);
  const ids = await jsonRows<string>(
    db,
    sql`select json_group_array(distinct happening) as found from happening_events where event in ${all(events)}`,
  );
  return { items: (await pageOfHappenings(db, { ids }, { limit: Math.max(1, ids.length) })).items };
}
