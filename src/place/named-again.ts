import type { Analysis } from "../language/analysis.js";
import { prepositionOf, relation } from "../language/tree.js";
import type { Found, Unlisted } from "./unlisted.js";

/** A place that the report has put into another lies there wherever it is named. */
export function addNamedBefore(analysis: Analysis, found: Found[], unlisted: readonly Unlisted[]): void {
  const known = new Map<string, Found>();
  for (const place of found)
    if (place.precision !== "unknown" && place.by.startsWith("places: lies"))
      known.set(analysis.text.slice(place.start, place.end), place);
  if (known.size === 0) return;
  const at = new Map(found.map((place, i) => [place.start, i]));
  for (const { place, body } of unlisted) {
    if (body) continue;
    const before = known.get(place.name);
    const i = at.get(place.start);
    if (!before || (i !== undefined && found[i]!.precision !== "unknown")) continue;
    const { start, end, first, top } = place;
    const told = { ...before, start, end, first, top };
    if (i === undefined) found.push(told);
    else found[i] = told;
  }
}

/** "There" is the place named last before it, in its sentence or the one before. */
export function addThere(analysis: Analysis, found: Found[]): void {
  const { words } = analysis;
  const known = found.slice();
  let next = 0;
  for (const word of words) {
    while (next < known.length && known[next]!.first < word.index) next++;
    if (word.upos !== "ADV" || relation(word) !== "advmod" || word.form.toLowerCase() !== "there") continue;
    const last = known[next - 1];
    const antecedent = last && words[last.first]!.sentence >= word.sentence - 1 ? last : undefined;
    if (!antecedent || prepositionOf(analysis, words[antecedent.top]!) === undefined) continue;
    found.push({
      ...antecedent,
      start: word.start,
      end: word.end,
      first: word.index,
      top: word.index,
      by: `there: ${antecedent.name}, named before`,
    });
  }
}
