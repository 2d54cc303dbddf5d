import { sql } from "kysely";
import { tensionCondition } from "../../ledger/tensions/list-tensions.js";
import { TENSION_RULES } from "../../ledger/tensions/tension-rules.js";
import type { Column, ExportTable } from "../table.js";

const codes = (role: string) =>
  sql`(select group_concat(code, '; ') from (select code from tension_actors
    where tension = t.id and role = ${role} order by code))`;

const side = (name: "first" | "second"): Column[] => [
  {
    name: `${name}_row`,
    type: "string",
    description: `Identifier of the ${name} side's event or statement.`,
  },
  {
    name: `${name}_report`,
    type: "string",
    report: true,
    description: `Identifier of the ${name} side's report.`,
  },
  { name: `${name}_outlet`, type: "string", description: `Outlet of the ${name} side's report.` },
  {
    name: `${name}_side_day`,
    type: "date",
    description: `Day of what the ${name} side tells, else of its report.`,
  },
  {
    name: `${name}_words`,
    type: "string",
    quoted: true,
    description: `The ${name} side's words that clash.`,
  },
  { name: `${name}_sentence`, type: "string", quoted: true, description: "The sentence that they stand in." },
];
const values = (name: "first" | "second") => {
  const of = (column: string) => sql.raw(`${name}.${column}`);
  const as = (column: string) => sql.ref(`${name}_${column}`);
  return sql`${of("row")} as ${as("row")}, ${of("report")} as ${as("report")},
    (select outlet from reports where id = ${of("report")}) as ${as("outlet")}, ${of("day")} as ${as("side_day")},
    ${of("words")} as ${as("words")}, ${of("sentence")} as ${as("sentence")}`;
};

/** Pairs that do not sit well together. */
export const tensions: ExportTable = {
  name: "tensions",
  title: "What does not sit well together",
  description:
    "One row for each pair of things that reports tell and that do not sit well together, for a person to judge.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the tension." },
    { name: "rule", type: "string", values: TENSION_RULES, description: "What kind of pair it is." },
    { name: "reason", type: "string", description: "Why they do not sit well together, as a sentence." },
    { name: "actors", type: "string", description: "Codes of who acts or speaks, separated by semicolons." },
    { name: "about", type: "string", description: "Codes of others whom it names." },
    { name: "first_day", type: "date", description: "Day of the earlier side." },
    { name: "last_day", type: "date", description: "Day of the later side, which counts." },
    {
      name: "others",
      type: "integer",
      description: "How many more pairs of the kind there are between the same.",
    },
    ...side("first"),
    ...side("second"),
  ],
  query: (
    filter,
  ) => sql`select t.id, t.rule, t.reason, ${codes("actor")} as actors, ${codes("about")} as about,
      t.first_day, t.last_day, t.others, ${values("first")}, ${values("second")}
    from (select * from tensions where ${tensionCondition(filter)}) t
      join tension_sides first on first.tension = t.id and first.side = 'first'
      join tension_sides second on second.tension = t.id and second.side = 'second'
    order by coalesce(t.last_day, ''), t.id`,
};
