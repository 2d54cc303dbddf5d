import { fold } from "./fold.js";
import { type Sector, sector } from "./sector.js";
import { list, readTable } from "./table.js";

/** One term of one person in one office. */
export interface Term {
  /** State or organisation. */
  readonly code: string;
  /** The title that reports use ("foreign minister"); empty where the source gives a sector only. */
  readonly office: string;
  readonly sector?: Sector;
  readonly agency?: string;
  /** First day, as precise as known: "2017", "2017-01", "2017-01-20". */
  readonly from: string;
  /** The day after the last; empty where the term had not ended when the source was made. */
  readonly to: string;
}

/** A person who holds or held office. */
export interface Person {
  readonly name: string;
  readonly names: readonly string[];
  readonly gender?: "m" | "f";
  readonly terms: readonly Term[];
  /** True for people of whom only a sector is known: they count where the report names their state too. */
  readonly sectorOnly: boolean;
}

/** How a person stood to an office on a day. */
export interface Standing {
  readonly term: Term;
  readonly when: "in office" | "former" | "later";
}

let people: readonly Person[] | undefined;

/** Everybody in `offices.tsv`, `offices-wikidata.tsv` and `people-phoenix.tsv`, in this order. */
export function loadPeople(): readonly Person[] {
  if (people) return people;
  const byName = new Map<
    string,
    { names: Set<string>; gender?: "m" | "f"; terms: Term[]; sectorOnly: boolean }
  >();
  const add = (name: string, also: string, gender: string, term: Term, sectorOnly: boolean) => {
    let person = byName.get(name);
    if (!person) {
      person = { names: new Set([name]), terms: [], sectorOnly };
      byName.set(name, person);
    }
    for (const other of list(also)) person.names.add(other);
    if (gender === "m" || gender === "f") person.gender = gender;
    person.terms.push(term);
  };
  const columns = ["code", "office", "sector", "agency", "person", "also", "gender", "from", "to"] as const;
  for (const file of ["offices.tsv", "offices-wikidata.tsv"]) {
    for (const row of readTable(file, columns)) add(row.person, row.also, row.gender, term(row), false);
  }
  for (const row of readTable("people-phoenix.tsv", ["code", "sector", "person", "also", "from", "to"])) {
    add(row.person, row.also, "", term({ ...row, office: "", agency: "" }), true);
  }
  people = [...byName].map(([name, person]) => ({ ...person, name, names: [...person.names] }));
  return people;
}

function term(
  row: {
    readonly [field in "code" | "office" | "sector" | "agency" | "from" | "to"]: string;
  },
): Term {
  const of = sector(row.sector);
  return {
    code: row.code,
    office: row.office,
    ...(of && { sector: of }),
    ...(row.agency && { agency: row.agency }),
    from: row.from,
    to: row.to,
  };
}

/**
 * A person's standing on `day` (ISO 8601 date): the term that covers it, else the last one before, else the first one
 * after. Dates of a year or month only are read generously: a term "2017" to "2019" covers all of both years.
 */
export function standingOn(person: Person, day: string): Standing | undefined {
  let former: Term | undefined;
  let later: Term | undefined;
  for (const term of person.terms) {
    if (day < term.from) {
      if (!later || term.from < later.from) later = term;
    } else if (term.to === "" || day <= term.to || day.startsWith(term.to)) {
      return { term, when: "in office" };
    } else if (!former || term.to > former.to) {
      former = term;
    }
  }
  if (former) return { term: former, when: "former" };
  return later && { term: later, when: "later" };
}

/** The person's term in an office with this title (folded, "president"), of this state where one is given. */
export function termInOffice(person: Person, office: string, code?: string): Term | undefined {
  const wanted = fold(office);
  return person.terms.find((t) => fold(t.office).includes(wanted) && (code === undefined || t.code === code));
}

/** People of `offices.tsv` by family name, folded; the family name comes first where the state's names go so. */
export function peopleByFamilyName(): ReadonlyMap<string, readonly Person[]> {
  if (byFamily) return byFamily;
  const table = new Map<string, Person[]>();
  for (const person of loadPeople()) {
    if (person.sectorOnly) continue;
    const words = fold(person.name).split(/[\s-]+/);
    const first = FAMILY_FIRST.has(person.terms[0]!.code);
    const family = first ? words[0]! : words.at(-1)!;
    const list = table.get(family);
    if (list) list.push(person);
    else table.set(family, [person]);
  }
  byFamily = table;
  return table;
}

let byFamily: ReadonlyMap<string, readonly Person[]> | undefined;

/** States whose people put the family name first in English news too. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(["CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "KHM", "SGP"]);

let surnameGuards: ReadonlySet<string> | undefined;

/** The person of `offices.tsv` with this first and last name, whatever stands between ("Rex W. Tillerson"). */
export function personOfName(words: readonly string[]): Person | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 3 || first === undefined || last === undefined) return undefined;
  const found = (peopleByFamilyName().get(last) ?? []).filter((person) =>
    fold(person.name).startsWith(`${first} `),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The one state that all bearers of a family name have served ("the Bush administration"); undefined otherwise. */
export function stateOfFamilyName(name: string): string | undefined {
  const codes = new Set(
    (peopleByFamilyName().get(fold(name)) ?? []).flatMap((p) => p.terms.map((t) => t.code)),
  );
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** True for a family name (folded) that is also an ordinary word or given name ("May", "Bush"). */
export function isGuardedSurname(name: string): boolean {
  surnameGuards ??= new Set(readTable("surname-guards.tsv", ["name"]).map((row) => fold(row.name)));
  return surnameGuards.has(name);
}

/**
 * Whom a family name alone stands for: the one person of that name in office on `day`; without a day, or with nobody
 * in office, the only one in `offices.tsv` who bears it. Undefined where several might be meant.
 */
export function personOfFamilyName(name: string, day: string | undefined): Person | undefined {
  const bearers = peopleByFamilyName().get(fold(name)) ?? [];
  if (day !== undefined) {
    const serving = bearers.filter((person) => standingOn(person, day)?.when === "in office");
    if (serving.length === 1) return serving[0];
    if (serving.length > 1) return undefined;
  }
  return bearers.length === 1 ? bearers[0] : undefined;
}
