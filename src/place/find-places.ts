import type { Mention } from "../actor/actor.js";
import type { Analysis, Name, NameType, Word } from "../language/analysis.js";
import { governor, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import { gazetteer, type Place, placeKey } from "./gazetteer.js";
import { type PlaceContext, resolve } from "./resolve.js";
import { isLocative, placeRoles, prepositionOf } from "./role.js";
import type { Where } from "./where.js";

export { clausePlace } from "./clause-place.js";

/** A stretch of words that is a name in the gazetteer. */
interface Hit {
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
}

/** Names whose parts are no places: "Georgia O'Keeffe", "the Washington Post", "the Paris Agreement". */
const NO_PLACES: ReadonlySet<NameType> = new Set([
  "PERSON",
  "ORG",
  "WORK_OF_ART",
  "LAW",
  "PRODUCT",
  "EVENT",
  "NORP",
]);
/** People that a town has whose name alone, after "in" and the like, is enough to know it for a place. */
const WELL_KNOWN = 100_000;
const PLACES: ReadonlySet<NameType> = new Set(["GPE", "LOC", "FAC"]);

/**
 * Finds the places that a report names as places, in text order, none overlapping, resolved to the gazetteer of
 * `knowledge/places/` as finely as the text says and no finer. Spans are in UTF-16 code units of `report.text`. A
 * country, a capital or a seat of power counts only where the sentence makes it a place ("in Beijing", not "Beijing
 * said"). A name that may be several places, or is in no list, has precision "unknown" and the reason.
 */
export function findPlaces(report: Report, analysis: Analysis, mentions: readonly Mention[]): Where[] {
  const hits = findHits(analysis);
  const named = new NamesByWord(analysis.names);
  const countries = countriesOf(hits, mentions);
  const regions = new Set<string>();
  for (const { places } of hits)
    for (const p of places) if (p.kind === "region") regions.add(`${p.country} ${p.region}`);
  const nearby = countriesBySentence(analysis, hits, mentions);
  const used = new Set<number>();
  const found: (Where & { readonly first: number; readonly top: number })[] = [];
  for (const [i, hit] of hits.entries()) {
    const top = topOf(analysis, hit.first, hit.last);
    if (!isPlaceHere(analysis, hit, top, named, report)) continue;
    const context: PlaceContext = {
      countries,
      regions,
      nearby: nearby[top.sentence] ?? new Set(),
      containers: behindComma(analysis, hits, i),
      contained: beforeComma(analysis, hits, i),
    };
    for (let w = hit.first; w < hit.last; w++) used.add(w);
    found.push({ ...where(analysis, hit, resolve(hit.places, context)), first: hit.first, top: top.index });
  }
  for (const name of analysis.names) {
    const unlisted = unlistedPlace(analysis, name, used);
    if (unlisted)
      found.push({ ...unlisted, first: name.first, top: topOf(analysis, name.first, name.last).index });
  }
  found.sort((a, b) => a.first - b.first);
  addThere(analysis, found);
  found.sort((a, b) => a.first - b.first);
  return found.map(({ first: _first, top: _top, ...rest }) => rest);
}

/** Longest names first, left to right, none overlapping; a name begins with a capital letter. */
function findHits(analysis: Analysis): Hit[] {
  const { words, sentences } = analysis;
  const { lookUp, longest } = gazetteer();
  const hits: Hit[] = [];
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const hit = isCapital(words[i]!.form) ? hitAt(words, i, sentence.last, lookUp, longest) : undefined;
      if (hit) hits.push(hit);
      i = hit ? hit.last : i + 1;
    }
  }
  return hits;
}

function hitAt(
  words: readonly Word[],
  first: number,
  end: number,
  lookUp: (key: string) => readonly Place[],
  longest: number,
): Hit | undefined {
  let key = "";
  let best: Hit | undefined;
  let pieces = 0;
  for (let i = first; i < end && pieces < longest; i++) {
    const { form } = words[i]!;
    if (form === "-" || form === "–" || form === "," || form === "/") {
      if (i === first) return undefined;
      continue;
    }
    if (form === "'s" || form === "’s") break;
    const piece = placeKey(form);
    key = key === "" ? piece : `${key} ${piece}`;
    pieces++;
    const places = lookUp(key);
    const fits = places.length > 0 && (isCapital(form) || /^[a-z]/.test(places[0]!.name) || pieces > 1);
    if (fits) best = { first, last: i + 1, places };
  }
  return best;
}

function isCapital(form: string): boolean {
  const first = form[0] ?? "";
  return first !== first.toLowerCase();
}

/** The names of the language model, by word. */
class NamesByWord {
  private readonly table = new Map<number, Name>();

  constructor(names: readonly Name[]) {
    for (const name of names) {
      if (!PLACES.has(name.type) && !NO_PLACES.has(name.type)) continue;
      for (let w = name.first; w < name.last; w++) this.table.set(w, name);
    }
  }

  at(word: number): Name | undefined {
    return this.table.get(word);
  }
}

/** The word of a stretch that the others hang from: the last one whose governor lies outside. */
function topOf(analysis: Analysis, first: number, last: number): Word {
  for (let i = last - 1; i >= first; i--) {
    const word = analysis.words[i]!;
    if ((word.head < first || word.head >= last) && word.upos !== "PUNCT") return word;
  }
  return analysis.words[last - 1]!;
}

