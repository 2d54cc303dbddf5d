import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Sector } from "../../actor/actor.js";
import { EVENT_TYPES, type Event } from "../../event/event.js";
import { SECTORS } from "../../knowledge/sector.js";
import { ACTS } from "../../quotation/cues.js";

/** What an actor may do in words about a matter. */
export const STANCES = [
  "refuses",
  "opposes",
  "denies",
  "demands",
  "supports",
  "blames",
  "threatens",
  "promises",
] as const;
export type Stance = (typeof STANCES)[number];

const stance = z.enum(STANCES);
const pattern = z.string().regex(new RegExp(`^(${EVENT_TYPES.join("|")})(/[a-z-]+)?$`));
const schema = z.strictObject({
  stances: z.record(
    stance,
    z.strictObject({
      events: z.array(pattern),
      triggers: z.array(z.string()).optional(),
      acts: z.array(z.enum(ACTS)),
    }),
  ),
  towards: z.array(stance),
  answers: z.array(stance),
  opposed: z.array(z.tuple([stance, stance])),
  earlier: z.array(z.string()),
  official: z.array(z.enum(SECTORS)),
  parties: z.array(z.enum(SECTORS)),
  not: z.array(z.string()),
});

/** knowledge/positions.yaml, ready for use. */
export interface PositionWords {
  readonly ofAct: ReadonlyMap<string, Stance>;
  readonly towards: ReadonlySet<Stance>;
  /** Stances whose words seldom say what about. */
  readonly answers: ReadonlySet<Stance>;
  readonly opposed: readonly (readonly [Stance, Stance])[];
  /** Adverbs of what lies before the news. */
  readonly earlier: ReadonlySet<string>;
  /** Sectors of those who hold a state's position. */
  readonly official: ReadonlySet<Sector>;
  /** Sectors of those who hold their own. */
  readonly parties: ReadonlySet<Sector>;
  /** Lemmas of triggers that tell of no position. */
  readonly not: ReadonlySet<string>;
  /** The stance that an event takes, by its trigger's lemmas, its pattern or its type. */
  ofEvent(event: Event, triggers: readonly string[]): Stance | undefined;
  /** True where an event takes some stance. */
  takes(event: Event): boolean;
}

let loaded: PositionWords | undefined;

/** The words of knowledge/positions.yaml, read once; throws where the file has another shape. */
export function positionWords(): PositionWords {
  if (loaded) return loaded;
  const url = new URL("../../../knowledge/positions.yaml", import.meta.url);
  const file = schema.parse(parse(readFileSync(url, "utf8")));
  const entries = Object.entries(file.stances) as [Stance, (typeof file.stances)[Stance]][];
  const byEvent = new Map(entries.flatMap(([name, { events }]) => events.map((event) => [event, name])));
  const byTrigger = new Map(
    entries.flatMap(([name, { triggers = [] }]) => triggers.map((lemma) => [lemma, name] as const)),
  );
  loaded = {
    ofAct: new Map(entries.flatMap(([name, { acts }]) => acts.map((act) => [act, name]))),
    towards: new Set(file.towards),
    answers: new Set(file.answers),
    opposed: file.opposed,
    earlier: new Set(file.earlier),
    official: new Set(file.official),
    parties: new Set(file.parties),
    not: new Set(file.not),
    ofEvent: ({ type, explanation }, triggers) =>
      triggers.map((lemma) => byTrigger.get(lemma)).find((stance) => stance !== undefined) ??
      byEvent.get(explanation.by) ??
      byEvent.get(type),
    takes: ({ type, explanation }) => byEvent.has(explanation.by) || byEvent.has(type),
  };
  return loaded;
}
