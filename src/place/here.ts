import { peopleNoun } from "../knowledge/people-nouns.js";
import type { Analysis, Name, NameType, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { datelineOf } from "../report/dateline.js";
import type { Report } from "../report/report.js";
import { isEndOf, jointBefore } from "./context.js";
import { type Hit, isCapital, topOf } from "./hits.js";
import { placeRoles } from "./place-roles.js";
import { isBornThere, isLocative } from "./role.js";

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
export const PLACES: ReadonlySet<NameType> = new Set(["GPE", "LOC", "FAC"]);

/** The names of the language model, by word. */
export class NamesByWord {
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

/** The names of the gazetteer right before and behind one. */
interface Beside {
  readonly before?: Hit | undefined;
  readonly next?: Hit | undefined;
}

/** "The Orla-Basra border", "the U.S.-Mexico frontier": two places that lie at it, either of them given. */
function pairOf(
  analysis: Analysis,
  hit: Hit,
  { before, next }: Beside,
): Pick<Hit, "first" | "last"> | undefined {
  if (before && isPair(analysis, before, hit)) return { first: before.first, last: hit.last };
  return next && isPair(analysis, hit, next) ? { first: hit.first, last: next.last } : undefined;
}

function isPair({ words }: Analysis, { last }: Hit, next: Hit): boolean {
  const hyphen = words[last]!;
  const noun = words[next.last];
  if (next.first !== last + 1 || !/^[-–/]$/.test(hyphen.form) || noun?.sentence !== hyphen.sentence)
    return false;
  const { kindsOfPlace, partsOfPlace } = placeRoles();
  return kindsOfPlace.has(noun.lemma) || partsOfPlace.has(noun.lemma);
}

/** True where the words name a place as such. */
export function isPlaceHere(
  analysis: Analysis,
  hit: Hit,
  top: Word,
  named: NamesByWord,
  report: Report,
  beside: Beside = {},
): boolean {
  if (top.upos === "PRON") return false;
  const pair = pairOf(analysis, hit, beside);
  if (pair) return isLocative(analysis, topOf(analysis, pair.first, pair.last), false);
  if (hit.stated && beside.next && isBase(analysis, hit, beside.next)) return true;
  const name = named.at(top.index) ?? named.at(hit.first);
  const longer = name !== undefined && (name.first < hit.first || name.last > hit.last);
  // "The University of Maryland Observatory, College Park" is two names.
  const behind = longer && name.last === hit.last && analysis.words[hit.first - 1]!.form === ",";
  if (!behind) {
    if (name && NO_PLACES.has(name.type) && (longer || name.type === "PERSON")) return false;
    if (longer && name.type !== "FAC" && !addsOnlyKind(analysis, name, hit)) return false;
  }
  const single = hit.last === hit.first + 1;
  if (single && placeRoles().notNames.has(top.form.toLowerCase())) return false;
  if (isOfPerson(analysis, hit, top)) return false;
  const inside = name !== undefined && !longer && name.type === "GPE" && isRightAfterIn(analysis, hit, top);
  const address = isAddress(analysis, hit, named, beside.before);
  const behindComma = address && top.head >= 0 && top.head < hit.first;
  const dateline = isDateline(analysis, hit, report);
  if (!inside && !behindComma && !dateline && partOfName(analysis, hit, top)) return false;
  const actor = hit.places.some(
    (p) => p.kind === "country" || p.kind === "capital" || p.kind === "seat of power",
  );
  const country = hit.places[0]?.kind === "country";
  const locative =
    (inside && !country) ||
    isLocative(analysis, top, country) ||
    // "In Taipei City": the preposition belongs to the whole.
    (longer && isLocative(analysis, topOf(analysis, name.first, name.last), country)) ||
    address ||
    isOwner(analysis, top, named) ||
    dateline;
  if (actor) return locative;
  if (name !== undefined && PLACES.has(name.type)) return true;
  // A landmark of several words is hardly anything else.
  if (!single && name?.type !== "PERSON" && hit.places.every((p) => p.kind === "feature")) return true;
  // Without the model's word, only names that are hardly anything else: "in March" is no town.
  if (locative && hit.stated) return true;
  return (
    locative && hit.places.some((p) => p.kind !== "city" || p.population >= WELL_KNOWN || p.population === 0)
  );
}

/** "The Orla, Fla.-based magazine". */
function isBase(analysis: Analysis, hit: Hit, next: Hit): boolean {
  const joint = jointBefore(analysis, next.first);
  if (joint?.form !== "," || !isEndOf(analysis, hit, joint.at)) return false;
  return isBornThere(analysis, analysis.words[next.last - 1]!);
}

/** "An attack in Nice Photos by Orla": a heading or a credit that follows does not make another name of it. */
function isRightAfterIn({ words }: Analysis, { first, last }: Hit, top: Word): boolean {
  const before = words[words[first - 1]?.upos === "ADJ" ? first - 2 : first - 1];
  const over = words[last];
  if (before?.sentence !== top.sentence || !/^(in|near)$/i.test(before.form)) return false;
  return relation(top) === "compound" && over?.index === top.head && isCapital(over.form);
}

/** Characters in which a dateline and the beginning of what follows it stand. */
const DATELINE = 120;
/** Letters of the shortest town in capitals that is taken for one inside a paragraph. */
const CAPITALS = 4;

/** "HAVANA (AP) --": where the report was written, left in its text. */
function isDateline({ words, sentences }: Analysis, { first, last, places }: Hit, report: Report): boolean {
  const kind = places[0]?.kind;
  const { start } = words[first]!;
  const { end } = words[last - 1]!;
  const name = report.text.slice(start, end);
  // Also behind a heading that stands in the same line: "A heading LONDON: The ..."
  const capitals = name.length >= CAPITALS && name === name.toUpperCase();
  if (capitals && kind !== "country" && report.text[end] === ":") return true;
  const paragraph = report.paragraphs[sentences[words[first]!.sentence]!.paragraph];
  if (paragraph?.start !== start && !capitals) return false;
  const dateline = datelineOf(report.text.slice(start, start + DATELINE));
  return dateline !== undefined && end <= start + dateline.length;
}

/** "Costa Rica's Guanacaste province", "Iraq's Mosul": an address as well. */
function isOwner(analysis: Analysis, top: Word, named: NamesByWord): boolean {
  const over = governor(analysis, top);
  if (!over || top.deprel !== "nmod:poss") return false;
  const isPlace = (word: Word) => PLACES.has(named.at(word.index)?.type ?? "ORG");
  if (over.upos === "PROPN" && isPlace(over)) return true;
  if (!placeRoles().kindsOfPlace.has(over.lemma.toLowerCase())) return false;
  return children(analysis, over).some(
    (c) => relation(c) === "compound" && c.index > top.index && isPlace(c),
  );
}

/** "A Hollywood executive", "the Ohio governor", "a former Sydney banker": what somebody does, or was, and not where he is. */
function isOfPerson(analysis: Analysis, hit: Hit, top: Word): boolean {
  const over = governor(analysis, top);
  if (!over || relation(top) !== "compound" || peopleNoun(over.lemma) !== "person") return false;
  return (
    hit.places.every((p) => p.kind === "feature") ||
    placeRoles().speaksFor.has(over.lemma.toLowerCase()) ||
    children(analysis, over).some((c) => c.lemma.toLowerCase() === "former")
  );
}

/** "Kusong" in "Kusong city": what the longer name adds is only what kind of place it is. */
function addsOnlyKind(analysis: Analysis, name: Name, hit: Hit): boolean {
  const { kindsOfPlace, partsOfPlace } = placeRoles();
  for (let w = name.first; w < name.last; w++) {
    const word = analysis.words[w]!;
    if (w >= hit.first && w < hit.last) continue;
    const lower = word.form.toLowerCase();
    if (
      !kindsOfPlace.has(lower) &&
      // "south Kolkata" is a part of it, "South Boston" a name.
      !partsOfPlace.has(word.form) &&
      lower !== "the" &&
      // "Al Anbar" is Anbar.
      lower !== "al" &&
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
  if (over && (rel === "compound" || rel === "flat") && isCapital(over.form)) {
    const { kindsOfPlace, happenings, gatherings } = placeRoles();
    const outer = relation(over) === "compound" ? governor(analysis, over) : over;
    const happened = outer?.lemma.toLowerCase() ?? "";
    // "Killed In Costa Rica Plane Crash"
    if (happenings.has(happened) || gatherings.has(happened) || over.form === "War") return false;
    return !kindsOfPlace.has(over.lemma.toLowerCase());
  }
  // "Provence-Alpes", "Hwasong-12"
  const hyphen = analysis.words[hit.last];
  const behind = analysis.words[hit.last + 1];
  if (
    hyphen &&
    behind &&
    /^[-–]$/.test(hyphen.form) &&
    hyphen.end === behind.start &&
    /^[\p{Lu}\d]/u.test(behind.form)
  )
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

/** "Geneva, Switzerland", "Dohuk, northern Iraq": the second name says where the first one lies. */
function isAddress(analysis: Analysis, hit: Hit, named: NamesByWord, previous: Hit | undefined): boolean {
  const joint = jointBefore(analysis, hit.first);
  const before = joint?.form === "," ? analysis.words[joint.at - 1] : undefined;
  if (!joint || before?.upos !== "PROPN" || before.sentence !== analysis.words[hit.first]!.sentence)
    return false;
  const top = topOf(analysis, hit.first, hit.last);
  const beside = top.head === before.index && relation(top) !== "conj";
  if (beside && PLACES.has(named.at(before.index)?.type ?? "PERSON")) return true;
  if (!previous || !isEndOf(analysis, previous, joint.at)) return false;
  return [...previous.places, ...(previous.lesser ?? [])].some((place) =>
    hit.places.some((outer) => place.country === outer.country && place.kind !== "country"),
  );
}
