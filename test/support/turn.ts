import type { Turn } from "../../src/ledger/exchanges/turn.js";

/** A turn of one report on one day, with nothing but what is given. */
export function turn(id: string, other: Partial<Turn> = {}): Turn {
  return {
    id,
    kind: "event",
    report: "r1",
    day: "2017-03-01",
    sentence: 0,
    by: [],
    to: [],
    about: [],
    deflects: false,
    words: [],
    ...other,
  };
}
