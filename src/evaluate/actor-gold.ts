import { z } from "zod";
import { markedReport, named, offset, readGoldLines } from "./gold-lines.js";

/** How a mention refers; as `MentionForm`, with the names of people apart. */
export const ACTOR_FORMS = [
  "name",
  "person",
  "title",
  "metonym",
  "demonym",
  "nominal",
  "group",
  "pronoun",
] as const;
export type ActorForm = (typeof ACTOR_FORMS)[number];

const code = z.string().regex(/^[A-Z0-9]+(\.[A-Z]{3})?$/, 'a code like "CHN" or "CHN.GOV" expected');

const mention = z.strictObject({
  /** Unicode code points in the report's text, end exclusive. */
  start: offset,
  end: offset,
  /** Its words, where they may be passed on. */
  surface: z.string().min(1).optional(),
  form: z.enum(ACTOR_FORMS),
  /** Who is meant; several for "both sides". */
  codes: z.array(code).min(1).optional(),
  /** Other readings that count as right. */
  or: z.array(z.array(code).min(1)).optional(),
  /** Looks like an actor, and is none. */
  none: z.literal(true).optional(),
  /** An actor of whom neither the text nor general knowledge tells the code. */
  unknown: z.literal(true).optional(),
  /** Names an actor that does not act here: a place, or part of another mention. */
  aside: z.literal(true).optional(),
});

const report = z.strictObject({ ...markedReport, mentions: z.array(mention) });

/** One marked mention; `docs/actor-gold.md` says what the fields mean. */
export type ActorGoldMention = z.infer<typeof mention>;
/** One marked report: a line of a gold file. */
export type ActorGoldReport = z.infer<typeof report>;

/** Reads a gold file's text, JSON Lines as in `docs/actor-gold.md`. Throws an Error that names the line and the field. */
export function readActorGold(source: string): ActorGoldReport[] {
  return readGoldLines(source, report, ({ mentions }) => {
    for (const { codes, none, unknown, surface, start, end } of mentions) {
      const readings = [codes, none, unknown].filter((r) => r !== undefined).length;
      if (readings !== 1) return `${named({ surface, start })}: one of codes, none and unknown expected`;
      if (end <= start) return `${named({ surface, start })}: ends before it starts`;
    }
    return undefined;
  });
}
