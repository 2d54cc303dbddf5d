import type { Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Place } from "./gazetteer.js";
import { type Hit, topOf } from "./hits.js";
import { placeRoles } from "./place-roles.js";
import { liesIn, type PlaceContext } from "./resolve.js";

/** People of a town that its name means before a region of that name. */
const LARGE = 500_000;
const isLarge = ({ population }: Place): boolean => population >= LARGE;
const NONE: ReadonlySet<string> = new Set();

/** What the report says beside each hit, and the countries that the phrase of any name tells. */
export function contexts(
  analysis: Analysis,
  hits: readonly Hit[],
  mentions: readonly Mention[],
): {
  readonly contextOf: (at: number) => PlaceContext;
  readonly owners: (first: number, last: number) => ReadonlySet<string>;
  readonly countries: PlaceContext["countries"];
} {
  const countries = countriesOf(hits, mentions);
  const nearby = countriesBySentence(analysis, hits, mentions);
  const codesAt = countriesByWord(hits, mentions);
  const regions = new Set<string>();
  const surely = new Set<string>();
  for (const { places } of hits) {
    // "Washington" alone is hardly the state.
    if (places.some(isLarge)) continue;
    for (const p of places) {
      if (p.kind !== "region" || p.lesser) continue;
      regions.add(`${p.country} ${p.region}`);
      if (places.length === 1) surely.add(`${p.country} ${p.region}`);
    }
  }
  const contextOf = (at: number): PlaceContext => ({
    countries,
    regions,
    surely: hits[at]!.places.some(isLarge) ? NONE : surely,
    listed: listed(analysis, hits, at),
    nearby: nearby[analysis.words[hits[at]!.first]!.sentence]!,
    containers: containers(analysis, hits, at),
    owners: owners(analysis, hits[at]!.first, hits[at]!.last, codesAt),
    contained: contained(analysis, hits, at),
    directed: isDirected(analysis, hits[at]!.first),
  });
  return { contextOf, owners: (first, last) => owners(analysis, first, last, codesAt), countries };
}

/** "Western New York" is no part of the town, nor is "the state of New York". */
function isDirected(analysis: Analysis, first: number): boolean {
  const before = analysis.words[first - 1];
  const { directions, kindsOfRegion } = placeRoles();
  if (before && directions.has(before.form.toLowerCase())) return true;
  return kindsOfRegion.has(kindBefore(analysis, first));
}

/** "Province" of "the province of Orla". */
export function kindBefore({ words }: Analysis, first: number): string {
  const of = words[first - 1];
  if (of?.form !== "of" || of.sentence !== words[first]!.sentence) return "";
  return words[first - 2]?.lemma.toLowerCase() ?? "";
}

/** "Geneva, Switzerland", "Thurrock in Essex". */
function containers(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const next = hits[at + 1];
  const joint = next && jointBefore(analysis, next.first);
  if (!next || joint === undefined || !isEndOf(analysis, hit, joint.at)) return [];
  const top = topOf(analysis, next.first, next.last);
  // "In Seoul, Tokyo and Guam" is a list.
  const inside = joint.form === "," ? relation(top) !== "conj" : relation(top) === "nmod";
  // "Maine, New Hampshire" is a list too.
  const region = hit.places.some((place) => place.kind === "region" && !place.lesser);
  if (!inside) return [];
  const wider = (place: Place) => place.kind === "country" || (place.kind === "region" && !region);
  const inner = [...hit.places, ...(hit.lesser ?? [])];
  // A little-known region is what the name lies in where it has a place of that name.
  const lesser = (next.lesser ?? []).filter((outer) => inner.some((place) => liesIn(place, outer)));
  return [...next.places, ...lesser].filter(wider);
}

