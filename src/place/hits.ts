import { genderOfFirstName } from "../knowledge/first-names.js";
import type { Analysis, Name, NameType, Word } from "../language/analysis.js";
import { type Gazetteer, gazetteer, type Place, placeKey } from "./gazetteer.js";
import { placeRoles } from "./place-roles.js";

/** A stretch of words that is a name in the gazetteer. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
  /** Small towns and little-known regions of that name. */
  readonly lesser?: readonly Place[];
  /** True where the text beside the name says in what it lies. */
  readonly stated?: boolean;
}

/**
 * Longest names first, left to right, none overlapping; a name begins with a capital letter, or where the language
 * model begins a place's ("north Carolina"). Small towns and
 * little-known regions count only where the language model takes the whole name for a place.
 */
export function findHits(analysis: Analysis): Hit[] {
  const { words, sentences } = analysis;
  const places = gazetteer();
  const hits: Hit[] = [];
  const named = new Set(analysis.names.filter(({ type }) => GEOGRAPHIC.has(type)).map(({ first }) => first));
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const hit =
        stateBehind(words, i, hits.at(-1), places) ??
        (isCapital(words[i]!.form) || named.has(i) ? hitAt(words, i, sentence.last, places) : undefined);
      if (hit) hits.push(hit);
      i = hit ? hit.last : i + 1;
    }
  }
  return withLesser(analysis, hits);
}

/** "Orla, PA": the postal code of a state of the United States behind a town that lies there. */
function stateBehind(
  words: readonly Word[],
  index: number,
  before: Hit | undefined,
  known: Gazetteer,
): Hit | undefined {
  if (!before || before.last !== index - 1 || words[index - 1]!.form !== ",") return undefined;
  const { form } = words[index]!;
  if (!/^[A-Z]{2}$/.test(form)) return undefined;
  const town = words[before.last - 1]!.form;
  const inside = before.places.some(({ country, region }) => country === "USA" && region === form);
  if (!inside || town === town.toUpperCase()) return undefined;
  const state = known.region("USA", form);
  return state && { first: index, last: index + 1, places: [state] };
}

const GEOGRAPHIC: ReadonlySet<NameType> = new Set(["GPE", "LOC"]);

/** Letters of the shortest name that is looked for among the lesser places. */
const SHORTEST = 3;
/** The same for a name that may be written in another transliteration. */
const LONG = 5;

function withLesser(analysis: Analysis, hits: readonly Hit[]): Hit[] {
  const byWord = new Map<number, Hit>();
  for (const hit of hits) for (let w = hit.first; w < hit.last; w++) byWord.set(w, hit);
  const replaced = new Set<Hit>();
  const added: Hit[] = [];
  for (const name of analysis.names) {
    if (!GEOGRAPHIC.has(name.type)) continue;
    const stretch = bare(analysis, name);
    const inside = new Set<Hit>();
    for (let w = stretch.first; w < stretch.last; w++) if (byWord.has(w)) inside.add(byWord.get(w)!);
    const hit = lesserHit(analysis, stretch, [...inside]);
    if (!hit) continue;
    for (const inner of inside) replaced.add(inner);
    added.push(hit);
  }
  if (added.length === 0) return [...hits];
  return [...hits.filter((h) => !replaced.has(h)), ...added].sort((a, b) => a.first - b.first);
}

type Stretch = Pick<Hit, "first" | "last">;

/** A stretch of words as a lesser place; `inside` are the better-known names in it. */
function lesserHit(analysis: Analysis, { first, last }: Stretch, inside: readonly Hit[]): Hit | undefined {
  const { lesser, transliterated } = gazetteer();
  // "We" is no town.
  if (analysis.words[first]!.upos === "PRON") return undefined;
  // A name of the gazetteer that goes on beyond this one is another.
  if (inside.some((hit) => hit.first < first || hit.last > last)) return undefined;
  const at = inside.find((hit) => hit.first === first && hit.last === last);
  if (at?.places.some((p) => p.kind === "country" || p.kind === "capital")) return undefined;
  const kind = analysis.words[last]?.lemma.toLowerCase() ?? "";
  const key = keyOf(analysis, first, last);
  // "King County" is no town of King.
  const counties = kind === "county" ? lesser(`${key} ${kind}`) : [];
  const listed = counties.length > 0 ? counties : lesser(key);
  const begun = inside.some((hit) => hit.first === first);
  const all = listed.length > 0 || begun || key.length < LONG ? listed : transliterated(key);
  const places = ofKind(all, kind, listed.length === 0);
  if (places.length === 0 || places[0]!.name.length < SHORTEST) return undefined;
  return { first, last, places: counties.length > 0 ? [] : (at?.places ?? []), lesser: places };
}

