import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { EVENT_TYPES, type EventType } from "../../event/event.js";
import { ACTS, type Act } from "../../quotation/cues.js";

import { ANSWER_KINDS, type AnswerKind, OPENING_KINDS, type OpeningKind } from "./exchange.js";

/** One step over a dependency tree: see the head of knowledge/exchanges.yaml. */
export type Step =
  | { readonly to: "self" }
  | { readonly to: "up" }
  | { readonly to: "next"; readonly case: string }
  | { readonly to: "down"; readonly relation: string; readonly case?: string };

/** Where one side of an exchange stands, seen from the joint: paths in order, or what was told before or right after. */
export type Side = "before" | "after" | readonly (readonly Step[])[];

/** A join of knowledge/exchanges.yaml, ready to be matched. */
export interface Join {
  readonly name: string;
  /** Relations and prepositions that the joint must have; undefined for any. */
  readonly relations: ReadonlySet<string> | undefined;
  readonly cases: ReadonlySet<string> | undefined;
  readonly determiners: ReadonlySet<string> | undefined;
  /** Lemmas of the joint's subject. */
  readonly subjects: ReadonlySet<string> | undefined;
  /** Words that must not stand right after the joint. */
  readonly notBefore: ReadonlySet<string> | undefined;
  /** Particles and prepositions that must follow the joint's lemma, in order. */
  readonly particles: readonly string[];
  readonly answer: Side;
  /** What the answer is, where the join tells it. */
  readonly answerIs: AnswerKind | undefined;
  readonly demand: Side;
  /** Lemmas of the demand's word; undefined for any. */
  readonly demandIs: ReadonlySet<string> | undefined;
  /** True where the demand is a text that somebody put forward ("a Norwegian-drafted resolution"). */
  readonly drafted: boolean;
  /**
   * "turns": the demand must be something that opens an exchange, and the answer another's that answers; "sides": they must
   * be two states', and the demand's sentence name that of the answer.
   */
  readonly between: "turns" | "sides" | undefined;
}

interface Kinds<T> {
  readonly types: ReadonlyMap<EventType, T>;
  readonly acts: ReadonlyMap<Act, T>;
}

export interface ExchangePatterns {
  /** Joins by the lemma of their joint. */
  readonly byLemma: ReadonlyMap<string, readonly Join[]>;
  /** Nouns that stand for something that wants an answer, even alone ("the demand"). */
  readonly demandNouns: ReadonlySet<string>;
  /** Nouns that do so only with an owner or a clause ("Norway's plan", "the offer to talk"). */
  readonly ownedNouns: ReadonlySet<string>;
  readonly charges: ReadonlySet<string>;
  readonly conditions: readonly {
    readonly name: string;
    readonly marks: readonly string[];
    readonly answerTypes: ReadonlySet<string>;
  }[];
  /** What an answer is, by the event's type or the statement's act. */
  readonly answerIs: ReadonlyMap<string, AnswerKind>;
  /** What opens an exchange: by the event's type, the statement's act, and the trigger's or cue's lemma, which comes first. */
  readonly opens: Kinds<OpeningKind> & { readonly words: ReadonlyMap<string, OpeningKind> };
  /** What answers across reports. */
  readonly answers: Kinds<AnswerKind>;
  /** Words, in lower case, that pass what is asked on to others. */
  readonly deflections: readonly string[];
  /** Types of acts by the words that ask for them ("a meeting") and tell that they are done. */
  readonly deeds: ReadonlyMap<string, EventType>;
  /** Lemmas of putting a text forward. */
  readonly drafting: ReadonlySet<string>;
  /** Lemmas that say no. */
  readonly negations: ReadonlySet<string>;
  /** How an owner's demand was told, by the noun that takes it up: event types, or a statement. */
  readonly toldAs: ReadonlyMap<string, ReadonlySet<string> | "statement">;
  /** What a statement that such a noun takes up does ("the request"). */
  readonly saidAs: ReadonlyMap<string, ReadonlySet<string> | "any">;
  /** Nouns that take up what was said and are nothing put by themselves ("the possibility"). */
  readonly notions: ReadonlySet<string>;
}

const words = z.array(z.string().min(1)).min(1);
const side = z.union([z.string(), words]);
const answerKind = z.enum(ANSWER_KINDS);
const openingKind = z.enum(OPENING_KINDS);
const fileSchema = z.strictObject({
  lists: z.record(z.string(), words),
  joins: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z-]+$/),
      example: z.string().min(20),
      joint: z.strictObject({
        lemma: words,
        relation: words.optional(),
        case: words.optional(),
        determiner: words.optional(),
        subject: words.optional(),
        "not-before": words.optional(),
      }),
      answer: side,
      "answer-is": answerKind.optional(),
      demand: side,
      "demand-is": words.optional(),
      "demand-drafted": z.literal(true).optional(),
      between: z.enum(["turns", "sides"]).optional(),
    }),
  ),
  conditions: z.array(
    z.strictObject({ name: z.string(), marks: words, "answer-types": z.array(z.enum(EVENT_TYPES)).min(1) }),
  ),
  "answer-is": z.partialRecord(z.enum(EVENT_TYPES), answerKind),
  "statement-is": z.partialRecord(z.enum(ACTS), answerKind),
  opens: z.strictObject({
    types: z.partialRecord(z.enum(EVENT_TYPES), openingKind),
    acts: z.partialRecord(z.enum(ACTS), openingKind),
    words: z.partialRecord(openingKind, words),
  }),
  answers: z.strictObject({
    types: z.partialRecord(z.enum(EVENT_TYPES), answerKind),
    acts: z.partialRecord(z.enum(ACTS), answerKind),
  }),
  deflections: words,
  deeds: z.partialRecord(z.enum(EVENT_TYPES), words),
  drafting: words,
  negations: words,
  "told-as": z.record(z.string(), z.union([z.literal("statement"), z.array(z.enum(EVENT_TYPES)).min(1)])),
  "said-as": z.record(z.string(), z.union([z.literal("any"), z.array(z.enum(ACTS)).min(1)])),
});

