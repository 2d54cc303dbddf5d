import type { Analysis, Name, NameType, Word } from "../language/analysis.js";
import { type Gazetteer, gazetteer, type Place, placeKey } from "./gazetteer.js";
import { placeRoles } from "./role.js";

/** A stretch of words that is a name in the gazetteer. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly places: readonly Place[];
  /** Small towns and little-known regions of that name. */
  readonly lesser?: readonly Place[];
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
        isCapital(words[i]!.form) || named.has(i) ? hitAt(words, i, sentence.last, places) : undefined;
      if (hit) hits.push(hit);
      i = hit ? hit.last : i + 1;
    }
  }
  return withLesser(analysis, hits);
}

const GEOGRAPHIC: ReadonlySet<NameType> = new Set(["GPE", "LOC"]);

/** Letters of the shortest name that is looked for among the lesser places. */
const SHORTEST = 3;

function withLesser(analysis: Analysis, hits: readonly Hit[]): Hit[] {
  const { lesser } = gazetteer();
  const byWord = new Map<number, Hit>();
  for (const hit of hits) for (let w = hit.first; w < hit.last; w++) byWord.set(w, hit);
  const replaced = new Set<Hit>();
  const added: Hit[] = [];
  for (const name of analysis.names) {
    if (!GEOGRAPHIC.has(name.type)) continue;
    const { first, last } = bare(analysis, name);
    // "We" is no town.
    if (analysis.words[first]!.upos === "PRON") continue;
    const at = byWord.get(first);
    if (at && (at.first !== first || at.last !== last)) continue;
    if (at?.places.some((p) => p.kind === "country" || p.kind === "capital")) continue;
    const kind = analysis.words[last]?.lemma.toLowerCase() ?? "";
    const key = keyOf(analysis, first, last);
    // "King County" is no town of King.
    const counties = kind === "county" ? lesser(`${key} ${kind}`) : [];
    const all = counties.length > 0 ? counties : lesser(key);
    const places = kind === "county" ? all.filter((p) => p.kind === "region") : all;
    if (places.length === 0 || places[0]!.name.length < SHORTEST) continue;
    if (at) replaced.add(at);
    added.push({ first, last, places: counties.length > 0 ? [] : (at?.places ?? []), lesser: places });
  }
  if (added.length === 0) return [...hits];
  return [...hits.filter((h) => !replaced.has(h)), ...added].sort((a, b) => a.first - b.first);
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
