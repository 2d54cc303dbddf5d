import type { Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Place } from "./gazetteer.js";
import { type Hit, topOf } from "./hits.js";
import type { PlaceContext } from "./resolve.js";
import { placeRoles } from "./role.js";

/** For each hit, what the report says beside it. */
export function contexts(
  analysis: Analysis,
  hits: readonly Hit[],
  mentions: readonly Mention[],
): (at: number) => PlaceContext {
  const countries = countriesOf(hits, mentions);
  const nearby = countriesBySentence(analysis, hits, mentions);
  const codesAt = countriesByWord(hits, mentions);
  const regions = new Set<string>();
  for (const { places } of hits)
    for (const p of places) if (p.kind === "region" && !p.lesser) regions.add(`${p.country} ${p.region}`);
  return (at) => ({
    countries,
    regions,
    nearby: nearby[analysis.words[hits[at]!.first]!.sentence]!,
    containers: containers(analysis, hits, at),
    owners: owners(analysis, hits[at]!, codesAt),
    contained: contained(analysis, hits, at),
  });
}

/** "Geneva, Switzerland", "Thurrock in Essex". */
function containers(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const next = hits[at + 1];
  if (!next || next.first !== hit.last + 1) return [];
  const top = topOf(analysis, next.first, next.last);
  const joint = analysis.words[hit.last]!.form;
  // "In Seoul, Tokyo and Guam" is a list.
  const inside = joint === "," ? relation(top) !== "conj" : joint === "in" && relation(top) === "nmod";
  // "Maine, New Hampshire" is a list too.
  const region = hit.places.some((place) => place.kind === "region" && !place.lesser);
  return inside
    ? next.places.filter((place) => place.kind === "country" || (place.kind === "region" && !region))
    : [];
}

/** "India's northern Punjab state", "the Pakistani city of Uri": countries that the phrase itself names. */
function owners(
  analysis: Analysis,
  hit: Hit,
  codesAt: ReadonlyMap<number, readonly string[]>,
): ReadonlySet<string> {
  const codes = new Set<string>();
  let word = topOf(analysis, hit.first, hit.last);
  for (let steps = 0; steps < 3; steps++) {
    for (const child of children(analysis, word)) {
      if (child.index >= hit.first && child.index < hit.last) continue;
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

function contained(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const previous = hits[at - 1];
  const joint = analysis.words[hit.first - 1]?.form;
  const beside = previous?.last === hit.first - 1 && (joint === "," || joint === "in");
  return beside ? previous.places : [];
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
