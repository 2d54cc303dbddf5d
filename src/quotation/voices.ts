import type { Voice } from "../actor/voices.js";
import type { Attribution } from "./attribution.js";
import { origins } from "./origin.js";

/** The speech of a report with the word that names each speaker, for "we" and "my"; what is told in other words is marked. */
export function voicesOf(attributions: readonly Attribution[]): Voice[] {
  const originOf = origins(attributions);
  return attributions.flatMap((attribution) => {
    const source = originOf(attribution).source?.head.index;
    if (source === undefined) return [];
    return [
      { content: attribution.content, source, ...(attribution.form === "indirect" && { indirect: true }) },
    ];
  });
}
