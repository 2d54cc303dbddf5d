import { sql } from "kysely";
import { EVENT_TYPES } from "../../event/event.js";
import { happeningCondition } from "../../ledger/happenings/list-happenings.js";
import type { ExportTable } from "../table.js";

const codes = (role: string) =>
  sql`(select group_concat(code, '; ') from (select code from happening_actors
    where happening = h.id and role = ${role} order by reports desc, code))`;

/** What happened, however many reports tell of it. */
export const happenings: ExportTable = {
  name: "happenings",
  title: "What happened",
  description: "One row for each thing that happened, however many reports tell of it.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the happening." },
    { name: "type", type: "string", values: EVENT_TYPES, description: "The type that most reports give it." },
    {
      name: "reality",
      type: "string",
      values: ["done", "wanted", "habit"],
      description: "Whether it was done (or is to be done), is wanted, or is a habit.",
    },
    { name: "name", type: "string", description: "The words that weigh most in the reports." },
    { name: "first_day", type: "date", description: "First day of when it was; empty where unknown." },
    { name: "last_day", type: "date", description: "Last day of when it was, which counts." },
    { name: "first_published", type: "date", description: "Day of the first report that tells of it." },
    { name: "last_published", type: "date", description: "Day of the last report that tells of it." },
    { name: "sources", type: "string", description: "Codes of who acts, separated by semicolons." },
    { name: "targets", type: "string", description: "Codes of whom it concerns." },
    { name: "about", type: "string", description: "Codes of others whom the reports name with it." },
    { name: "events", type: "integer", description: "How many events tell of it." },
    { name: "reports", type: "integer", description: "How many reports tell of it." },
    { name: "outlets", type: "integer", description: "How many outlets tell of it." },
    {
      name: "independent_outlets",
      type: "integer",
      description: "How many outlets tell of it in words of their own: copies and agency copy count once.",
    },
  ],
  query: (filter) => sql`select h.id, h.type, h.reality, h.name, h.first_day, h.last_day, h.first_published,
      h.last_published, ${codes("source")} as sources, ${codes("target")} as targets, ${codes("about")} as about,
      h.events, h.reports, h.outlets, h.independent_outlets
    from (select * from happenings where ${happeningCondition(filter)}) h
    order by coalesce(h.first_day, h.first_published), h.id`,
};
