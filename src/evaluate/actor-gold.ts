import { z } from "zod";

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
  start: z.int().nonnegative(),
  end: z.int().positive(),
  surface: z.string().min(1),
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

const report = z.strictObject({
  id: z.string().min(1),
  source: z.string().optional(),
  published: z.string().optional(),
  outlet: z.string().optional(),
  title: z.string().optional(),
  /** The report's text, for gold files that may hold it; else it is looked up by `id`. */
  text: z.string().optional(),
  /** Of the text, in hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The stretch that was marked; the whole text where it is missing. */
  range: z.tuple([z.int().nonnegative(), z.int().positive()]).optional(),
  mentions: z.array(mention),
});

/** One marked mention; `docs/actor-gold.md` says what the fields mean. */
export type ActorGoldMention = z.infer<typeof mention>;
/** One marked report: a line of a gold file. */
export type ActorGoldReport = z.infer<typeof report>;

/** Reads a gold file's text, JSON Lines as in `docs/actor-gold.md`. Throws an Error that names the line and the field. */
export function readActorGold(source: string): ActorGoldReport[] {
  return source.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const fail = (what: string): never => {
      throw new Error(`line ${i + 1}: ${what}`);
    };
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return fail("one JSON object a line expected");
    }
    const parsed = report.safeParse(json);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      return fail(`${issue.path.join(".")}: ${issue.message}`);
    }
    for (const m of parsed.data.mentions) {
      const readings = [m.codes, m.none, m.unknown].filter((r) => r !== undefined).length;
      if (readings !== 1) fail(`"${m.surface}" at ${m.start}: one of codes, none and unknown expected`);
      if (m.end <= m.start) fail(`"${m.surface}" at ${m.start}: ends before it starts`);
    }
    return [parsed.data];
  });
}
