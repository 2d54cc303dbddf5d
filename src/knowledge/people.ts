import { AlikeNames } from "./alike-names.js";
import { fold } from "./fold.js";
import { ListedNames } from "./listed-names.js";
import type { NameSource } from "./name-index.js";
import type { Named } from "./names.js";
import { type Listed, OfficeTable } from "./office-table.js";
import {
  betterKnown,
  NUMERAL,
  type Person,
  standingOn,
  type Term,
  type TermLine,
  termOf,
} from "./offices.js";
import { Officials } from "./officials.js";
import { list, readTable } from "./table.js";

/** States whose people put the family name first in English news too. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "KHM", "SGP"]);

let officials: Officials | undefined;
let offices: OfficeTable | undefined;

/** Everybody whose offices are known, by name and by family name. */
export class People {
  readonly #own = new Map<string, TermLine[]>();
  readonly #offices: OfficeTable;
  readonly #people = new Map<string, Person>();
  readonly #officials: Officials;
  readonly #overridden: ReadonlySet<string>;
  #titled: ReadonlyMap<string, Listed> | undefined;
  #families: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #alike = new AlikeNames(() => this.#familyLast());

  /** @param own terms of a user's file: they take the place of all that the shipped tables say of the same people */
  constructor(own: readonly TermLine[] = []) {
    officials ??= new Officials();
    offices ??= new OfficeTable();
    this.#officials = officials;
    this.#offices = offices;
    this.#overridden = new Set(own.map((line) => fold(line.person)));
    for (const line of own) {
      const known = this.#own.get(line.person);
      if (known) known.push(line);
      else this.#own.set(line.person, [line]);
    }
  }

