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
  const place = report.dateline?.place ?? placeBeforeColon(report.text);
  if (!place) return undefined;
  const town = place.split(",")[0]!.trim();
  const wanted = fold(town);
  for (const { code, capitals } of hits.knowledge.states.values()) {
    if (capitals.some((capital) => fold(capital) === wanted)) return { code, by: `dateline ${place}` };
  }
  return stateOfTown(town, hits.statesNamed);
}

/**
 * "KARACHI: Police said": the place in capitals that opens one of the first paragraphs. Where more labels are so written,
 * they name the speakers of a transcript.
 */
function placeBeforeColon(text: string): string | undefined {
  const labels = [...text.slice(0, OPENING).matchAll(LABEL)];
  const place = labels.length === 1 ? labels[0]![1]! : undefined;
  return place?.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Characters in which a report's dateline is looked for. */
const OPENING = 2000;
const LABEL = /^(\p{Lu}[\p{Lu} .'-]{2,30}):\s/gmu;
