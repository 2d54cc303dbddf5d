import { fold } from "../knowledge/fold.js";
import { lexicon } from "../knowledge/lexicon.js";
import type { NameEntry, NameKind } from "../knowledge/names.js";
import { isGuardedSurname, peopleByFamilyName } from "../knowledge/offices.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Analysis, Name } from "../language/analysis.js";

/** A stretch of words that `knowledge/` knows, or that the language model calls a person. */
export interface Hit {
  /** First word and one past the last. */
  readonly first: number;
  readonly last: number;
  /** The word that the rest of the hit hangs from. */
  readonly top: number;
  /** What the name can be, the likeliest first; empty for a role noun or an unknown person. */
  readonly names: readonly NameEntry[];
  readonly role?: RoleEntry;
  /** True for a person's name, known or not. */
  readonly person: boolean;
}

/** The hits of a report, none overlapping another. */
export interface Hits {
  readonly list: readonly Hit[];
  /** The hit that covers a word. */
  at(word: number): Hit | undefined;
  /** The language model's name that covers a word; times and numbers left out. */
  nameAt(word: number): Name | undefined;
}

const LIKELIEST: readonly NameKind[] = [
  "not an actor",
  "person",
  "institution",
  "organisation",
  "media",
  "armed group",
  "party",
  "company",
  "metonym",
  "state",
  "adjective",
  "citizens",
  "citizen",
  "capital",
];

const NOT_ACTORS: ReadonlySet<string> = new Set(["LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"]);
const NUMBERS: ReadonlySet<string> = new Set([
  "DATE",
  "TIME",
  "MONEY",
  "PERCENT",
  "QUANTITY",
  "CARDINAL",
  "ORDINAL",
]);

/**
 * Looks up every stretch of words in the lexicon: longest first, left to right, names before role nouns. A guarded
 * name ("Turkey", "Jordan") counts only where the language model found a name that is not a person's.
 */
export function findHits(analysis: Analysis): Hits {
  const { words, sentences, names } = analysis;
  const covered: (Hit | undefined)[] = new Array(words.length);
  const tagged: (Name | undefined)[] = new Array(words.length);
  for (const name of names) {
    if (NUMBERS.has(name.type)) continue;
    for (let i = name.first; i < name.last; i++) tagged[i] = name;
  }
  const list: Hit[] = [];
  const take = (first: number, last: number, entries: readonly NameEntry[], role?: RoleEntry, person = false) => {
    const hit: Hit = { first, last, top: topOf(analysis, first, last), names: entries, person, ...(role && { role }) };
    for (let i = first; i < last; i++) covered[i] = hit;
    list.push(hit);
  };
  const fits = nameFits(analysis, tagged);
  const lookUp = lexicon();

  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const found = lookUp.names(words, i, sentence.last);
      let next = i + 1;
      for (const { first, last, values } of found) {
        const entries = values.filter((entry) => fits(entry, first, last));
        if (entries.length === 0) continue;
        const whole = tagged[first];
        if (entries[0]!.kind === "person" && whole?.type === "PERSON" && whole.first <= first && whole.last >= last) {
          // "R. Nicholas Burns": the tagger's name is the whole one.
          const from = whole.first < i ? first : whole.first;
          take(covered[from] ? first : from, whole.last, entries, undefined, true);
          next = whole.last;
          break;
        }
        const kinds = entries.sort((a, b) => LIKELIEST.indexOf(a.kind) - LIKELIEST.indexOf(b.kind));
        take(first, last, kinds, undefined, kinds[0]!.kind === "person");
        next = last;
        break;
      }
      i = next;
    }
  }
  for (const name of names) {
    if (name.type !== "PERSON") continue;
    let first = name.first;
    let last = name.last;
    while (first < last && (covered[first] || words[first]!.upos === "PUNCT")) first++;
    while (last > first && (covered[last - 1] || words[last - 1]!.upos === "PUNCT" || words[last - 1]!.xpos === "POS")) {
      last--;
    }
    // A title inside the tagger's span ("President Trump") is a role; the name begins after it.
    for (let i = first; i < last; ) {
      const role = lookUp.roles(words, i, last)[0];
      if (!role || role.last === last || words[role.last - 1]!.deprel !== "nmod:desc") break;
      i = first = role.last;
    }
    if (first < last && !covered.slice(first, last).some(Boolean)) take(first, last, [], undefined, true);
  }
  // A family name alone that the tagger took for something else: the report gives it to a person elsewhere.
  const families = new Set<string>();
  for (const hit of list) {
    if (!hit.person || hit.last - hit.first < 2) continue;
    families.add(words[hit.first]!.form);
    families.add(words[hit.last - 1]!.form);
  }
  for (const { index, form, upos } of words) {
    const tag = tagged[index];
    if (upos !== "PROPN" || covered[index] || (tag && tag.last - tag.first > 1) || isJoined(analysis, index)) continue;
    const name = fold(form);
    const known = !isGuardedSurname(name) && tag?.type !== "GPE" && peopleByFamilyName().has(name);
    if (families.has(form) || known) take(index, index + 1, [], undefined, true);
  }
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      if (covered[i]) continue;
      for (const { first, last, values } of lookUp.roles(words, i, sentence.last)) {
        const upos = words[last - 1]!.upos;
        if (upos !== "NOUN" && upos !== "PROPN") continue;
        if (covered.slice(first, last).some(Boolean)) continue;
        const role = values.find((r) => !r.capital || words[first]!.form[0] !== words[first]!.form[0]!.toLowerCase());
        if (!role) continue;
        take(first, last, [], role);
        i = last - 1;
        break;
      }
    }
  }
  list.sort((a, b) => a.first - b.first);
  return { list, at: (word) => covered[word], nameAt: (word) => tagged[word] };
}

