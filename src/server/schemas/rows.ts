import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { actor, day, pageOf, probability, reviewed } from "./common.js";

/* Rows of the lists of reports, statements and events: what a person needs to see of each, with its report. */

const ofReport = {
  report: z.string(),
  reportTitle: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  published: day.exactOptional().describe("of the report"),
};

const time = z.object({
  words: z.string(),
  start: z.string().exactOptional().describe("ISO 8601"),
  end: z.string().exactOptional().describe("exclusive"),
});
const place = z.object({ name: z.string(), country: z.string().exactOptional() });

export const reportRow = z
  .object({
    kind: z.literal("report"),
    id: z.string(),
    number: z.int().describe("order in the ledger"),
    title: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    published: day.exactOptional(),
    origin: z.string(),
    story: z.string().exactOptional(),
    statements: z.int(),
    events: z.int(),
  })
  .meta({ id: "ReportRow" });
export type ReportRow = z.infer<typeof reportRow>;

export const statementRow = z
  .object({
    kind: z.literal("statement"),
    id: z.string(),
    ...ofReport,
    form: z.enum(["direct", "indirect", "mixed"]),
    part: z.enum(["title", "body"]),
    speaker: actor.exactOptional(),
    speakerUnknown: z.string().exactOptional().describe("why the speaker is not known"),
    source: z.string().exactOptional().describe("the words that name the source"),
    cue: z.string().exactOptional(),
    words: z.string(),
    act: z.string().exactOptional(),
    time: time.exactOptional(),
    place: place.exactOptional(),
    reviewed,
  })
  .meta({ id: "StatementRow" });
export type StatementRow = z.infer<typeof statementRow>;

const participant = z.object({
  actor: actor.exactOptional().describe("absent where it is not known who it is"),
  words: z.string().exactOptional(),
  basis: z.enum(["stated", "inferred", "given", "unknown"]),
});

export const eventRow = z
  .object({
    kind: z.literal("event"),
    id: z.string(),
    ...ofReport,
    type: z.enum(EVENT_TYPES),
    mode: z.string().exactOptional(),
    status: z.enum(STATUSES),
    probability,
    mutual: z.boolean(),
    part: z.enum(["title", "body"]),
    sources: z.array(participant),
    targets: z.array(participant),
    trigger: z.string(),
    what: z.string().exactOptional(),
    condition: z.string().exactOptional(),
    sentence: z.string(),
    claimedBy: z.string().exactOptional().describe("the statement inside which it is told"),
    time: time.exactOptional(),
    place: place.exactOptional(),
    reviewed,
  })
  .meta({ id: "EventRow" });
export type EventRow = z.infer<typeof eventRow>;

export const eventPage = pageOf(eventRow).extend({
  leftOut: z
    .object({
      lessSure: z.int().describe("their probability is lower than `surerThan`"),
      unknown: z.int().describe("their probability is not known"),
    })
    .exactOptional()
    .describe("how many events `surerThan` leaves out; on the first page"),
});
export type EventPage = z.infer<typeof eventPage>;

export const hit = z
  .object({
    kind: z.enum([
      "report",
      "statement",
      "event",
      "exchange",
      "relation",
      "happening",
      "linked exchange",
      "position",
      "issue",
    ]),
    id: z.string(),
    report: z.string(),
    reportTitle: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    published: day.exactOptional(),
    words: z.string(),
    happening: z.string().exactOptional().describe("what an event tells of, with other reports"),
  })
  .meta({ id: "Hit" });
export type HitRow = z.infer<typeof hit>;

export const actorRow = z
  .object({
    kind: z.literal("actor"),
    code: z.string(),
    name: z.string(),
    statements: z.int().describe("of which it is the speaker"),
    acts: z.int().describe("events of which it is a source"),
    actedOn: z.int().describe("events of which it is a target"),
  })
  .meta({ id: "ActorRow" });
export type ActorRow = z.infer<typeof actorRow>;

export const dealing = z
  .object({
    source: z.string(),
    target: z.string(),
    events: z.int(),
    types: z.record(z.string(), z.int()).describe("how many events of each type"),
  })
  .meta({ id: "Dealing" });
export type Dealing = z.infer<typeof dealing>;

export const office = z.object({
  person: z.string(),
  office: z.string(),
  sector: z.string().exactOptional(),
  agency: z.string().exactOptional(),
  basis: z.enum(["stated", "inferred"]),
  words: z.string(),
  report: z.string(),
  published: day.exactOptional(),
});
export const actorRecord = actorRow
  .extend({
    offices: z.array(office).describe("people and what reports call them"),
    dealings: z.array(dealing),
  })
  .meta({ id: "ActorRecord" });
export type ActorRecord = z.infer<typeof actorRecord>;

export const summary = z
  .object({
    kind: z.literal("ledger"),
    name: z.string().describe("the file's name"),
    version: z.string().describe("of demarche"),
    writable: z.boolean(),
    reports: z.int(),
    statements: z.int(),
    events: z.int(),
    exchanges: z.int(),
    happenings: z.int(),
    stories: z.int(),
    firstPublished: day.exactOptional(),
    lastPublished: day.exactOptional(),
    outlets: z.array(z.object({ name: z.string(), reports: z.int() })),
  })
  .meta({ id: "LedgerSummary" });
export type Summary = z.infer<typeof summary>;

export const refusal = z.object({
  kind: z.literal("refusal"),
  code: z.string(),
  input: z.string(),
  met: z.string(),
  expected: z.string(),
  advice: z.string(),
});

export const task = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(["waiting", "reading", "read", "known", "refused"]),
    report: z.string().exactOptional().describe("the identifier of the report that it was"),
    refusal: refusal.exactOptional().describe("why it was not read"),
  })
  .meta({ id: "ReadingTask" });
export type Task = z.infer<typeof task>;
