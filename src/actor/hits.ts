import { fold } from "../knowledge/fold.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { NameEntry, NameKind } from "../knowledge/names.js";
import { isLesserKnown } from "../knowledge/offices.js";
import { isGuardedSurname } from "../knowledge/people.js";
import type { RoleEntry } from "../knowledge/roles.js";
import { isNaturalPlace } from "../knowledge/towns.js";
import { type Analysis, type Name, NUMERIC_NAME_TYPES } from "../language/analysis.js";
import { initialsOf } from "./initials.js";
import { formsOf } from "./modifiers.js";
import { afterTitle, isActing, isJoined, isOffice, topOf } from "./name-context.js";
import { NameFit } from "./name-fit.js";
import { isCountingNoun, isCrowd } from "./partitives.js";
import { settleNames } from "./settle-names.js";
import { sharedState } from "./shared-state.js";

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
  /** What was known before the report was read. */
  readonly knowledge: Knowledge;
  readonly list: readonly Hit[];
  /** The hit that covers a word. */
  at(word: number): Hit | undefined;
  /** The language model's name that covers a word; times and numbers left out. */
  nameAt(word: number): Name | undefined;
  /** Codes of the states that the report names by name or adjective. */
  readonly statesNamed: ReadonlySet<string>;
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

const NUMBERS: ReadonlySet<string> = new Set(NUMERIC_NAME_TYPES);

/**
 * Looks up every stretch of words in the lexicon: longest first, left to right, names before role nouns. A guarded
 * name ("Turkey", "Jordan") counts only where the language model found a name that is not a person's.
 */
export function findHits(analysis: Analysis, knowledge: Knowledge): Hits {
  return new HitFinder(analysis, knowledge).find();
}

class HitFinder {
  readonly #analysis: Analysis;
  readonly #knowledge: Knowledge;
  readonly #covered: (Hit | undefined)[];
  readonly #tagged: (Name | undefined)[];
  readonly #fit: NameFit;
  readonly #list: Hit[] = [];

