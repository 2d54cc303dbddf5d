import { softmax } from "../../src/actor/antecedent-ranker.js";
import { PHRASE_FEATURES, PHRASE_KINDS } from "../../src/actor/phrase-features.js";
import { STATE_FEATURES } from "../../src/actor/surrounding-features.js";
import type { Case } from "./cases.js";

/** Names of the weights: states first, then the phrase itself. */
export const FEATURES = [...STATE_FEATURES, ...PHRASE_FEATURES];

const STATES = STATE_FEATURES.length;
const SIZE = FEATURES.length;
const KINDS = PHRASE_KINDS.length;
const ROUNDS = 120;
/** Quadratic penalties on what all kinds of phrases share, on what one kind adds to it, and on what a noun adds. */
const SHARED = 8;
const OWN = 24;
const NOUN = 4;
/** A noun needs so many judgements to have a weight of its own. */
const FEWEST = 10;
/** A case with a hidden state counts this much, and for the choice between states alone: its own state is told. */
const HIDDEN = 0.1;

/** Weights in the order of `FEATURES` for each of `PHRASE_KINDS`, and what nouns add to "none of them". */
export interface Model {
  readonly kinds: readonly (readonly number[])[];
  readonly nouns: ReadonlyMap<string, number>;
}

/** Fits the log-linear model by Adam (Kingma and Ba 2015); a kind's weights are what all share and its own. */
export function fit(cases: readonly Case[]): Model {
  const nouns = commonNouns(cases);
  const length = SIZE * (KINDS + 1) + nouns.length;
  const [weights, gradient, first, second] = [0, 0, 0, 0].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const places = new Map(nouns.map((noun, i) => [noun, SIZE * (KINDS + 1) + i]));
  const total = cases.reduce((sum, c) => sum + (c.judged ? 1 : HIDDEN), 0);
  for (let round = 1; round <= ROUNDS; round++) {
    for (let i = 0; i < length; i++) gradient[i] = (-penalty(i) * weights[i]!) / total;
    const model = modelOf(weights, places);
    for (const one of cases) ascend(gradient, model, places, one, (one.judged ? 1 : HIDDEN) / total);
    for (let i = 0; i < length; i++) {
      first[i] = 0.9 * first[i]! + 0.1 * gradient[i]!;
      second[i] = 0.99 * second[i]! + 0.01 * gradient[i]! ** 2;
      const step = first[i]! / (1 - 0.9 ** round) / (Math.sqrt(second[i]! / (1 - 0.99 ** round)) + 1e-8);
      weights[i]! += 0.1 * step;
    }
  }
  return modelOf(weights, places);
}

function commonNouns(cases: readonly Case[]): string[] {
  const counts = new Map<string, number>();
  for (const { judged, noun } of cases) if (judged && noun) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return [...counts].flatMap(([noun, times]) => (times >= FEWEST ? [noun] : [])).sort();
}

function penalty(i: number): number {
  return i < SIZE ? SHARED : i < SIZE * (KINDS + 1) ? OWN : NOUN;
}

/** Adds what one case teaches to the gradient. */
function ascend(
  gradient: Float64Array,
  model: Model,
  places: ReadonlyMap<string, number>,
  one: Case,
  weight: number,
): void {
  const own = SIZE * (PHRASE_KINDS.indexOf(one.kind) + 1);
  const codes = [...one.states.keys()];
  const p = probabilities(model, one, one.judged);
  const right = codes.indexOf(one.truth);
  const add = (features: readonly number[], from: number, error: number) => {
    features.forEach((value, f) => {
      gradient[from + f]! += weight * error * value;
      gradient[own + from + f]! += weight * error * value;
    });
  };
  [...one.states.values()].forEach((values, c) => {
    add(values, 0, (c === right ? 1 : 0) - p[c]!);
  });
  if (!one.judged) return;
  const error = (right < 0 ? 1 : 0) - p[codes.length]!;
  add(one.phrase, STATES, error);
  const place = one.noun && places.get(one.noun);
  if (place) gradient[place]! += weight * error;
}

/** The probability of each state, and of none of them behind these where that is a choice. */
export function probabilities(model: Model, one: Case, orNone = true): number[] {
  const weights = model.kinds[PHRASE_KINDS.indexOf(one.kind)]!;
  const scores = [...one.states.values()].map((values) => product(weights, 0, values));
  const none = product(weights, STATES, one.phrase) + (model.nouns.get(one.noun ?? "") ?? 0);
  return softmax(orNone ? [...scores, none] : scores);
}

function product(weights: readonly number[], from: number, values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += weights[from + i]! * values[i]!;
  return sum;
}

function modelOf(weights: Float64Array, places: ReadonlyMap<string, number>): Model {
  return {
    kinds: PHRASE_KINDS.map((_, k) => FEATURES.map((_, f) => weights[f]! + weights[SIZE * (k + 1) + f]!)),
    nouns: new Map([...places].map(([noun, place]) => [noun, weights[place]!])),
  };
}
