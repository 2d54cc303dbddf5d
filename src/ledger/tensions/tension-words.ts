import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { EVENT_TYPES, type Event } from "../../event/event.js";
import { QUANTITY_KINDS, type QuantityKind } from "../../quantity/quantity.js";
import { TENSION_RULES, type TensionRule } from "./tension-rules.js";

const words = z.array(z.string().min(1)).min(1);
const patterns = z.array(z.string().regex(new RegExp(`^(${EVENT_TYPES.join("|")})(/[a-z-]+)?$`))).min(1);
const days = z.number().int().positive();
const schema = z.strictObject({
  rules: z.record(z.enum(TENSION_RULES), z.string()),
  flows: z.record(z.string(), words),
  "flow-days": days,
  tolls: z.array(z.enum(QUANTITY_KINDS)),
  everybody: words,
  about: z.number().positive(),
  periods: words,
  breaks: words,
  "quotation-words": days,
  "quotation-days": days,
  promises: z.array(z.strictObject({ promise: patterns, act: patterns, "same-target": z.boolean(), days })),
});

export interface PromiseRule {
  readonly name: string;
  readonly sameTarget: boolean;
  readonly days: number;
  isPromise(event: Event): boolean;
  isAct(event: Event): boolean;
}

/** knowledge/tensions.yaml, ready for use. */
export interface TensionWords {
  /** What each rule's pair is, for people. */
  readonly rules: Readonly<Record<TensionRule, string>>;
  /** The flow by the lemma of what flows. */
  readonly flows: ReadonlyMap<string, string>;
  readonly flowDays: number;
  readonly tolls: ReadonlySet<QuantityKind>;
  /** Lemmas that mean all who were struck. */
  readonly everybody: ReadonlySet<string>;
  readonly about: number;
  /** Words for a stretch of time in which acts of a kind are counted, in lower case. */
  readonly periods: readonly string[];
  /** Words that no noun phrase has between an ordinal and its noun. */
  readonly breaks: ReadonlySet<string>;
  readonly quotationWords: number;
  readonly quotationDays: number;
  readonly promises: readonly PromiseRule[];
}

let loaded: TensionWords | undefined;

/** The words of knowledge/tensions.yaml, read once; throws where the file has another shape. */
export function tensionWords(): TensionWords {
  if (loaded) return loaded;
  const url = new URL("../../../knowledge/tensions.yaml", import.meta.url);
  const file = schema.parse(parse(readFileSync(url, "utf8")));
  loaded = {
    rules: file.rules as Record<TensionRule, string>,
    flows: new Map(Object.entries(file.flows).flatMap(([flow, lemmas]) => lemmas.map((l) => [l, flow]))),
    flowDays: file["flow-days"],
    tolls: new Set(file.tolls),
    everybody: new Set(file.everybody),
    about: file.about,
    periods: file.periods,
    breaks: new Set(file.breaks),
    quotationWords: file["quotation-words"],
    quotationDays: file["quotation-days"],
    promises: file.promises.map(({ promise, act, days, "same-target": sameTarget }) => ({
      name: promise[0]!,
      sameTarget,
      days,
      isPromise: among(promise),
      isAct: among(act),
    })),
  };
  return loaded;
}

function among(patterns: readonly string[]): (event: Event) => boolean {
  const set = new Set(patterns);
  return ({ type, explanation }) => set.has(type) || set.has(explanation.by);
}
