import { type RawBuilder, sql } from "kysely";
import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { all } from "../../ledger/json-rows.js";
import { EVENT_REVIEW, EVENT_REVIEW_VALUES, REVIEWED, reviewedEvent } from "../reviewed.js";
import { type ActorConditions, type ExportFilter, mentioned, rowCondition } from "../row-filter.js";
import type { ExportTable } from "../table.js";
import { PLACE, REPORT, TIME } from "./columns.js";

/** Who takes part in an event `e`; named is who the words of what the act was about name. */
export const EVENT_ACTORS: ActorConditions = {
  takesPart: (codes) => sql`e.id in (select event from event_participants where code in ${all(codes)})`,
  names: (codes) =>
    mentioned(codes, { report: "e.report", start: "e.what_start_offset", end: "e.what_end_offset" }),
};

/** Events with their report, time and place, and what reviewers say. */
export const EVENT_TABLES = sql`events e join reports r on r.id = e.report
  left join times t on t.report = e.report and t.position = e.time
  left join places p on p.report = e.report and p.position = e.place ${REVIEWED("e")}`;

/** The filter as a condition on an event `e` of `EVENT_TABLES`. */
export function eventCondition({ surerThan, ...filter }: ExportFilter): RawBuilder<unknown> {
  const condition = rowCondition(filter, EVENT_ACTORS);
  return surerThan === undefined ? condition : sql`${condition} and e.probability >= ${surerThan}`;
}

/** How many events that pass the rest of the filter are not sure enough, and of how many nothing tells. */
export function eventsLeftOut({ surerThan = 0, ...filter }: ExportFilter): RawBuilder<unknown> {
  return sql`select count(*) filter (where e.probability < ${surerThan}) as "lessSure",
      count(*) filter (where e.probability is null) as "unknown"
    from ${EVENT_TABLES} where ${rowCondition(filter, EVENT_ACTORS)}`;
}

/** The column that says how sure an event is. */
export const PROBABILITY = {
  type: "number",
  description:
    "How likely type, status, sources and targets are all right as the machine tells them, 0 to 1: of rows with 0.5 about half are. Empty where nothing tells.",
} as const;

const codes = (role: string) =>
  sql`(select group_concat(actor, '; ') from (select coalesce(code || coalesce('.' || sector, ''), '?') as actor
    from event_participants where event = e.id and role = ${role} order by position))`;
const words = (role: string) =>
  sql`(select group_concat(words, '; ') from (select words from event_participants
    where event = e.id and role = ${role} order by position))`;

/** Who did what to whom, as each report tells it. */
export const events: ExportTable = {
  name: "events",
  title: "Who did what to whom",
  description: "One row for each act, as one report tells it.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the event." },
    ...REPORT,
    { name: "type", type: "string", values: EVENT_TYPES, description: "PLOVER's event type." },
    { name: "mode", type: "string", description: "PLOVER's mode of the type." },
    {
      name: "status",
      type: "string",
      values: STATUSES,
      description: "Whether the report asserts it, denies it, tells it as planned, and so on.",
    },
    { name: "probability", ...PROBABILITY },
    {
      name: "mutual",
      type: "boolean",
      description: "Whether source and target may be swapped, as in a meeting.",
    },
    {
      name: "sources",
      type: "string",
      description:
        "Who acts: codes (ISO 3166-1 alpha-3 or an organisation's) with PLOVER's sector after a point, separated by semicolons; ? is somebody unknown.",
    },
    { name: "source_words", type: "string", quoted: true, description: "The words that name the sources." },
    { name: "targets", type: "string", description: "Whom the act concerns, as in sources." },
    { name: "target_words", type: "string", quoted: true, description: "The words that name the targets." },
    { name: "trigger_words", type: "string", quoted: true, description: "The words that tell of the act." },
    { name: "what_words", type: "string", quoted: true, description: "What the act was about." },
    {
      name: "condition_words",
      type: "string",
      quoted: true,
      description: "The condition, where one is stated.",
    },
    ...TIME,
    ...PLACE,
    {
      name: "claimed_by",
      type: "string",
      description:
        "Identifier of the statement inside which it is told; filters may have left that out of the table of statements.",
    },
    {
      name: "happening",
      type: "string",
      description:
        "Identifier of what happened: the same for the events of all reports that tell of it. It may be absent from the table of happenings where filters were used.",
    },
    {
      name: "part",
      type: "string",
      values: ["title", "body"],
      description: "Where in the report it stands.",
    },
    { name: "rule", type: "string", description: "The codebook's pattern or the model that found it." },
    { name: "sentence", type: "string", quoted: true, description: "The sentence that tells of it." },
    ...EVENT_REVIEW,
  ],
  reviewed: reviewedEvent,
  leftOut: eventsLeftOut,
  query: (
    filter,
  ) => sql`select e.id, e.report, r.outlet, r.published, e.type, e.mode, e.status, e.probability,
      e.mutual,
      ${codes("source")} as sources, ${words("source")} as source_words, ${codes("target")} as targets,
      ${words("target")} as target_words, e.trigger_words, e.what_words, e.condition_words, t.words as time_words,
      t.interval_start, t.interval_end, p.name as place, p.country as place_country,
      p.precision as place_precision, p.latitude, p.longitude, e.claimed_by,
      (select happening from happening_events where event = e.id) as happening, e.part, e.rule, e.sentence,
      ${EVENT_REVIEW_VALUES}
    from ${EVENT_TABLES} where ${eventCondition(filter)} order by e.number`,
};
