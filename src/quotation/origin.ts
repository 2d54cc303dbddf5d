import type { Attribution } from "./attribution.js";

/**
 * For an attribution the one that names the source which it goes on with: itself where it has a cue or goes on from
 * none. Chains are walked once, however many attributions hang on them, and one that runs in a ring ends where it began.
 */
export function origins(attributions: readonly Attribution[]): (attribution: Attribution) => Attribution {
  const known = new Map<Attribution, Attribution>();
  return (attribution) => {
    const path: Attribution[] = [];
    let at = attribution;
    while (!at.cue && !known.has(at)) {
      const { goesOnFrom } = at;
      if (goesOnFrom === undefined) break;
      path.push(at);
      known.set(at, at);
      at = attributions[goesOnFrom]!;
    }
    const origin = known.get(at) ?? at;
    for (const passed of path) known.set(passed, origin);
    return origin;
  };
}
