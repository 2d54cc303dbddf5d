import { sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { RELATION_REVIEW, RELATION_REVIEW_VALUES, REVIEWED, reviewedRelation } from "../reviewed.js";
import { rowCondition } from "../row-filter.js";
import type { ExportTable } from "../table.js";
import { REPORT, TIME } from "./columns.js";

const code = (side: "s" | "o") => sql.raw(`${side}.code || coalesce('.' || ${side}.sector, '')`);
const takesPart = (codes: readonly string[]) => sql`(s.code in ${all(codes)} or o.code in ${all(codes)})`;

/** How actors stand to each other, as each report states it. */
export const relations: ExportTable = {
  name: "relations",
  title: "Who is what to whom",
  description:
    "One row for each time that a report states how somebody stands to somebody else: a dated claim, not a fact.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the relation." },
    ...REPORT,
    {
      name: "relation",
      type: "string",
      description: "What it is: ally, trading partner, forces stationed in, ...",
    },
    {
      name: "status",
      type: "string",
      values: ["asserted", "denied", "past"],
      description: "Whether the report says that it is, that it is not, or that it is no more.",
    },
    {
      name: "source",
      type: "string",
      description:
        "Who is the ally, the partner, the member: a code, with PLOVER's sector after a point; empty where unknown.",
    },
    { name: "source_words", type: "string", quoted: true, description: "The words that name the source." },
    { name: "target", type: "string", description: "Whose ally or partner it is, as in source." },
    { name: "target_words", type: "string", quoted: true, description: "The words that name the target." },
    { name: "words", type: "string", quoted: true, description: "The words that say so." },
    {
      name: "degree_words",
      type: "string",
      quoted: true,
      description: "The words that say how much: only, largest.",
    },
    ...TIME,
    {
      name: "claimed_by",
      type: "string",
      description: "Identifier of the statement inside which it is told; filters may have left that out.",
    },
    {
      name: "part",
      type: "string",
      values: ["title", "body"],
      description: "Where in the report it stands.",
    },
    { name: "rule", type: "string", description: "What found it." },
    ...RELATION_REVIEW,
  ],
  query: (
    filter,
  ) => sql`select l.id, l.report, r.outlet, r.published, l.relation, l.status, ${code("s")} as source,
      s.words as source_words, ${code("o")} as target, o.words as target_words, l.words, l.degree_words,
      t.words as time_words, t.interval_start, t.interval_end, l.claimed_by, l.part, l.rule, ${RELATION_REVIEW_VALUES}
    from relations l ${REVIEWED("l")} join reports r on r.id = l.report
      left join relation_participants s on s.relation = l.id and s.role = 'source'
      left join relation_participants o on o.relation = l.id and o.role = 'target'
      left join times t on t.report = l.report and t.position = l.time
    where ${rowCondition(filter, { takesPart, names: takesPart })} order by r.number, l.position`,
  reviewed: reviewedRelation,
};
