import { peopleNoun } from "../knowledge/people-nouns.js";
import { loadStates } from "../knowledge/states.js";
import type { Analysis, Name, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { gazetteer, placeKey } from "./gazetteer.js";
import { PLACES } from "./here.js";
import { isCapital, topOf } from "./hits.js";
import { placeRoles } from "./place-roles.js";
import { isLocative } from "./role.js";
import type { Where } from "./where.js";

/** A place with its first word and the one that the others hang from. */
export type Found = Where & {
  readonly first: number;
  readonly top: number;
  /** True of a district: what lies in it lies near the town that it is named after. */
  readonly district?: boolean;
};

const UNLISTED = "not in the gazetteer";

/** A name that no list knows, and what is asked of it. */
export interface Unlisted {
  readonly place: Found;
  /** The sentence makes it the place of what it tells. */
  readonly locative: boolean;
  /** The language model takes it for a body: a building ("Orla Hospital") only where the report says in which town. */
  readonly body: boolean;
}

/** A name that no list knows and that may be a place's, as the language model takes it. */
export function unlistedPlace(
  analysis: Analysis,
  name: Name,
  used: ReadonlySet<number>,
): Unlisted | undefined {
  const { words } = analysis;
  const top = topOf(analysis, name.first, name.last);
  const { notNames, thingsThere } = placeRoles();
  const body = name.type === "ORG";
  const building = name.last - name.first > 1 && thingsThere.has(words[name.last - 1]!.lemma.toLowerCase());
  if (!PLACES.has(name.type) && !(body && building)) return undefined;
  for (let w = name.first; w < name.last; w++) if (used.has(w)) return undefined;
  if (
    top.upos !== "PROPN" ||
    !isCapital(top.form) ||
    /\d/.test(top.form) ||
    notNames.has(top.form.toLowerCase())
  )
    return undefined;
  const key = words.slice(name.first, name.last).map((w) => placeKey(w.form));
  if (gazetteer().lookUp(key.join(" ")).length > 0) return undefined;
  const { start, end } = name;
  const noun = nounOver(analysis, top);
  return {
    place: {
      kind: "where",
      start,
      end,
      name: analysis.text.slice(start, end),
      precision: "unknown",
      reason: UNLISTED,
      by: "places: a name that the language model takes for a place",
      first: name.first,
      top: top.index,
    },
    locative:
      (isLocative(analysis, noun, false) || isLocative(analysis, top, false)) &&
      !(body && isOfSomebody(analysis, top)),
    body,
  };
}

/** "A professor at Orla University", "studies at Orla College": where somebody belongs, and nothing happens. */
function isOfSomebody(analysis: Analysis, top: Word): boolean {
  const over = governor(analysis, top);
  return over !== undefined && relation(top) === "nmod" && peopleNoun(over.lemma) === "person";
}

/** "Orla" of "the Orla region", "the village of Orla", "Orla prison": the noun that says what it is, else itself. */
export function nounOver(analysis: Analysis, top: Word): Word {
  const over = governor(analysis, top);
  if (!over) return top;
  const { kindsOfPlace, thingsThere } = placeRoles();
  const lemma = over.lemma.toLowerCase();
  const of = children(analysis, top).some((c) => c.deprel === "case" && c.form.toLowerCase() === "of");
  if (relation(top) === "compound" && over.index > top.index)
    return kindsOfPlace.has(lemma) || thingsThere.has(lemma) ? over : top;
  return of && relation(top) === "nmod" && kindsOfPlace.has(lemma) ? over : top;
}

/** Before the name of what a place lies in. */
const INSIDE: ReadonlySet<string> = new Set(["in", "at", "on", "inside", "within"]);

/** What the report says of the places around a name. */
export interface Around {
  /** The known place that hangs from a word. */
  readonly at: (word: number) => Where | undefined;
  /** The town in a building's own name, where the report names it elsewhere too. */
  readonly townIn: (inner: Found, noun: Word) => Where | undefined;
  /** Countries that the phrase of a name tells: "the Iraqi village of Orla". */
  readonly owners: (first: number, last: number) => ReadonlySet<string>;
}

/**
 * The place in which the phrase of an unlisted one puts it: "Moscow's Orlov prison", "the Orla mountains in northern
 * Iraq", "the Iraqi village of Orla", "Basra airport".
 */
export function container(analysis: Analysis, inner: Found, around: Around): Where | undefined {
  const top = analysis.words[inner.top]!;
  const noun = nounOver(analysis, top);
  for (const word of noun === top ? [top] : [noun, top]) {
    for (const child of children(analysis, word)) {
      if (
        child.deprel !== "nmod:poss" &&
        !isInside(analysis, Math.max(noun.index, top.index), child, word !== top)
      )
        continue;
      const outer = around.at(child.index);
      if (outer && outer.precision !== "unknown") return outer;
    }
  }
  return around.townIn(inner, noun) ?? countryPlace(around.owners(inner.first, top.index + 1));
}

/** "In northern Iraq" right behind the name: nothing but its own adjectives stands between. */
function isInside(analysis: Analysis, last: number, child: Word, ofKind: boolean): boolean {
  if (child.index < last || (relation(child) !== "nmod" && relation(child) !== "obl")) return false;
  const { words } = analysis;
  const preposition = words[last + 1]?.form === "," ? last + 2 : last + 1;
  const form = words[preposition]?.form.toLowerCase() ?? "";
  if (words[preposition]?.head !== child.index || !(INSIDE.has(form) || (ofKind && form === "of")))
    return false;
  for (let w = preposition + 1; w < child.index; w++) if (words[w]!.head !== child.index) return false;
  return true;
}

/** "The Iraqi village of Orla": the country that the phrase names. */
function countryPlace(codes: ReadonlySet<string>): Where | undefined {
  const [code] = codes;
  const name = codes.size === 1 ? loadStates().get(code!)?.name : undefined;
  const country =
    name &&
    gazetteer()
      .lookUp(placeKey(name))
      .find((p) => p.kind === "country");
  if (!country) return undefined;
  const { latitude, longitude } = country;
  return {
    kind: "where",
    start: 0,
    end: 0,
    name: country.name,
    country: code!,
    ...(latitude === undefined ? { reason: "too wide for a point" } : { latitude, longitude: longitude! }),
    precision: "country",
    by: country.source,
  };
}

/** An unlisted place where the place that it lies in is, and no finer. */
export function within<T extends Where>(inner: T, outer: Where): T {
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
  } as T;
}
