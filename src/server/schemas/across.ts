import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { ANSWER_KINDS, OPENING_KINDS } from "../../ledger/exchanges/exchange.js";
import type { LinkedExchange } from "../../ledger/exchanges/linked-exchange.js";
import type { Happening } from "../../ledger/happenings/happening.js";
import type { Position } from "../../ledger/positions/position.js";
import { STANCES } from "../../ledger/positions/position-words.js";
import type { Story } from "../../ledger/stories/story.js";
import type { Tension } from "../../ledger/tensions/tension.js";
import { TENSION_RULES } from "../../ledger/tensions/tension-rules.js";
import { day, probability, reviewed, spanFields } from "./common.js";

const some = z.string().exactOptional();
const number = z.number().exactOptional();
const list = z.array(z.string());
const optionalDay = day.exactOptional();

const turn = { id: z.string(), report: z.string(), outlet: some, published: optionalDay, words: z.string() };

/** A demand, offer, charge or threat and its answers, in whatever report; without any, silence so far. */
export const linkedExchange = z
  .object({
    kind: z.literal("linked exchange"),
    id: z.string(),
    openingIs: z.enum(OPENING_KINDS),
    opening: z.object(turn),
    happening: some,
    name: z.string(),
    firstDay: optionalDay,
    lastDay: optionalDay,
    reports: z.int(),
    asks: list,
    asked: list,
    about: list,
    answers: z.array(
      z.object({
        ...turn,
        answerIs: z.enum(ANSWER_KINDS),
        happening: some,
        day: optionalDay,
        link: z.enum(["explicit", "inferred"]),
        exchange: some,
        joinedBy: some,
        sure: number,
        reasons: list.exactOptional(),
        reviewed,
      }),
    ),
  })
  .meta({ id: "LinkedExchange" }) satisfies z.ZodType<LinkedExchange>;

/** What events of one or many reports tell of. */
export const happening = z
  .object({
    kind: z.literal("happening"),
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    reality: z.enum(["done", "wanted", "habit"]),
    name: z.string(),
    firstDay: optionalDay,
    lastDay: optionalDay,
    firstPublished: optionalDay,
    lastPublished: optionalDay,
    sources: list,
    targets: list,
    about: list,
    reports: z.int(),
    outlets: z.int(),
    independentOutlets: z.int(),
    events: z.array(
      z.object({
        id: z.string(),
        report: z.string(),
        outlet: some,
        published: optionalDay,
        type: z.enum(EVENT_TYPES),
        status: z.enum(STATUSES),
        probability,
        trigger: z.string(),
        sentence: z.string(),
        nearest: some,
        points: number,
        reasons: list.exactOptional(),
      }),
    ),
  })
  .meta({ id: "Happening" }) satisfies z.ZodType<Happening>;

const change = z.object({
  position: z.string(),
  stance: z.enum(STANCES),
  here: z.string(),
  there: z.string(),
  words: z.string(),
  day: optionalDay,
});

/** What an actor holds, as reports tell it over time. */
export const position = z
  .object({
    kind: z.literal("position"),
    id: z.string(),
    actor: z.string(),
    stance: z.enum(STANCES),
    toward: list,
    about: list,
    name: z.string(),
    firstSeen: optionalDay,
    lastSeen: optionalDay,
    reports: z.int(),
    stands: z.array(
      z.object({
        ...turn,
        day: optionalDay,
        person: some,
        nearest: some,
        points: number,
        reasons: list.exactOptional(),
      }),
    ),
    changedFrom: z.array(change).exactOptional(),
    changedTo: z.array(change).exactOptional(),
  })
  .meta({ id: "Position" }) satisfies z.ZodType<Position>;

const side = z.object({
  report: z.string(),
  outlet: some,
  published: optionalDay,
  id: some,
  day: optionalDay,
  ...spanFields,
  words: z.string(),
  sentence: z.string(),
});

/** Two things that do not sit well together. */
export const tension = z
  .object({
    kind: z.literal("tension"),
    id: z.string(),
    rule: z.enum(TENSION_RULES),
    reason: z.string(),
    first: side,
    second: side,
    actors: list,
    about: list,
    others: z.int(),
  })
  .meta({ id: "Tension" }) satisfies z.ZodType<Tension>;

/** Reports on the same dispute and episode. */
export const story = z
  .object({
    kind: z.literal("story"),
    id: z.string(),
    name: z.string(),
    firstPublished: optionalDay,
    lastPublished: optionalDay,
    outlets: z.int(),
    independentOutlets: z.int(),
    reports: z.array(
      z.object({
        id: z.string(),
        title: some,
        outlet: some,
        published: optionalDay,
        similarity: number,
        nearest: some,
        nearestSimilarity: number,
        sharedWords: list.exactOptional(),
        copyOf: some,
      }),
    ),
  })
  .meta({ id: "Story" }) satisfies z.ZodType<Story>;
