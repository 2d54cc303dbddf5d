import { sql } from "kysely";
import { positionCondition } from "../../ledger/positions/list-positions.js";
import { STANCES } from "../../ledger/positions/position-words.js";
import type { ExportTable } from "../table.js";

const codes = (role: string) =>
  sql`(select group_concat(code, '; ') from (select code from position_codes
    where position = p.id and role = ${role} order by place))`;
const changes = (here: string, there: string) =>
  sql`(select group_concat(other, '; ') from (select ${sql.ref(there)} as other from position_changes
    where ${sql.ref(here)} = p.id order by other))`;

/** What actors hold, over time. */
export const positions: ExportTable = {
  name: "positions",
  title: "Who holds what",
  description:
    "One row for each time that an actor takes a position, as one report tells it, with the position.",
  primaryKey: ["position", "row"],
  columns: [
    {
      name: "position",
      type: "string",
      description: "Identifier of the position: the same each time that it is taken.",
    },
    {
      name: "actor",
      type: "string",
      description:
        "Who holds it: a code, with the sector after a point where it does not speak for the state.",
    },
    {
      name: "stance",
      type: "string",
      values: STANCES,
      description: "What the actor does in words about the matter.",
    },
    { name: "toward", type: "string", description: "Codes of those towards whom, separated by semicolons." },
    { name: "about", type: "string", description: "Codes of others whom it names." },
    { name: "name", type: "string", description: "The words that weigh most in what tells it." },
    { name: "first_seen", type: "date", description: "Day on which it was first taken." },
    { name: "last_seen", type: "date", description: "Day on which it was last taken." },
    { name: "times", type: "integer", description: "How many times it was taken." },
    { name: "reports", type: "integer", description: "How many reports tell it." },
    {
      name: "changed_from",
      type: "string",
      description: "Identifiers of the opposed positions whose place it took.",
    },
    {
      name: "changed_to",
      type: "string",
      description: "Identifiers of the opposed positions that took its place.",
    },
    {
      name: "row",
      type: "string",
      description: "Identifier of the event or statement in which it is taken.",
    },
    { name: "report", type: "string", report: true, description: "Identifier of the report that tells it." },
    { name: "outlet", type: "string", description: "Outlet of the report." },
    { name: "day", type: "date", description: "Day of the act, else of the report." },
    { name: "person", type: "string", description: "Who speaks, where a person is named." },
    {
      name: "words",
      type: "string",
      quoted: true,
      description: "The sentence of the event, or the statement's words.",
    },
  ],
  query: (filter) => sql`select p.id as position, p.actor, p.stance, ${codes("toward")} as toward,
      ${codes("about")} as about, p.name, p.first_seen, p.last_seen, p.stands as times, p.reports,
      ${changes("later", "earlier")} as changed_from, ${changes("earlier", "later")} as changed_to,
      m.row, m.report, r.outlet, nullif(k.day, '') as day, k.content ->> 'person' as person,
      coalesce(e.sentence, s.words) as words
    from (select * from positions where ${positionCondition(filter)}) p
      join position_stands m on m.position = p.id join stands k on k.id = m.stand join reports r on r.id = m.report
      left join events e on e.id = m.row left join statements s on s.id = m.row
    order by coalesce(p.first_seen, ''), p.id, k.day, m.report, k.content ->> 'start', m.row`,
};