  constructor(analysis: Analysis, knowledge: Knowledge) {
    this.#analysis = analysis;
    this.#knowledge = knowledge;
    this.#covered = new Array(analysis.words.length);
    this.#tagged = new Array(analysis.words.length);
    for (const name of analysis.names) {
      if (NUMBERS.has(name.type) || this.#isOffice(name)) continue;
      this.#tagged.fill(name, name.first, name.last);
    }
    this.#fit = new NameFit(analysis, this.#tagged, this.#covered);
  }

  /** An office is no person's name, whatever the tagger says. */
  #isOffice({ type, first, last }: Name): boolean {
    return type === "PERSON" && isOffice(this.#analysis, this.#knowledge.lexicon, first, last, this.#covered);
  }

  find(): Hits {
    this.#findNames();
    this.#findInitials();
    this.#findPersons();
    this.#findFamilyNames();
    this.#findRoles();
    const { statesNamed, kept, dropped } = settleNames(this.#analysis, this.#tagged, this.#list);
    for (const { first, last } of dropped) this.#covered.fill(undefined, first, last);
    for (const hit of kept) this.#covered.fill(hit, hit.first, hit.last);
    kept.sort((a, b) => a.first - b.first);
    const [covered, tagged] = [this.#covered, this.#tagged];
    const knowledge = this.#knowledge;
    return {
      knowledge,
      list: kept,
      statesNamed,
      at: (word) => covered[word],
      nameAt: (word) => tagged[word],
    };
  }

  #take(first: number, last: number, names: readonly NameEntry[], person: boolean, role?: RoleEntry): void {
    const top = topOf(this.#analysis, first, last);
    const hit: Hit = { first, last, top, names, person, ...(role && { role }) };
    this.#covered.fill(hit, first, last);
    this.#list.push(hit);
  }

  #isFree(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if (this.#covered[i]) return false;
    return true;
  }

  #findNames(): void {
    const { words, sentences } = this.#analysis;
    for (const sentence of sentences) {
      for (let i = sentence.first; i < sentence.last; ) {
        let next = i + 1;
        for (const { first, last, values } of this.#knowledge.lexicon.names(words, i, sentence.last)) {
          const names = values.filter((name) => this.#fit.holds(name, first, last));
          if (names.length === 0) continue;
          names.sort((a, b) => LIKELIEST.indexOf(a.kind) - LIKELIEST.indexOf(b.kind));
          next = this.#takeName(first, last, names);
          break;
        }
        i = next;
      }
    }
  }

  /** Takes a name, a person's with the whole of the tagger's span ("R. Nicholas Burns"); gives where it ends. */
  #takeName(first: number, last: number, names: readonly NameEntry[]): number {
    const tag = this.#tagged[first];
    const person = names[0]!.kind === "person";
    const bare = person && this.#withoutTitle(first, last);
    if (bare) return this.#takeName(bare.first, last, bare.names);
    if (person && tag?.type === "PERSON" && tag.last >= last && this.#isFree(tag.first, first)) {
      const end =
        this.#analysis.words[tag.last - 1]!.upos === "ADP" ? Math.max(last, tag.last - 1) : tag.last;
      this.#take(afterTitle(this.#analysis, this.#knowledge.lexicon, tag.first, last), end, names, true);
      return end;
    }
    const shared = sharedState(this.#analysis, this.#knowledge.lexicon, first, last, names[0]!);
    if (shared && this.#isFree(shared.first, first))
      this.#take(shared.first, last, [shared.name, ...names.slice(1)], person);
    else this.#take(first, last, names, person);
    return last;
  }

  /** "Vice President Joe Biden" as one name: the person's own, where that is known too; the title is a role. */
  #withoutTitle(
    first: number,
    last: number,
  ): { readonly first: number; readonly names: readonly NameEntry[] } | undefined {
    const start = afterTitle(this.#analysis, this.#knowledge.lexicon, first, last);
    if (start === first) return undefined;
    const name = this.#knowledge.lexicon.names(this.#analysis.words, start, last)[0];
    const names = name?.last === last ? name.values.filter((n) => n.kind === "person") : [];
    return names.length > 0 ? { first: start, names } : undefined;
  }

  /** "The SEC" behind "the Securities and Exchange Commission": a body that was named in full. */
  #findInitials(): void {
    const inFull = new Map<string, Hit>();
    for (const hit of this.#list) {
      const initials = initialsOf(this.#analysis, hit);
      if (initials !== undefined && !inFull.has(initials)) inFull.set(initials, hit);
    }
    if (inFull.size === 0) return;
    for (const { index, form, upos } of this.#analysis.words) {
      const body = upos === "PROPN" ? inFull.get(form) : undefined;
      if (
        body &&
        body.last <= index &&
        this.#isFree(index, index + 1) &&
        this.#tagged[index]?.type !== "PERSON"
      )
        this.#take(index, index + 1, body.names, false);
    }
  }

  #findPersons(): void {
    const { words, names } = this.#analysis;
    for (const name of names) {
      if (name.type !== "PERSON" || this.#tagged[name.first] !== name) continue;
      let { first, last } = name;
      const isEdge = (i: number) =>
        this.#covered[i] !== undefined || EDGES.has(words[i]!.upos) || words[i]!.xpos === "POS";
      while (first < last && isEdge(first)) first++;
      while (last > first && isEdge(last - 1)) last--;
      if (isOffice(this.#analysis, this.#knowledge.lexicon, first, last, this.#covered)) continue;
      first = afterTitle(this.#analysis, this.#knowledge.lexicon, first, last);
      // "D-Okla." behind a lawmaker's name: party and state.
      if (last - first === 1 && /^[DRI]-\p{Lu}/u.test(words[first]!.form)) continue;
      if (first < last && this.#isFree(first, last)) this.#take(first, last, [], true);
    }
  }

  /** A family name alone that the tagger took for something else: the report or knowledge gives it to a person. */
  #findFamilyNames(): void {
    const { words } = this.#analysis;
    const families = new Set<string>();
    for (const hit of this.#list) {
      if (!hit.person || hit.last - hit.first < 2) continue;
      families.add(words[hit.first]!.form);
      families.add(words[hit.last - 1]!.form);
    }
    for (const { index, form, upos } of words) {
      const tag = this.#tagged[index];
      if (upos !== "PROPN" || this.#covered[index] || (tag && tag.last - tag.first > 1)) continue;
      if (isJoined(this.#analysis, index)) continue;
      const name = fold(form);
      const place = tag?.type === "GPE" && !isActing(this.#analysis, index);
      const bearers = place || isGuardedSurname(name) ? [] : this.#knowledge.people.byFamilyName(name);
      const known = bearers.some((person) => !isLesserKnown(person));
      if (families.has(form) || known) this.#take(index, index + 1, [], true);
    }
  }

  #findRoles(): void {
    const { words, sentences } = this.#analysis;
    for (const sentence of sentences) {
      for (let i = sentence.first; i < sentence.last; i++) {
        if (this.#covered[i]) continue;
        for (const { first, last, values } of this.#knowledge.lexicon.roles(words, i, sentence.last)) {
          const { upos } = words[last - 1]!;
          const crowd = isCountingNoun(words[last - 1]!) && isCrowd(this.#analysis, words[last - 1]!);
          // "Attorney general" ends in what the tagger takes for an adjective.
          const general = last - first > 1 && words[last - 1]!.form.toLowerCase() === "general";
          const noun = upos === "NOUN" || upos === "PROPN" || general;
          if ((!noun && !crowd) || !this.#isFree(first, last)) continue;
          const { form } = words[first]!;
          const capital = form[0] !== form[0]!.toLowerCase() && words[first - 1]?.upos !== "NUM";
          const role = values.find((r) => !r.capital || capital);
          if (!role || this.#isOfPlace(last - 1)) continue;
          if (isCountingNoun(words[last - 1]!) && !crowd) continue;
          this.#take(first, last, [], false, role);
          i = last - 1;
          break;
        }
      }
    }
  }

  /** The "Bank" of "the West Bank" is none. */
  #isOfPlace(at: number): boolean {
    const name = this.#tagged[at];
    const { words } = this.#analysis;
    if (!name || name.type === "ORG" || name.last !== at + 1) return false;
    const first = words[name.first]!.upos === "DET" ? name.first + 1 : name.first;
    return isNaturalPlace(formsOf(this.#analysis, { first, last: name.last }));
  }
}

/** What the tagger takes into a name at its edges. */
const EDGES: ReadonlySet<string> = new Set(["PUNCT", "ADP", "PRON"]);