/** True where a capitalised word stands right beside it, as part of some longer name. */
function isJoined(analysis: Analysis, index: number): boolean {
  const { words } = analysis;
  return [words[index - 1], words[index + 1]].some((w) => w?.upos === "PROPN" && (w.head === index || words[index]!.head === w.index) && w.deprel !== "nmod:desc");
}

/** The word of a stretch whose governor lies outside it; the last such word. */
export function topOf(analysis: Analysis, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const head = analysis.words[i]!.head;
    if ((head < first || head >= last) && analysis.words[i]!.upos !== "PUNCT") return i;
  }
  return last - 1;
}

function nameFits(analysis: Analysis, tagged: readonly (Name | undefined)[]) {
  const { words, names } = analysis;
  const hasModel = names.length > 0;
  const contexts = new Map<NameEntry, boolean>();
  const inContext = (entry: NameEntry): boolean => {
    let holds = contexts.get(entry);
    if (holds === undefined) {
      const context = entry.guard?.context ?? [];
      holds = context.length === 0 || context.some((word) => analysis.text.includes(word));
      contexts.set(entry, holds);
    }
    return holds;
  };
  return (entry: NameEntry, first: number, last: number): boolean => {
    if (entry.kind === "not an actor") return true;
    const upos = words[last - 1]!.upos;
    if (upos === "VERB" || upos === "PRON" || upos === "AUX" || upos === "DET" || upos === "ADV") return false;
    const tag = tagged[last - 1];
    const larger = tag && (tag.first < first || tag.last > last);
    if (entry.kind === "person") return last - first > 1 || tag?.type === "PERSON";
    if (tag && larger && NOT_ACTORS.has(tag.type)) return false;
    if (tag?.type === "PERSON" && (larger || entry.guard)) return false;
    if (!entry.guard) return true;
    if (hasModel ? !tag : upos !== "PROPN" || words[last - 1]!.deprel === "flat") return false;
    return inContext(entry);
  };
}

/** Codes of the states that a report names by name or adjective. */
export function statesNamed(hits: Hits): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const hit of hits.list) {
    for (const name of hit.names) if (name.kind === "state" || name.kind === "adjective") codes.add(name.code);
  }
  return codes;
}
