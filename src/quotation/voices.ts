import type { Voice } from "../actor/voices.js";
import type { Attribution } from "./attribution.js";

/** The direct speech of a report with the word that names each speaker, for "we" and "my" inside quotation marks. */
export function voicesOf(attributions: readonly Attribution[]): Voice[] {
  return attributions.flatMap((attribution) => {
    if (attribution.form === "indirect") return [];
    const source = speakerOf(attributions, attribution);
    return source === undefined ? [] : [{ content: attribution.content, source }];
  });
}

/** The head word of the source, or of the one that a quotation without a source goes on from. */
function speakerOf(attributions: readonly Attribution[], attribution: Attribution): number | undefined {
  let at = attribution;
  while (at.goesOnFrom !== undefined && !at.cue) at = attributions[at.goesOnFrom]!;
  return at.source?.head.index;
}
