import { sql } from "kysely";
import { all } from "../../ledger/json-rows.js";
import { REVIEWED, reviewedStatement, STATEMENT_REVIEW, STATEMENT_REVIEW_VALUES } from "../reviewed.js";
import { mentioned, rowCondition } from "../row-filter.js";
import type { ExportTable } from "../table.js";
import { PLACE, REPORT, TIME } from "./columns.js";

const words = (role: string) =>
  sql`(select group_concat(value ->> 2, ' … ') from json_each(s.spans, ${`$.${role}`}))`;
const names = (codes: readonly string[]) =>
  sql`exists (select 1 from statement_spans w where w.statement = s.id and w.role in ('content', 'addressee')
    and ${mentioned(codes, { report: "s.report", start: "w.start_offset", end: "w.end_offset" })})`;
const speaks = (codes: readonly string[]) => sql`s.speaker_code in ${all(codes)}`;

/** Who said what, as each report tells it. */
export const statements: ExportTable = {
  name: "statements",
  title: "Who said what",
  description: "One row for each thing that a report attributes to somebody.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the statement." },
    ...REPORT,
    {
      name: "form",
      type: "string",
      values: ["direct", "indirect", "mixed"],
      description: "Whether the words are quoted, reported, or both.",
    },
    {
      name: "act",
      type: "string",
      description: "What the words do: asserts, denies, demands, ...; empty where unknown.",
    },
    {
      name: "speaker_code",
      type: "string",
      description: "Who speaks: ISO 3166-1 alpha-3 or an organisation's code; empty where unknown.",
    },
    { name: "speaker_sector", type: "string", description: "The speaker's sector, PLOVER's: GOV, MIL, ..." },
    { name: "speaker_agency", type: "string", description: "The body that the speaker speaks for." },
    { name: "speaker_person", type: "string", description: "The speaker's name." },
    {
      name: "speaker_basis",
      type: "string",
      values: ["stated", "inferred", "given", "unknown"],
      description: "How the speaker is known.",
    },
    { name: "speaker_reason", type: "string", description: "Why the speaker is unknown." },
    { name: "source_words", type: "string", quoted: true, description: "The words that name the source." },
    { name: "cue_words", type: "string", quoted: true, description: "The words that tell of the saying." },
    { name: "content", type: "string", quoted: true, description: "What was said, in the report's words." },
    { name: "addressee_words", type: "string", quoted: true, description: "The words that name to whom." },
    ...TIME,
    ...PLACE,
    {
      name: "part",
      type: "string",
      values: ["title", "body"],
      description: "Where in the report it stands.",
    },
    { name: "rule", type: "string", description: "What found it." },
    ...STATEMENT_REVIEW,
  ],
  reviewed: reviewedStatement,
  query: (
    filter,
  ) => sql`select s.id, s.report, r.outlet, r.published, s.form, s.act, s.speaker_code, s.speaker_sector,
      s.speaker_agency, s.speaker_person, s.speaker_basis, s.speaker_reason, ${words("source")} as source_words,
      ${words("cue")} as cue_words, s.words as content, ${words("addressee")} as addressee_words,
      t.words as time_words, t.interval_start, t.interval_end, p.name as place, p.country as place_country,
      p.precision as place_precision, p.latitude, p.longitude, s.part, s.rule,
      ${STATEMENT_REVIEW_VALUES}
    from statements s join reports r on r.id = s.report
      left join times t on t.report = s.report and t.position = s.time
      left join places p on p.report = s.report and p.position = s.place ${REVIEWED("s")}
    where ${rowCondition(filter, { takesPart: (codes) => sql`(${speaks(codes)} or ${names(codes)})`, names })}
      and ${filter.between ? speaks(filter.between) : sql`1`}
    order by s.number`,
};
