import { fold } from "../knowledge/fold.js";
import { stateOfTown } from "../knowledge/towns.js";
import type { Report } from "../report/report.js";
import type { Hits } from "./hits.js";

/** A state that the text around a phrase speaks of, and what tells so. */
export interface ContextState {
  readonly code: string;
  readonly by: string;
}

/** The state from whose capital, or else from whose town, a report is filed. */
export function stateFiled(report: Report, hits: Hits): ContextState | undefined {
  const place = report.dateline?.place;
  if (!place) return undefined;
  const town = place.split(",")[0]!.trim();
  const wanted = fold(town);
  for (const { code, capitals } of hits.knowledge.states.values()) {
    if (capitals.some((capital) => fold(capital) === wanted)) return { code, by: `dateline ${place}` };
  }
  return stateOfTown(town, hits.statesNamed);
}