/**
 * What the noun behind a name leaves of its places: a county is no town, and of what is only written alike "Orla province"
 * is a region, "Orla village" or "Orla sector" none.
 */
function ofKind(places: readonly Place[], kind: string, alike: boolean): readonly Place[] {
  const { kindsOfPlace, kindsOfRegion, kindsOfTown } = placeRoles();
  if (kind === "county" || (alike && kindsOfRegion.has(kind)))
    return places.filter((p) => p.kind === "region");
  if (!alike || !kindsOfPlace.has(kind)) return places;
  return kindsOfTown.has(kind) ? places.filter((p) => p.kind !== "region") : [];
}

function keyOf({ words }: Analysis, first: number, last: number): string {
  const pieces = words.slice(first, last).flatMap((w) => placeKey(w.form).split(/[\s–-]+/));
  return pieces.filter((piece) => piece !== "").join(" ");
}

/** A name without its article and its kind: "Bahia" of "the Bahia region". */
function bare({ words }: Analysis, { first, last }: Name): { first: number; last: number } {
  const is = (word: number, test: (form: string) => boolean) => test(words[word]!.form.toLowerCase());
  const from = first + 1 < last && is(first, (form) => form === "the") ? first + 1 : first;
  const kind = from + 1 < last && is(last - 1, (form) => placeRoles().kindsOfPlace.has(form));
  return { first: from, last: kind ? last - 1 : last };
}

function hitAt(words: readonly Word[], first: number, end: number, known: Gazetteer): Hit | undefined {
  let key = "";
  let best: Hit | undefined;
  let pieces = 0;
  for (let i = first; i < end; i++) {
    const { form } = words[i]!;
    if (form === "-" || form === "–" || form === "," || form === "/") {
      if (i === first) return undefined;
      continue;
    }
    if (form === "'s" || form === "’s") {
      // "The Democratic People's Republic of Korea" goes on, "Japan's" does not.
      if (key === "" || !known.goesOn(`${key} s`)) break;
      key += " s";
      continue;
    }
    const piece = placeKey(form);
    key = key === "" ? piece : `${key} ${piece}`;
    pieces++;
    const listed = known.lookUp(key);
    const places = listed.length === 0 && isBeforeStop(words, i) ? known.lookUp(`${key}.`) : listed;
    const fits = places.length > 0 && (isCapital(form) || /^[a-z]/.test(places[0]!.name) || pieces > 1);
    if (fits) best = { first, last: i + 1, places };
    if (!known.goesOn(key)) break;
  }
  return best;
}

/** "In Aurora, Colo." at the end of a sentence: the full stop is the abbreviation's too. */
function isBeforeStop(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return next?.form === "." && next.start === words[index]!.end;
}

export function isCapital(form: string): boolean {
  const first = form[0] ?? "";
  return first !== first.toLowerCase();
}

/** The word of a stretch that the others hang from: the last one whose governor lies outside. */
export function topOf(analysis: Analysis, first: number, last: number): Word {
  for (let i = last - 1; i >= first; i--) {
    const word = analysis.words[i]!;
    if ((word.head < first || word.head >= last) && word.upos !== "PUNCT") return word;
  }
  return analysis.words[last - 1]!;
}

/** A town so large that what bears its name ("Orla Zoo") stands there, unless people bear it too ("Lincoln Memorial"). */
export function isLargeTown({ places }: Hit): boolean {
  const [largest, next] = places.map((p) => p.population).sort((a, b) => b - a);
  if (largest === undefined || largest < WELL_KNOWN || largest < OUTWEIGHS * (next ?? 0)) return false;
  return genderOfFirstName(places[0]!.name) === undefined;
}

const WELL_KNOWN = 100_000;
/** How many times the people of its next namesake. */
const OUTWEIGHS = 4;