  #isOverridden(name: string): boolean {
    return this.#overridden.size > 0 && this.#overridden.has(fold(name));
  }

  /** The terms in offices with titles. */
  #terms(name: string): readonly TermLine[] {
    return this.#own.get(name) ?? (this.#isOverridden(name) ? [] : this.#offices.terms(name));
  }

  /** The names of a user's own people. */
  ownNames(): NameSource {
    const names = new ListedNames();
    for (const person of this.#own.keys()) {
      const known = this.person(person)!;
      for (const name of known.names) names.add(name, () => named(name, known, true));
    }
    return names;
  }

  /** The names of those whose offices have titles. */
  titled(): NameSource {
    const table = this.#offices;
    return {
      startingWith: (word) => {
        const found = new Map<string, Named>();
        for (const { name, person } of table.startingWith(word)) {
          const key = `${name}\t${person}`;
          if (!found.has(key) && !this.#isOverridden(person))
            found.set(key, named(name, this.person(person)!, false));
        }
        return [...found.values()];
      },
      mayHave: (word) => table.mayHave(word),
      firstWords: () => table.firstWords(),
    };
  }

  /** The names of those of whom only a sector is known. */
  officials(): NameSource {
    return this.#officials.names((name) => this.#terms(name).length > 0 || this.#isOverridden(name));
  }

  /** The person listed under this very name. */
  person(name: string): Person | undefined {
    const known = this.#people.get(name);
    if (known) return known;
    const lines = this.#terms(name);
    const person = lines.length > 0 ? personOf(name, lines) : this.#officials.person(name);
    if (person) this.#people.set(name, person);
    return person;
  }

  /** Everybody. */
  *all(): Iterable<Person> {
    for (const name of this.#titledPeople().keys()) yield this.person(name)!;
    for (const name of this.#officials.all()) {
      if (this.#terms(name).length === 0 && !this.#isOverridden(name)) yield this.person(name)!;
    }
  }

  /** Those whose offices have titles, with the state or organisation of the first, and other names. */
  #titledPeople(): ReadonlyMap<string, Listed> {
    if (this.#titled) return this.#titled;
    const people = new Map<string, Listed>();
    for (const [name, lines] of this.#own) people.set(name, lines[0]!);
    for (const [name, first] of this.#offices.everybody())
      if (!this.#isOverridden(name)) people.set(name, first);
    this.#titled = people;
    return people;
  }

  /** People with a titled office by family name (folded); it comes first where the state's names go so. */
  byFamilyName(family: string): readonly Person[] {
    this.#families ??= this.#familyNames();
    return (this.#families.get(family) ?? []).map((name) => this.person(name)!);
  }

  /** The family names of those whose offices have titles, folded. */
  families(): Iterable<string> {
    this.#families ??= this.#familyNames();
    return this.#families.keys();
  }

  #familyNames(): ReadonlyMap<string, readonly string[]> {
    const table = new Map<string, string[]>();
    for (const [name, { code }] of this.#titledPeople()) {
      const words = fold(name)
        .replace(NUMERAL, "")
        .split(/[\s-]+/);
      const family = FAMILY_FIRST.has(code) ? words[0]! : words.at(-1)!;
      const known = table.get(family);
      if (known) known.push(name);
      else table.set(family, [name]);
    }
    return table;
  }

  /** The one with a titled office of this first and last name (folded), whatever stands between ("Rex W. Tillerson"). */
  ofFullName(words: readonly string[]): Person | undefined {
    const [first, last] = [words[0], words.at(-1)];
    if (words.length < 3 || first === undefined || last === undefined) return undefined;
    const found = this.byFamilyName(last).filter((person) => {
      const own = person.names.map((name) => fold(name).split(" "));
      if (own[0]![0] !== first) return false;
      const middles = own
        .filter((o) => o[0] === first && o.length > 2 && o.at(-1) === last)
        .map((o) => o[1]!);
      return middles.length === 0 || middles.some((middle) => agree(words[1]!, middle));
    });
    return found.length === 1 ? found[0] : undefined;
  }

  /** The one with a titled office whose full name (folded) sounds like this one, in whatever letters ("Moammar Kadafi"). */
  ofNameAlike(words: readonly string[]): Person | undefined {
    const found = this.#alike.ofName(words);
    return found.length === 1 ? this.person(found[0]!) : undefined;
  }

  /** The leaders whose family name (folded) sounds like this one ("Kadafi"); those who bear this very name come without the others. */
  leadersAlike(family: string): readonly Person[] {
    const own = this.byFamilyName(family);
    if (own.length > 0) return own;
    const alike = this.#alike.ofFamily(family).map((name) => this.person(name)!);
    return alike.filter((person) => person.terms.some(isLeader));
  }

  /** Where the family name comes first, vowels tell people apart. */
  *#familyLast(): Iterable<readonly [string, Listed]> {
    for (const entry of this.#titledPeople()) if (!FAMILY_FIRST.has(entry[1].code)) yield entry;
  }

  /** The one state that all bearers of a family name have served ("the Bush administration"); undefined otherwise. */
  stateOfFamilyName(name: string): string | undefined {
    return onlyStateOf(betterKnown(this.byFamilyName(fold(name))));
  }

  /** The same of the leaders whose name sounds like this one ("the Asad regime"). */
  stateOfNameAlike(name: string): string | undefined {
    return onlyStateOf(this.leadersAlike(fold(name)));
  }

  /**
   * Whom a family name alone stands for: the one person of that name in office on `day`; without a day, or with
   * nobody in office, the only one who bears it. Of several, the one who leads a state. Undefined where that tells nothing.
   */
  ofFamilyName(name: string, day: string | undefined): Person | undefined {
    const bearers = this.byFamilyName(fold(name));
    if (day !== undefined) {
      const serving = bearers.filter((person) => standingOn(person, day)?.when === "in office");
      if (serving.length > 0)
        return onlyOrLeader(serving, (person) => isLeader(standingOn(person, day)!.term));
    }
    return onlyOrLeader(betterKnown(bearers), (person) => person.terms.some(isLeader));
  }
}

function onlyStateOf(people: readonly Person[]): string | undefined {
  const codes = new Set(people.flatMap((p) => p.terms.map((t) => t.code)));
  return codes.size === 1 ? [...codes][0] : undefined;
}

function onlyOrLeader(people: readonly Person[], leads: (person: Person) => boolean): Person | undefined {
  if (people.length === 1) return people[0];
  const leaders = people.filter(leads);
  return leaders.length === 1 ? leaders[0] : undefined;
}

/** True for a term of one who leads a state or speaks for it abroad. */
export function isLeader({ office, agency, sector }: Term): boolean {
  return (
    LEADING.has(agency ?? "") || office === "supreme leader" || (office === "leader" && sector === "GOV")
  );
}

const LEADING: ReadonlySet<string> = new Set([
  "president",
  "prime minister",
  "chancellor",
  "crown",
  "State Department",
]);

function named(name: string, person: Person, own: boolean): Named {
  const { source } = person.terms[0]!;
  return { kind: "person", name, code: "", person, source, ...(own && { own }) };
}

function personOf(name: string, lines: readonly TermLine[]): Person {
  const gender = lines.findLast((line) => line.gender !== "")?.gender as "m" | "f" | undefined;
  return {
    name,
    names: [...new Set([name, ...lines.flatMap((line) => list(line.also))])],
    ...(gender && { gender }),
    terms: lines.map(termOf),
    sectorOnly: false,
  };
}

/** True for middle names that may be the same: "Addo" is not "Agyekum", but "A." is. */
function agree(some: string, other: string): boolean {
  const [a, b] = [some.replace(/\.$/, ""), other.replace(/\.$/, "")];
  return a.startsWith(b) || b.startsWith(a);
}

let surnameGuards: ReadonlySet<string> | undefined;

/** True for a family name (folded) that is also an ordinary word or given name ("May", "Bush"). */
export function isGuardedSurname(name: string): boolean {
  surnameGuards ??= new Set(readTable("surname-guards.tsv", ["name"]).map((row) => fold(row.name)));
  return surnameGuards.has(name);
}
