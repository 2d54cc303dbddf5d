import type { Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import { contexts, kindBefore } from "./context.js";
import { datelinePlaces } from "./dateline-place.js";
import type { Place } from "./gazetteer.js";
import { isPlaceHere, NamesByWord, PLACES } from "./here.js";
import { findHits, type Hit, isLargeTown, topOf } from "./hits.js";
import { addNamedBefore, addThere } from "./named-again.js";
import { placeRoles } from "./place-roles.js";
import { type Resolution, resolveName } from "./resolve.js";
import { type Around, container, type Found, nounOver, unlistedPlace, within } from "./unlisted.js";
import type { Where } from "./where.js";

export { clausePlace } from "./clause-place.js";

/**
 * Finds the places that a report names as places, in text order, none overlapping, resolved to the gazetteer of
 * `knowledge/places/` as finely as the text says and no finer. Spans are in UTF-16 code units of `report.text`. A
 * country, a capital or a seat of power counts only where the sentence makes it a place ("in Beijing", not "Beijing
 * said"), or the dateline names it. A name that may be several places, or is in no list, has precision "unknown" and the reason.
 */
export function findPlaces(report: Report, analysis: Analysis, mentions: readonly Mention[]): Where[] {
  const { hits, resolved, owners, countries } = placedHits(analysis, mentions);
  const named = new NamesByWord(analysis.names);
  const used = new Set<number>();
  const found: Found[] = [];
  for (const [i, hit] of hits.entries()) {
    const top = topOf(analysis, hit.first, hit.last);
    const beside = { before: hits[i - 1], next: hits[i + 1] };
    if (!isPlaceHere(analysis, hit, top, named, report, beside)) continue;
    for (let w = hit.first; w < hit.last; w++) used.add(w);
    const district = placeRoles().kindsOfDistrict.has(kindBehind(analysis, hit));
    found.push({ ...resolved[i]!, first: hit.first, top: top.index, ...(district && { district }) });
  }
  const unlisted = analysis.names.flatMap((name) => unlistedPlace(analysis, name, used) ?? []);
  const bodies = new Set<number>();
  for (const { place, locative, body } of unlisted) {
    if (!locative || (body && hits.some((hit) => isStateIn(hit, place, analysis)))) continue;
    found.push(place);
    if (body) bodies.add(place.first);
  }
  found.sort((a, b) => a.first - b.first);
  containUnlisted(analysis, found, around(analysis, hits, resolved, named, found, owners));
  const kept = found.filter(
    (p) => !bodies.has(p.first) || (p.precision !== "unknown" && p.precision !== "country"),
  );
  addNamedBefore(analysis, kept, unlisted);
  addThere(analysis, kept);
  kept.sort((a, b) => a.first - b.first);
  const inText = kept.map(
    ({ first: _first, top: _top, district, ...rest }): Where =>
      district && rest.precision === "city" ? { ...rest, precision: "region" } : rest,
  );
  return [...inText, ...datelinePlaces(report, countries)].sort((a, b) => a.start - b.start);
}

/** The names of the gazetteer, and where each lies; a lesser one that does not lie where the report tells of is none. */
function placedHits(analysis: Analysis, mentions: readonly Mention[]) {
  const all = findHits(analysis);
  const { contextOf, owners, countries } = contexts(analysis, all, mentions);
  const hits: Hit[] = [];
  const resolved: Where[] = [];
  const resolutions = all.map((hit, i) => resolveName(hit, contextOf(i)));
  const told = toldPlaces(analysis, all, resolutions);
  for (const [i, hit] of all.entries()) {
    const resolution = resolutions[i]!.stated
      ? resolutions[i]!
      : (told.get(nameOf(analysis, hit)) ?? resolutions[i]!);
    const { place } = resolution;
    if (!place && hit.places.length === 0) continue;
    const { stated = false } = resolution;
    hits.push(place?.lesser ? { ...hit, places: [place], stated } : { ...hit, stated });
    resolved.push(where(analysis, hit, resolution));
  }
  return { hits, resolved, owners, countries };
}

const nameOf = ({ words, text }: Analysis, { first, last }: Hit): string =>
  text.slice(words[first]!.start, words[last - 1]!.end);

/** A town that the report puts into a region or country lies there wherever it names it, also where no list has it there. */
function toldPlaces(
  analysis: Analysis,
  hits: readonly Hit[],
  resolutions: readonly Resolution[],
): ReadonlyMap<string, Resolution> {
  const told = new Map<string, Resolution>();
  const several = new Set<string>();
  for (const [i, hit] of hits.entries()) {
    const resolution = resolutions[i]!;
    const { place } = resolution;
    if (place ? !resolution.stated || place.kind !== "city" : !resolution.elsewhere) continue;
    const name = nameOf(analysis, hit);
    const before = told.get(name);
    if (before && !isSame(before.place, place)) several.add(name);
    told.set(name, place ? { place, by: "named with what it lies in elsewhere", stated: true } : resolution);
  }
  for (const name of several) told.delete(name);
  return told;
}

const isSame = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.name === b?.name && a?.latitude === b?.latitude && a?.longitude === b?.longitude;

/** "U.S. Army Medical Center": a state or region in a body's name says whose it is. */
function isStateIn({ first, places }: Hit, { start, end }: Found, { words }: Analysis): boolean {
  const inside = words[first]!.start >= start && words[first]!.end <= end;
  return inside && places.some((p) => p.kind === "country" || (p.kind === "region" && !p.lesser));
}

/** What the names around an unlisted place tell of it. */
function around(
  analysis: Analysis,
  hits: readonly Hit[],
  resolved: readonly Where[],
  named: NamesByWord,
  found: readonly Found[],
  owners: Around["owners"],
): Around {
  const byTop = new Map<number, Where>();
  const byFirst = new Map<number, Where>();
  for (const [i, hit] of hits.entries()) {
    byFirst.set(hit.first, resolved[i]!);
    const top = topOf(analysis, hit.first, hit.last);
    if (!PLACES.has(named.at(top.index)?.type ?? "ORG")) continue;
    byTop.set(nounOver(analysis, top).index, resolved[i]!);
    byTop.set(top.index, resolved[i]!);
  }
  const towns = new Set(found.filter((p) => p.precision === "city").map((p) => p.name));
  const { thingsThere, streets } = placeRoles();
  const large = new Map(hits.filter(isLargeTown).map(({ first, last }) => [first, last]));
  return {
    at: (word) => byTop.get(word),
    townIn: (inner, noun) => {
      const town = byFirst.get(inner.first);
      const lemma = noun.lemma.toLowerCase();
      // A street is seldom in the town that it is named after.
      const building = thingsThere.has(lemma) && !streets.has(lemma);
      if (!town || !building || town.end >= inner.end) return undefined;
      if (towns.has(town.name)) return town;
      const behind = analysis.words[large.get(inner.first) ?? inner.first]!;
      return thingsThere.has(behind.lemma.toLowerCase()) ? town : undefined;
    },
    owners,
  };
}

function where(analysis: Analysis, hit: Hit, resolution: Resolution): Where {
  const span = { start: analysis.words[hit.first]!.start, end: analysis.words[hit.last - 1]!.end };
  const { place } = resolution;
  if (!place) {
    const name = analysis.text.slice(span.start, span.end);
    return { kind: "where", ...span, name, precision: "unknown", reason: resolution.reason, by: "places" };
  }
  // "Orla province", or the province of Orla, is wider than the town that it is named after.
  const { kindsOfRegion } = placeRoles();
  const isProvince =
    kindsOfRegion.has(kindBehind(analysis, hit)) || kindsOfRegion.has(kindBefore(analysis, hit.first));
  const point = place.latitude !== undefined && place.longitude !== undefined;
  return {
    kind: "where",
    ...span,
    name: place.name,
    ...(place.country ? { country: place.country } : {}),
    ...(point ? { latitude: place.latitude!, longitude: place.longitude! } : {}),
    precision: place.precision === "city" && isProvince ? "region" : place.precision,
    ...(point ? {} : { reason: "too wide for a point" }),
    by: `${place.source}: ${resolution.by}`,
  };
}

/** "Province" of "Orla province", "district" of "Orla district", and not of "Orla district court". */
function kindBehind({ words }: Analysis, { last }: Hit): string {
  const kind = words[last];
  if (!kind || kind.sentence !== words[last - 1]!.sentence || relation(kind) === "compound") return "";
  return kind.lemma.toLowerCase();
}

/** A place that no list has, or not there, lies where the text puts it, and no finer: "Abbatoirs, Nice", "Camp Orla in Jordan". */
function containUnlisted(analysis: Analysis, found: Found[], around: Around): void {
  for (const [i, inner] of found.entries()) {
    if (inner.precision !== "unknown") continue;
    const next = found[i + 1];
    const outer = next && liesBehind(analysis, inner, next) ? next : container(analysis, inner, around);
    if (outer) found[i] = within(inner, outer);
  }
}

/** "Orla, Basra", "Orla in northern Iraq", "Orla village, in Jordan": what the second name says of the first. */
function liesBehind(analysis: Analysis, inner: Found, outer: Found): boolean {
  const { words } = analysis;
  if (outer.precision === "unknown" || words[inner.first]!.sentence !== words[outer.first]!.sentence)
    return false;
  let at = outer.first - 1;
  let joint = "";
  const { kindsOfPlace, partsOfPlace } = placeRoles();
  for (; at > inner.first && words[at]!.start >= inner.end && outer.first - at <= BETWEEN; at--) {
    const { form, upos } = words[at]!;
    const lower = form.toLowerCase();
    if (form === "," || lower === "in") joint = joint === "" || joint === "in" ? lower : joint;
    else if (upos !== "DET" && upos !== "ADJ" && !kindsOfPlace.has(lower) && !partsOfPlace.has(lower))
      return false;
  }
  const top = words[outer.top]!;
  if (words[at]!.end !== inner.end || joint === "") return false;
  return joint === "," ? relation(top) !== "conj" : relation(top) === "nmod" || relation(top) === "obl";
}

/** Words between a place and what it lies in, at most. */
const BETWEEN = 5;
