import type { Event } from "./event.js";

/** How many events a filter by probability leaves out, and why. */
export interface LeftOut {
  /** Those with a probability below what was asked. */
  readonly lessSure: number;
  /** Those of which no probability is known. */
  readonly unknown: number;
}

/** The events of which all is right with a probability of at least `least` (0 to 1), in their order, and how many are not. */
export function surerThan(
  events: readonly Event[],
  least: number,
): { readonly kept: readonly Event[]; readonly leftOut: LeftOut } {
  const kept = events.filter(({ probability }) => probability !== undefined && probability >= least);
  const unknown = events.filter(({ probability }) => probability === undefined).length;
  return { kept, leftOut: { lessSure: events.length - kept.length - unknown, unknown } };
}
