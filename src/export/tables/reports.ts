import { sql } from "kysely";
import type { ExportTable } from "../table.js";

/** The reports that the other tables rest on, without their texts. */
export const reports: ExportTable = {
  name: "reports",
  title: "Reports",
  description:
    "One row for each report that a row of the other tables rests on; without filters, each report of the ledger.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the report, from its text." },
    { name: "title", type: "string", quoted: true, description: "Title of the report." },
    { name: "outlet", type: "string", description: "Outlet of the report." },
    { name: "published", type: "date", description: "Day on which it was published." },
    {
      name: "origin",
      type: "string",
      description: "Where it was read from: a path, or - for standard input.",
    },
    { name: "story", type: "string", description: "Identifier of the story that the report belongs to." },
    { name: "statements", type: "integer", description: "How many statements the ledger has from it." },
    { name: "events", type: "integer", description: "How many events the ledger has from it." },
    { name: "licence_terms", type: "string", description: "The terms that its text states." },
    {
      name: "licence_must_carry",
      type: "string",
      description: "What a copy of it must carry by its terms, separated by semicolons.",
    },
    {
      name: "reader_version",
      type: "string",
      description: "Names the program, model, codebook and knowledge that read it.",
    },
  ],
  query: () => sql`select r.id, r.title, r.outlet, r.published, r.origin,
      (select story from story_reports where report = r.id) as story,
      (select count(*) from statements where report = r.id) as statements,
      (select count(*) from events where report = r.id) as events,
      r.licence_terms, (select group_concat(value, '; ') from json_each(r.licence_must_carry)) as licence_must_carry,
      r.reader_version
    from reports r order by r.number`,
};