/** True where the words name a place as such. */
function isPlaceHere(analysis: Analysis, hit: Hit, top: Word, named: NamesByWord, report: Report): boolean {
  const role = report.paragraphs[analysis.sentences[top.sentence]!.paragraph]?.role;
  if (role !== undefined && role !== "title" && role !== "body") return false;
  const name = named.at(top.index);
  const longer = name !== undefined && (name.first < hit.first || name.last > hit.last);
  if (name && NO_PLACES.has(name.type) && (longer || name.type === "PERSON")) return false;
  if (longer && name.type !== "FAC" && !addsOnlyKind(analysis, name, hit)) return false;
  if (partOfName(analysis, hit, top)) return false;
  const actor = hit.places.some(
    (p) => p.kind === "country" || p.kind === "capital" || p.kind === "seat of power",
  );
  const locative = isLocative(analysis, top, hit.places[0]?.kind === "country") || isAddress(analysis, hit);
  if (actor) return locative;
  if (name !== undefined && PLACES.has(name.type)) return true;
  // Without the model's word, only names that are hardly anything else: "in March" is no town.
  return (
    locative && hit.places.some((p) => p.kind !== "city" || p.population >= WELL_KNOWN || p.population === 0)
  );
}

/** "Kusong" in "Kusong city": what the longer name adds is only what kind of place it is. */
function addsOnlyKind(analysis: Analysis, name: Name, hit: Hit): boolean {
  const { kindsOfPlace } = placeRoles();
  for (let w = name.first; w < name.last; w++) {
    const word = analysis.words[w]!;
    if (w >= hit.first && w < hit.last) continue;
    const lower = word.form.toLowerCase();
    if (
      !kindsOfPlace.has(lower) &&
      lower !== "the" &&
      word.upos !== "PUNCT" &&
      word.upos !== "ADJ" &&
      word.upos !== "ADP"
    )
      return false;
  }
  return true;
}

/** "Washington Post", "Georgia O'Keeffe", "New Kusong": the tree makes the name a part of a longer one. */
function partOfName(analysis: Analysis, hit: Hit, top: Word): boolean {
  const over = governor(analysis, top);
  const rel = relation(top);
  if (over && (rel === "compound" || rel === "flat") && (over.upos === "PROPN" || isCapital(over.form))) {
    return !placeRoles().kindsOfPlace.has(over.lemma.toLowerCase());
  }
  // "Provence-Alpes"
  const hyphen = analysis.words[hit.last];
  const behind = analysis.words[hit.last + 1];
  if (hyphen && behind && /^[-–]$/.test(hyphen.form) && hyphen.end === behind.start && isCapital(behind.form))
    return true;
  for (const at of [hit.first - 1, hit.last]) {
    const beside = analysis.words[at];
    if (!beside || beside.sentence !== top.sentence || beside.upos !== "PROPN") continue;
    const hangs = beside.head >= hit.first && beside.head < hit.last;
    if (hangs && (relation(beside) === "flat" || relation(beside) === "compound") && isCapital(beside.form)) {
      if (!placeRoles().kindsOfPlace.has(beside.lemma.toLowerCase())) return true;
    }
  }
  return false;
}

/** "Geneva, Switzerland": the second name says where the first one lies. */
function isAddress(analysis: Analysis, hit: Hit): boolean {
  const comma = analysis.words[hit.first - 1];
  const before = analysis.words[hit.first - 2];
  if (
    comma?.form !== "," ||
    before?.upos !== "PROPN" ||
    comma.sentence !== analysis.words[hit.first]!.sentence
  )
    return false;
  const inner = gazetteer().lookUp(placeKey(before.form));
  const { words } = analysis;
  const pair = gazetteer().lookUp(`${placeKey(words[hit.first - 3]?.form ?? "")} ${placeKey(before.form)}`);
  const known = pair.length > 0 ? pair : inner;
  return known.some((place) =>
    hit.places.some((outer) => place.country === outer.country && place.kind !== "country"),
  );
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
  if (top.upos !== "PROPN" || !isLocative(analysis, top, false)) return undefined;
  if (placeRoles().notNames.has(top.form.toLowerCase())) return undefined;
  const words = analysis.words.slice(name.first, name.last).map((w) => placeKey(w.form));
  if (gazetteer().lookUp(words.join(" ")).length > 0) return undefined;
  return {
    kind: "where",
    start: name.start,
    end: name.end,
    name: analysis.text.slice(name.start, name.end),
    precision: "unknown",
    reason: "not in the gazetteer",
    by: "places: a name that the language model takes for a place",
  };
}

/** "There" is the place named last before it, in its sentence or the one before. */
function addThere(analysis: Analysis, found: (Where & { first: number; top: number })[]): void {
  const { words } = analysis;
  const known = found.slice();
  for (const word of words) {
    if (word.upos !== "ADV" || relation(word) !== "advmod" || word.form.toLowerCase() !== "there") continue;
    const antecedent = known.findLast(
      (w) => w.first < word.index && words[w.first]!.sentence >= word.sentence - 1,
    );
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