/** "India's northern Punjab state", "the Pakistani city of Uri": countries that the phrase itself names. */
function owners(
  analysis: Analysis,
  first: number,
  last: number,
  codesAt: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> {
  const codes = new Set<string>();
  let word = topOf(analysis, first, last);
  for (let steps = 0; steps < 3; steps++) {
    for (const child of children(analysis, word)) {
      if (child.index >= first && child.index < last) continue;
      const rel = relation(child);
      if (child.deprel !== "nmod:poss" && rel !== "compound" && rel !== "amod") continue;
      for (const code of codesAt.get(child.index) ?? []) codes.add(code);
    }
    const over = governor(analysis, word);
    const rel = relation(word);
    const kind = over && placeRoles().kindsOfPlace.has(over.lemma.toLowerCase());
    if (!kind || (rel !== "nmod" && rel !== "compound" && rel !== "appos")) break;
    word = over;
  }
  return codes;
}

/** The countries that a word names, as an actor, a demonym or a place. */
function countriesByWord(hits: readonly Hit[], mentions: readonly Mention[]): Map<number, string[]> {
  const codes = new Map<number, string[]>();
  const add = (word: number, code: string) => {
    const known = codes.get(word);
    if (known) known.push(code);
    else codes.set(word, [code]);
  };
  for (const { head, actors } of mentions)
    for (const { code } of actors) if (ALPHA3.test(code)) add(head, code);
  for (const { first, last, places } of hits) {
    const [only] = places;
    if (places.length === 1 && only!.kind === "country" && only!.country)
      for (let w = first; w < last; w++) add(w, only!.country);
  }
  return codes;
}

/** What the names beside it in a list surely are, as kind and country: "Alabama, Georgia and Tennessee". */
function listed(analysis: Analysis, hits: readonly Hit[], at: number): ReadonlySet<string> {
  const kinds = new Set<string>();
  const beside = (one: Hit | undefined, from: number, to: number) => {
    const [only] = one?.places ?? [];
    if (!only || one!.places.length > 1 || !isListed(analysis, from, to)) return;
    kinds.add(`${only.kind === "capital" ? "city" : only.kind} ${only.country}`);
  };
  const hit = hits[at]!;
  const [before, after] = [hits[at - 1], hits[at + 1]];
  beside(before, before?.last ?? 0, hit.first);
  beside(after, hit.last, after?.first ?? 0);
  return kinds;
}

/** True where nothing but what joins the members of a list stands between two words. */
function isListed({ words }: Analysis, from: number, to: number): boolean {
  if (to <= from || to - from > JOINTS) return false;
  for (let w = from; w < to; w++) if (words[w]!.form !== "," && words[w]!.deprel !== "cc") return false;
  return true;
}

/** "," and "and" */
const JOINTS = 2;

function contained(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const previous = hits[at - 1];
  const joint = jointBefore(analysis, hit.first);
  if (!previous || !joint || !isEndOf(analysis, previous, joint.at)) return [];
  return previous.lesser ? [...previous.places, ...previous.lesser] : previous.places;
}

/** The comma or "in" before a name, an article and a direction aside: "Orla, northern Iraq", "Orla, in the western Basra". */
export function jointBefore(
  { words }: Analysis,
  first: number,
): { readonly at: number; readonly form: string } | undefined {
  const { compass, directions } = placeRoles();
  let at = first - 1;
  for (; at > first - ASIDE; at--) {
    const form = words[at]?.form.toLowerCase() ?? "";
    if (!directions.has(form) && !compass.has(form)) break;
  }
  if (words[at]?.form === "the" && words[at - 1]?.form === "in") at--;
  const form = words[at]?.form;
  if (form !== "," && form !== "in") return undefined;
  return form === "in" && words[at - 1]?.form === "," ? { at: at - 1, form } : { at, form };
}

/** Words before a name that jointBefore passes over, at most, and the joint. */
const ASIDE = 4;

/** True where a name ends at a word, its kind aside: "Orla county, Virginia". */
export function isEndOf({ words }: Analysis, { last }: Hit, at: number): boolean {
  if (last === at) return true;
  return last + 1 === at && placeRoles().kindsOfPlace.has(words[last]!.form.toLowerCase());
}

const ALPHA3 = /^[A-Z]{3}$/;

/** How often each country is named, as an actor or a place. */
function countriesOf(hits: readonly Hit[], mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const mention of mentions) for (const { code } of mention.actors) if (ALPHA3.test(code)) count(code);
  for (const { places } of hits) {
    const country = places.length === 1 && places[0]!.kind === "country" ? places[0]!.country : undefined;
    if (country) count(country);
  }
  return counts;
}

function countriesBySentence(
  analysis: Analysis,
  hits: readonly Hit[],
  mentions: readonly Mention[],
): readonly ReadonlySet<string>[] {
  const sets = analysis.sentences.map(() => new Set<string>());
  const add = (word: number, code: string) => sets[analysis.words[word]?.sentence ?? -1]?.add(code);
  for (const mention of mentions)
    for (const { code } of mention.actors) if (ALPHA3.test(code)) add(mention.head, code);
  for (const { first, places } of hits) {
    if (places.length === 1 && places[0]!.kind === "country" && places[0]!.country)
      add(first, places[0]!.country);
  }
  return sets;
}
