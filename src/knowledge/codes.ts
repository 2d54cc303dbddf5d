import { loadStates } from "./states.js";
import { readTable } from "./table.js";

/** CAMEO's codes for bodies of no one state: a group, a non-governmental organisation, a company. */
const OF_NO_STATE = ["IMG", "NGO", "MNC"];

let codes: ReadonlySet<string> | undefined;

/** Every code that an actor may have: states, organisations, and those of bodies of no one state. */
export function knownCodes(): ReadonlySet<string> {
  codes ??= new Set([
    ...loadStates().keys(),
    ...readTable("organisations.tsv", ["code"]).map((row) => row.code),
    ...OF_NO_STATE,
  ]);
  return codes;
}
