import type { Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Place } from "./gazetteer.js";
import { type Hit, topOf } from "./hits.js";
import type { PlaceContext } from "./resolve.js";

/** For each hit, what the report says beside it. */
export function contexts(
  analysis: Analysis,
  hits: readonly Hit[],
  mentions: readonly Mention[],
): (at: number) => PlaceContext {
  const countries = countriesOf(hits, mentions);
  const nearby = countriesBySentence(analysis, hits, mentions);
  const regions = new Set<string>();
  for (const { places } of hits)
    for (const p of places) if (p.kind === "region") regions.add(`${p.country} ${p.region}`);
  return (at) => ({
    countries,
    regions,
    nearby: nearby[analysis.words[hits[at]!.first]!.sentence]!,
    containers: behindComma(analysis, hits, at),
    contained: beforeComma(analysis, hits, at),
  });
}

function behindComma(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const next = hits[at + 1];
  if (!next || next.first !== hit.last + 1 || analysis.words[hit.last]?.form !== ",") return [];
  // "In Seoul, Tokyo and Guam" is a list.
  if (relation(topOf(analysis, next.first, next.last)) === "conj") return [];
  return next.places.filter((place) => place.kind === "country" || place.kind === "region");
}

function beforeComma(analysis: Analysis, hits: readonly Hit[], at: number): readonly Place[] {
  const hit = hits[at]!;
  const previous = hits[at - 1];
  return previous && previous.last === hit.first - 1 && analysis.words[previous.last]?.form === ","
    ? previous.places
    : [];
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