let patterns: ExchangePatterns | undefined;

/** The joins of knowledge/exchanges.yaml, read once. Throws an Error that names the place where the file is wrong. */
export function exchangePatterns(): ExchangePatterns {
  patterns ??= compile(readFileSync(new URL("../../../knowledge/exchanges.yaml", import.meta.url), "utf8"));
  return patterns;
}

/** The joins with the examples that they are for, for the test that runs them. */
export function exchangeExamples(): { readonly name: string; readonly example: string }[] {
  const source = readFileSync(new URL("../../../knowledge/exchanges.yaml", import.meta.url), "utf8");
  return fileSchema.parse(parse(source)).joins.map(({ name, example }) => ({ name, example }));
}

function compile(source: string): ExchangePatterns {
  const file = fileSchema.parse(parse(source));
  const open = (list: readonly string[]): string[] =>
    list.flatMap((word) => {
      if (!word.startsWith("@")) return [word];
      const named = file.lists[word.slice(1)];
      if (!named) throw new Error(`knowledge/exchanges.yaml: no list ${word}`);
      return open(named);
    });
  const set = (list: readonly string[] | undefined) => (list ? new Set(open(list)) : undefined);
  const byLemma = new Map<string, Join[]>();
  for (const source of file.joins) {
    const { name, joint, answer, demand, between, "demand-is": demandIs, "answer-is": is } = source;
    const join = {
      name,
      drafted: source["demand-drafted"] === true,
      relations: set(joint.relation),
      cases: set(joint.case),
      determiners: set(joint.determiner),
      subjects: set(joint.subject),
      notBefore: set(joint["not-before"]),
      answer: sideOf(answer),
      answerIs: is,
      demand: sideOf(demand),
      demandIs: set(demandIs),
      between,
    };
    for (const written of new Set(open(joint.lemma))) {
      const [lemma, ...particles] = written.split(" ") as [string, ...string[]];
      byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), { ...join, particles }]);
    }
  }
  return {
    byLemma,
    demandNouns: new Set(open(["@demands", "@charges"])),
    ownedNouns: new Set(open(["@offers", "@remarks", "@threats", "@objections"])),
    charges: new Set(open(["@charges"])),
    conditions: file.conditions.map((c) => ({
      name: c.name,
      marks: c.marks,
      answerTypes: new Set(c["answer-types"]),
    })),
    opens: {
      ...kinds(file.opens),
      words: new Map(
        Object.entries(file.opens.words).flatMap(([kind, lemmas]) =>
          lemmas.map((lemma) => [lemma, kind as OpeningKind] as const),
        ),
      ),
    },
    answers: kinds(file.answers),
    deflections: file.deflections,
    deeds: new Map(
      Object.entries(file.deeds).flatMap(([type, nouns]) =>
        nouns.map((noun) => [noun, type as EventType] as const),
      ),
    ),
    drafting: new Set(file.drafting),
    negations: new Set(file.negations),
    answerIs: new Map(Object.entries({ ...file["answer-is"], ...file["statement-is"] })),
    notions: new Set(open(["@notions"])),
    saidAs: new Map(
      Object.entries(file["said-as"]).flatMap(([list, how]) =>
        open([`@${list}`]).map((noun) => [noun, how === "any" ? how : new Set<string>(how)] as const),
      ),
    ),
    toldAs: new Map(
      Object.entries(file["told-as"]).flatMap(([list, how]) =>
        open([`@${list}`]).map((noun) => [noun, how === "statement" ? how : new Set<string>(how)] as const),
      ),
    ),
  };
}

function kinds<T>(file: { types: Partial<Record<EventType, T>>; acts: Partial<Record<Act, T>> }): Kinds<T> {
  return {
    types: new Map(Object.entries(file.types) as [EventType, T][]),
    acts: new Map(Object.entries(file.acts) as [Act, T][]),
  };
}

function sideOf(written: string | readonly string[]): Side {
  if (written === "before" || written === "after") return written;
  return [written].flat().map((path) => path.split(" > ").map(stepOf));
}

function stepOf(written: string): Step {
  if (written === "self") return { to: "self" };
  if (written === "up") return { to: "up" };
  const [relation, ...rest] = written.split(" ");
  if (relation === "next") return { to: "next", case: rest.join(" ") };
  return { to: "down", relation: relation!, ...(rest.length > 0 ? { case: rest.join(" ") } : {}) };
}
