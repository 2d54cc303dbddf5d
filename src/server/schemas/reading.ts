import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { ANSWER_KINDS } from "../../ledger/exchanges/exchange.js";
import { BOUNDS, QUANTITY_KINDS } from "../../quantity/quantity.js";
import { actor, day, knownOrNot, probability, span, spanFields } from "./common.js";

/* A report with all that was read in it, as docs/json-lines.md explains the records. References by index lead into this object's lists. */

const some = z.string().exactOptional();
const index = (of: string) => z.int().exactOptional().describe(`index in ${of}`);
const optionalSpan = span.exactOptional();
const who = knownOrNot(actor);
const participant = z.object({ actor: who, mention: index("mentions"), span: optionalSpan });

export const report = z
  .object({
    kind: z.literal("report"),
    id: z.string(),
    origin: z.string(),
    text: z.string(),
    paragraphs: z.array(
      z.object({
        ...spanFields,
        role: z.enum(["title", "byline", "dateline", "body", "furniture", "licence"]),
        reason: some,
      }),
    ),
    title: knownOrNot(z.string()),
    outlet: knownOrNot(z.string()),
    published: knownOrNot(day),
    bylines: z.array(z.object({ name: z.string(), role: some })),
    licence: knownOrNot(z.object({ terms: z.string(), mustCarry: z.array(z.string()) })),
    dateline: z
      .object({
        ...spanFields,
        place: some,
        agency: some,
        year: z.int().exactOptional(),
        month: z.int().exactOptional(),
        day: z.int().exactOptional(),
      })
      .exactOptional(),
    notes: z.array(z.string()).exactOptional(),
  })
  .meta({ id: "Report" });

export const mention = z
  .object({
    kind: z.literal("mention"),
    ...spanFields,
    head: z.int(),
    first: z.int(),
    last: z.int(),
    form: z.enum(["name", "metonym", "demonym", "title", "nominal", "pronoun", "group"]),
    actors: z.array(actor),
    reason: some,
    by: z.string(),
    antecedent: index("mentions"),
    confidence: z.number().exactOptional(),
    person: some,
  })
  .meta({ id: "Mention" });

export const statement = z
  .object({
    kind: z.literal("statement"),
    id: z.string(),
    report: z.string(),
    form: z.enum(["direct", "indirect", "mixed"]),
    source: optionalSpan,
    mention: index("mentions"),
    cue: optionalSpan,
    content: z.array(span),
    quoted: z.array(span).exactOptional(),
    speaker: who,
    when: index("times"),
    where: index("places"),
    medium: optionalSpan,
    venue: optionalSpan,
    addressee: optionalSpan,
    act: some,
    goesOnFrom: some,
    chain: z
      .array(
        z.object({
          role: z.enum(["origin", "speaker", "relay", "report"]),
          span: optionalSpan,
          cue: optionalSpan,
          mention: index("mentions"),
          actor: who.exactOptional(),
          statement: some,
        }),
      )
      .exactOptional(),
    part: z.enum(["title", "body"]),
    by: z.string(),
  })
  .meta({ id: "Statement" });

export const event = z
  .object({
    kind: z.literal("event"),
    id: z.string(),
    report: z.string(),
    type: z.enum(EVENT_TYPES),
    mode: some,
    status: z.enum(STATUSES),
    sources: z.array(participant),
    targets: z.array(participant),
    mutual: z.boolean(),
    trigger: span,
    what: optionalSpan,
    when: index("times"),
    where: index("places"),
    quantities: z.array(z.int()).exactOptional(),
    claimedBy: some,
    condition: optionalSpan,
    part: z.enum(["title", "body"]),
    probability,
    explanation: z.object({
      by: z.string(),
      steps: z.array(z.string()),
      rivals: z.array(z.object({ type: z.enum(EVENT_TYPES), by: z.string(), reason: z.string() })),
    }),
  })
  .meta({ id: "Event" });

export const exchange = z
  .object({
    kind: z.literal("exchange"),
    id: z.string(),
    report: z.string(),
    demand: some,
    answer: z.string(),
    answerIs: z.enum(ANSWER_KINDS),
    link: z.enum(["explicit", "inferred"]),
    joinedBy: optionalSpan,
    by: z.string(),
  })
  .meta({ id: "Exchange" });

const grain = z.enum([
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
]);

export const when = z
  .object({
    kind: z.literal("when"),
    ...spanFields,
    type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
    value: z.string(),
    mod: some,
    grain,
    basis: z.enum(["stated", "publication date", "another date", "unresolved"]),
    anchor: optionalSpan,
    interval: z.object({ start: z.string(), end: z.string() }).exactOptional(),
    reason: some,
    relation: z
      .object({
        to: z.enum(["publication date", "another date"]),
        count: z.union([z.number(), z.enum(["earlier", "later"])]),
        unit: grain,
      })
      .exactOptional(),
    signal: some,
    by: z.string(),
  })
  .meta({ id: "When" });

export const where = z
  .object({
    kind: z.literal("where"),
    ...spanFields,
    name: z.string(),
    country: some,
    latitude: z.number().exactOptional(),
    longitude: z.number().exactOptional(),
    precision: z.enum(["point", "city", "region", "country", "sea", "unknown"]),
    reason: some,
    by: z.string(),
  })
  .meta({ id: "Where" });

export const quantity = z
  .object({
    kind: z.literal("quantity"),
    ...spanFields,
    low: z.number(),
    high: z.number().exactOptional(),
    unit: z.string(),
    bound: z.enum(BOUNDS),
    measures: z.enum(QUANTITY_KINDS),
    of: optionalSpan,
    change: z
      .object({
        direction: z.enum(["increase", "decrease"]),
        as: z.enum(["by", "to", "from"]),
        word: span,
      })
      .exactOptional(),
    base: optionalSpan,
    when: index("times"),
    claimedBy: some,
    by: z.string(),
  })
  .meta({ id: "Quantity" });

export const relation = z
  .object({
    kind: z.literal("relation"),
    id: z.string(),
    report: z.string(),
    relation: z.string(),
    status: z.enum(["asserted", "denied", "past"]),
    source: participant,
    target: participant,
    span,
    degree: optionalSpan,
    when: index("times"),
    claimedBy: some,
    part: z.enum(["title", "body"]),
    by: z.string(),
  })
  .meta({ id: "Relation" });

/** What a reading holds without the language model's analysis. */
export const reading = z
  .object({
    kind: z.literal("reading"),
    report,
    mentions: z.array(mention),
    times: z.array(when),
    places: z.array(where),
    quantities: z.array(quantity).exactOptional(),
    statements: z.array(statement),
    events: z.array(event),
    exchanges: z.array(exchange),
    relations: z.array(relation).exactOptional(),
  })
  .meta({ id: "Reading" });
