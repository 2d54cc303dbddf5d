import { sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { BOUNDS, QUANTITY_KINDS } from "../../quantity/quantity.js";
import { mentioned, rowCondition } from "../row-filter.js";
import type { ExportTable } from "../table.js";
import { REPORT, TIME } from "./columns.js";

const EVENTS = sql`select event from event_quantities where report = q.report and quantity = q.position`;

/** How much, as each report tells it. */
export const quantities: ExportTable = {
  name: "quantities",
  title: "How much",
  description: "One row for each number that counts or measures something, as one report tells it.",
  primaryKey: ["report", "number"],
  columns: [
    { name: "number", type: "integer", description: "Its place among the report's quantities, from 0." },
    ...REPORT,
    { name: "low", type: "number", description: "The least that the words name." },
    {
      name: "high",
      type: "number",
      description: "The most that the words name; empty where they set no limit.",
    },
    {
      name: "unit",
      type: "string",
      description: "The unit: kilometre, percent, an ISO 4217 code; count for a number of things.",
    },
    {
      name: "bound",
      type: "string",
      values: BOUNDS,
      description: "How the true number lies to the one that is written.",
    },
    {
      name: "measures",
      type: "string",
      values: QUANTITY_KINDS,
      description: "What is measured, or who is counted.",
    },
    {
      name: "of_words",
      type: "string",
      quoted: true,
      description: "The words for what is counted or measured.",
    },
    {
      name: "change_direction",
      type: "string",
      values: ["increase", "decrease"],
      description: "Whether it became more or less, where it changed.",
    },
    {
      name: "change_as",
      type: "string",
      values: ["by", "to", "from"],
      description: "Whether the number is by how much it changed, to what, or from what.",
    },
    { name: "change_words", type: "string", quoted: true, description: "The words that tell of the change." },
    {
      name: "base_words",
      type: "string",
      quoted: true,
      description: "The words for what a change is measured against.",
    },
    ...TIME,
    {
      name: "events",
      type: "string",
      description: "Identifiers of the events that it measures, separated by semicolons.",
    },
    {
      name: "claimed_by",
      type: "string",
      description: "Identifier of the statement inside which it is told; filters may have left that out.",
    },
    { name: "words", type: "string", quoted: true, description: "The words of the number." },
    { name: "rule", type: "string", description: "What read it." },
  ],
  query: (
    filter,
  ) => sql`select q.position as number, q.report, r.outlet, r.published, q.low, q.high, q.unit, q.bound, q.measures, q.of_words,
      q.change_direction, q.change_as, q.change_words, q.base_words, t.words as time_words, t.interval_start,
      t.interval_end, (select group_concat(event, '; ') from (${EVENTS} order by event)) as events, q.claimed_by,
      q.words, q.rule
    from quantities q join reports r on r.id = q.report
      left join times t on t.report = q.report and t.position = q.time
    where ${rowCondition(filter, {
      takesPart: (codes) =>
        sql`exists (select 1 from event_participants where event in (${EVENTS}) and code in ${all(codes)})`,
      names: (codes) =>
        mentioned(codes, { report: "q.report", start: "q.of_start_offset", end: "q.of_end_offset" }),
    })} order by r.number, q.position`,
};
