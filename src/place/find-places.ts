import type { Mention } from "../actor/actor.js";
import type { Analysis, Name } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import { contexts } from "./context.js";
import { gazetteer, placeKey } from "./gazetteer.js";
import { isPlaceHere, NamesByWord, PLACES } from "./here.js";
import { findHits, type Hit, isCapital, topOf } from "./hits.js";
import { resolve } from "./resolve.js";
import { isLocative, placeRoles } from "./role.js";
import type { Where } from "./where.js";

export { clausePlace } from "./clause-place.js";

/**
 * Finds the places that a report names as places, in text order, none overlapping, resolved to the gazetteer of
 * `knowledge/places/` as finely as the text says and no finer. Spans are in UTF-16 code units of `report.text`. A
 * country, a capital or a seat of power counts only where the sentence makes it a place ("in Beijing", not "Beijing
 * said"). A name that may be several places, or is in no list, has precision "unknown" and the reason.
 */
export function findPlaces(report: Report, analysis: Analysis, mentions: readonly Mention[]): Where[] {
  const hits = findHits(analysis);
  const named = new NamesByWord(analysis.names);
  const context = contexts(analysis, hits, mentions);
  const used = new Set<number>();
  const found: Found[] = [];
  for (const [i, hit] of hits.entries()) {
    const top = topOf(analysis, hit.first, hit.last);
    if (!isPlaceHere(analysis, hit, top, named, report)) continue;
    for (let w = hit.first; w < hit.last; w++) used.add(w);
    found.push({
      ...where(analysis, hit, resolve(hit.places, context(i))),
      first: hit.first,
      top: top.index,
    });
  }
  const hitAt = new Map(hits.map((hit, i) => [topOf(analysis, hit.first, hit.last).index, i]));
  for (const name of analysis.names) {
    const unlisted = unlistedPlace(analysis, name, used);
    if (!unlisted) continue;
    const top = topOf(analysis, name.first, name.last);
    // "Moscow's Orlov prison": what the owner's name tells.
    const owner = children(analysis, top).find((c) => c.deprel === "nmod:poss" && hitAt.has(c.index));
    const at = owner && hitAt.get(owner.index)!;
    const outer =
      at === undefined ? undefined : where(analysis, hits[at]!, resolve(hits[at]!.places, context(at)));
    found.push({ ...(outer ? within(unlisted, outer) : unlisted), first: name.first, top: top.index });
  }
  found.sort((a, b) => a.first - b.first);
  containUnlisted(analysis, found);
  addThere(analysis, found);
  found.sort((a, b) => a.first - b.first);
  return found.map(({ first: _first, top: _top, ...rest }) => rest);
}

/** A place with its first word and the one that the others hang from. */
type Found = Where & { readonly first: number; readonly top: number };

const UNLISTED = "not in the gazetteer";

function where(analysis: Analysis, hit: Hit, resolution: ReturnType<typeof resolve>): Where {
  const span = { start: analysis.words[hit.first]!.start, end: analysis.words[hit.last - 1]!.end };
  const { place } = resolution;
  if (!place) {
    const name = analysis.text.slice(span.start, span.end);
    return { kind: "where", ...span, name, precision: "unknown", reason: resolution.reason, by: "places" };
  }
  const point = place.latitude !== undefined && place.longitude !== undefined;
  return {
    kind: "where",
    ...span,
    name: place.name,
    ...(place.country ? { country: place.country } : {}),
    ...(point ? { latitude: place.latitude!, longitude: place.longitude! } : {}),
    precision: place.precision,
    ...(point ? {} : { reason: "too wide for a point" }),
    by: `${place.source}: ${resolution.by}`,
  };
}

/** A name that the language model takes for a place and no list knows, where the sentence makes it the place. */
function unlistedPlace(analysis: Analysis, name: Name, used: ReadonlySet<number>): Where | undefined {
  if (!PLACES.has(name.type)) return undefined;
  for (let w = name.first; w < name.last; w++) if (used.has(w)) return undefined;
  const top = topOf(analysis, name.first, name.last);
  if (top.upos !== "PROPN" || !isCapital(top.form) || !isLocative(analysis, top, false)) return undefined;
  if (placeRoles().notNames.has(top.form.toLowerCase())) return undefined;
  const words = analysis.words.slice(name.first, name.last).map((w) => placeKey(w.form));
  if (gazetteer().lookUp(words.join(" ")).length > 0) return undefined;
  return {
    kind: "where",
    start: name.start,
    end: name.end,
    name: analysis.text.slice(name.start, name.end),
    precision: "unknown",
    reason: UNLISTED,
    by: "places: a name that the language model takes for a place",
  };
}

/** "Abbatoirs, Nice", "Camp Orla in Jordan": a place that no list has, or not there, lies where the text puts it, and no finer. */
function containUnlisted(analysis: Analysis, found: Found[]): void {
  const { words } = analysis;
  for (const [i, inner] of found.entries()) {
    const outer = found[i + 1];
    if (inner.precision !== "unknown" || !outer || outer.precision === "unknown") continue;
    const last = words[outer.first - 2];
    if (!last || last.end !== inner.end) continue;
    const joint = words[outer.first - 1]!.form;
    const top = words[outer.top]!;
    const attached = relation(top) === "nmod" || relation(top) === "obl";
    if (joint === "," ? relation(top) === "conj" : joint !== "in" || !attached) continue;
    found[i] = { ...within(inner, outer), first: inner.first, top: inner.top };
  }
}

/** An unlisted place where the place that it lies in is, and no finer. */
function within(inner: Where, outer: Where): Where {
  if (outer.precision === "unknown") return inner;
  const { country, latitude, longitude } = outer;
  const { reason: _reason, ...rest } = inner;
  return {
    ...rest,
    ...(country ? { country } : {}),
    ...(latitude !== undefined && longitude !== undefined
      ? { latitude, longitude }
      : { reason: outer.reason! }),
    precision: outer.precision === "point" ? "city" : outer.precision,
    by: `places: lies in ${outer.name}, as the text says`,
  };
}

/** "There" is the place named last before it, in its sentence or the one before. */
function addThere(analysis: Analysis, found: Found[]): void {
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
