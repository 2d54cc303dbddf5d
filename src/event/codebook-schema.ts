import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "./event.js";

/**
 * The form of `codebook/TYPE.yaml`. See `codebook/README.md` for the pattern language in words.
 *
 * A *slot* is a place in a clause or noun phrase that holds an argument: `subject` (the logical one: in a passive it
 * is what "by" names; of an event noun, its possessor, "by" phrase or the subject of its light verb), `agent` (the same
 * without possessors and modifiers, for nouns whose possessor is acted on: "the mayor's arrest"), `object`,
 * `indirect`, `clause` (the complement clause), `clause.subject`, `clause.target`, `modifier`, `possessor`,
 * `accompanied` (who does what the trigger, a noun after "with", goes along with), `answerer` (who answers the demand
 * that the trigger names), `response` (what the act is done in response to), `predicate` ("guilty" of "found guilty"),
 * `speaker` (who makes the statement that the trigger stands in) or a preposition ("against").
 */

/** A list as people write it: words or phrases between commas. */
function listOf<T extends string>(part: z.ZodType<T, string>) {
  return z
    .string()
    .transform((text) => text.split(",").map((item) => item.trim()))
    .pipe(z.array(part).min(1));
}

const word = z
  .string()
  .regex(
    /^(<[a-z-]+>|[\p{Ll}$€£¥%'][\p{Ll}0-9'.% -]*)$/u,
    "expected words in lower case, or <name> of a list in words.yaml",
  );
export const wordsSchema = listOf(word);
const words = wordsSchema;
const slots = listOf(
  z.string().regex(/^[a-z]+( [a-z]+)*(\.(subject|target|object|possessor))?$/, "expected the name of a slot"),
);
const roles = listOf(z.enum(["source", "target"]));
const condition = z.record(z.string().regex(/^[a-z. |]+$/, "expected a slot, or several joined by |"), words);
const kinds = listOf(
  z
    .string()
    .regex(
      /^([A-Z]{3}|state|person|unknown|anybody)$/,
      "expected a PLOVER sector, state, person, unknown or anybody",
    ),
);
const kindsByRole = z.strictObject({ source: kinds, target: kinds }).partial();

export const patternSchema = z.strictObject({
  /** Unique in its file, in kebab case. */
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a name in kebab-case"),
  /** Lemmas of verbs; particles and prepositions follow ("turn down", "call for"). */
  verb: words.optional(),
  /** Lemmas of event nouns. */
  noun: words.optional(),
  /** Lemmas of predicate adjectives ("ready", "critical of"). */
  adjective: words.optional(),
  /** Verbs that carry an event noun: "make" in "make a visit". With `light`, `noun` needs one of them only where `bare` is false. */
  light: words.optional(),
  /** False: the noun counts only where a light verb carries it. */
  bare: z.boolean().default(true),
  /** Each slot named must hold one of the words (`<list>` from words.yaml; "any" for anything). */
  with: condition.optional(),
  /** No slot named may hold one of the words. */
  without: condition.optional(),
  /** What the complement clause must be about: an act of cooperation or of conflict. */
  clause: z.enum(["cooperation", "conflict", "no-conflict"]).optional(),
  /** The complement clause must be an infinitive: "told him to leave", not "told him that". */
  infinitive: z.boolean().default(false),
  /** The trigger counts only where it is refused: "will not lift", "cannot accept". */
  refused: z.boolean().default(false),
  /** The trigger counts only where it is negated in any way: "did not recognise". */
  negated: z.boolean().default(false),
  /** The trigger counts only where it is announced: "will retaliate", "would strike". */
  promised: z.boolean().default(false),
  /** The trigger counts only inside a statement; a pattern whose source is the `speaker` always does. */
  spoken: z.boolean().default(false),
  source: slots,
  target: slots.optional(),
  /**
   * A role is one of these kinds of actors: PLOVER's sectors, `state` (no sector given), `person`, `unknown` (somebody
   * whom the knowledge does not hold), `anybody` (any of these, but no thing).
   */
  kinds: kindsByRole.optional(),
  /** A role is none of these kinds. */
  "not-kinds": kindsByRole.optional(),
  /** A role is the speaker's own side ("we") or is not. */
  person: z
    .strictObject({ source: z.enum(["first", "third"]), target: z.enum(["first", "third"]) })
    .partial()
    .optional(),
  /** What the object names ("demand", "offer") is answered and stays an act of its own. */
  answers: z.boolean().default(false),
  /** Roles without which the pattern says nothing. */
  needs: roles.optional(),
  /** Roles that nobody has but those whom the pattern finds: a weapons test is against nobody whom its words do not name. */
  only: roles.optional(),
  /** Roles whose words must themselves name the actor, not a thing of theirs ("met Iran", not "met Iran's demands"). */
  direct: roles.optional(),
  /** Source and target must belong to different states or organisations. */
  foreign: z.boolean().default(false),
  /** Roles that must be actors that the knowledge holds, for triggers that say little by themselves. */
  known: roles.optional(),
  /** Source and target may be swapped; several sources and no target are each other's. */
  mutual: z.boolean().default(false),
  /** Where the words of what the act was about stand. */
  what: slots.optional(),
  mode: z.string().optional(),
  status: z.enum(STATUSES).optional(),
  /** How much more (or less) the pattern counts against its rivals than what it asks for. */
  weight: z.number().min(-5).max(5).default(0),
  /** The class of the 15-class PLV data where it differs from the type (crosswalk, for `evaluate events`). */
  plv: z.string().optional(),
});
export type PatternSource = z.infer<typeof patternSchema>;

const caseSchema = z.strictObject({
  text: z.string().min(1),
  source: z.string().optional(),
  target: z.string().optional(),
  status: z.enum(STATUSES).optional(),
});
export type CodebookCase = z.infer<typeof caseSchema>;

/** What the reader needs of a codebook file: all but the cases. */
export const patternsSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  definition: z.string().min(20),
  patterns: z.array(patternSchema).min(1),
});
export type CodebookPatterns = z.infer<typeof patternsSchema>;

export const codebookSchema = patternsSchema.extend({
  cases: z.strictObject({
    are: z.array(caseSchema).min(10),
    "are-not": z.array(z.string().min(1)).min(6),
  }),
});
export type CodebookFile = z.infer<typeof codebookSchema>;

export const wordListsSchema = z.record(z.string().regex(/^[a-z-]+$/), words);
