import type { Reading } from "../../src/reading/reading.js";

/** The reading with these probabilities of its events, in their order; undefined leaves one unknown. */
export function withProbabilities(reading: Reading, probabilities: readonly (number | undefined)[]): Reading {
  const events = reading.events.map((event, i) => {
    const { probability: _, ...rest } = event;
    const own = probabilities[i];
    return own === undefined ? rest : { ...rest, probability: own };
  });
  return { ...reading, events };
}
