import { parse } from "yaml";
import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../event/event.js";

/** A state or organisation, then a sector: "CHN", "CHN.GOV"; null for what the report leaves unknown. */
const actor = z
  .string()
  .regex(/^[A-Z0-9]{2,}(\.[A-Z]{3})?$/, "a code like CHN or CHN.GOV is expected")
  .nullable();
const eventType = z.enum(EVENT_TYPES);
const code = z.string().regex(/^[A-Z0-9]{2,}$/, "a code like CHN is expected");
const when = z.strictObject({
  year: z.int().optional(),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  weekday: z.enum(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]).optional(),
  relative: z.string().optional(),
});
const common = { may: z.boolean().default(false), note: z.string().optional() };

const report = z.strictObject({
  id: z.string().optional(),
  outlet: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
  published: z.string().nullable().optional(),
  byline: z.array(z.strictObject({ name: z.string(), role: z.string().optional() })).optional(),
  furniture: z.array(z.string()).optional(),
  licence: z.strictObject({ terms: z.string(), must_carry: z.array(z.string()).default([]) }).optional(),
});

const statement = z.strictObject({
  ...common,
  speaker: actor,
  agency: z.string().optional(),
  person: z.string().optional(),
  said_by: z.string().nullable(),
  cue: z.string().nullable(),
  kind: z.enum(["direct", "indirect", "mixed"]),
  content: z.string(),
  when: when.optional(),
  venue: z.string().optional(),
  medium: z.string().optional(),
  part: z.enum(["title", "body"]).optional(),
});

const event = z.strictObject({
  ...common,
  id: z.string(),
  source: actor,
  also_source: z.string().optional(),
  agency: z.string().optional(),
  person: z.string().optional(),
  type: eventType,
  accept: z.array(eventType).default([]),
  target: actor,
  also_target: z.string().optional(),
  target_agency: z.string().optional(),
  target_person: z.string().optional(),
  trigger: z.string(),
  status: z.enum(STATUSES),
  mutual: z.boolean().default(false),
  claimed_by: actor.optional(),
  when: when.optional(),
  where: z.string().optional(),
  what: z.string().optional(),
  about: code.optional(),
  medium: z.string().optional(),
  part: z.enum(["title", "body"]).optional(),
  same_happening_as: z.string().optional(),
});

const exchange = z.strictObject({
  ...common,
  demand: z.string(),
  answer: z.string(),
  answer_is: z.string(),
  link: z.enum(["explicit", "inferred"]),
  joined_by: z.string().optional(),
});

const relation = z.strictObject({
  ...common,
  source: code,
  relation: z.string(),
  target: code,
  evidence: z.string(),
});

const quantity = z.strictObject({
  ...common,
  of: z.string(),
  value: z.number(),
  unit: z.string(),
  bound: z.string().optional(),
  evidence: z.string(),
  claimed_by: z.string().optional(),
});

const across = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("same person"), name: z.string(), in: z.array(z.string()) }),
  z.strictObject({
    ...common,
    kind: z.literal("same dispute"),
    between: z.array(code),
    about: code.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("position held again"),
    actor,
    position: z.string(),
    in: z.array(z.string()),
  }),
  z.strictObject({ ...common, kind: z.literal("tension"), first: z.string(), second: z.string() }),
  z.strictObject({
    ...common,
    kind: z.literal("position changed"),
    actor,
    person: z.string().optional(),
    from: z.string(),
    to: z.string(),
  }),
]);

const schema = z.strictObject({
  report: report.default({}),
  statements: z.array(statement).default([]),
  events: z.array(event).default([]),
  exchanges: z.array(exchange).default([]),
  relations: z.array(relation).default([]),
  quantities: z.array(quantity).default([]),
  across: z.array(across).default([]),
});

export type GoldReading = z.infer<typeof schema>;
export type GoldFacts = GoldReading["report"];
export type GoldStatement = GoldReading["statements"][number];
export type GoldEvent = GoldReading["events"][number];
export type GoldExchange = GoldReading["exchanges"][number];
export type GoldRelation = GoldReading["relations"][number];
export type GoldQuantity = GoldReading["quantities"][number];
export type GoldAcross = GoldReading["across"][number];
export type GoldWhen = z.infer<typeof when>;

/**
 * Reads what a person found in one report (docs/check-gold.md), from YAML. Throws an Error that names the place of the
 * first fault, and what was expected.
 */
export function readGoldReading(source: string): GoldReading {
  const parsed = schema.safeParse(parse(source) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${issue.path.join(".") || "the file"}: ${issue.message}`);
}
