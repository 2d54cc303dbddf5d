import { fold } from "./fold.js";
import type { Source } from "./names.js";
import { type Sector, sector } from "./sector.js";
import { eachLine } from "./table.js";

/** One term of one person in one office. */
export interface Term {
  /** State or organisation. */
  readonly code: string;
  /** The title that reports use ("foreign minister"); empty where the source gives a sector only. */
  readonly office: string;
  readonly sector?: Sector;
  readonly agency?: string;
  /** First day, as precise as known: "2017", "2017-01", "2017-01-20"; empty in a user's file where it is not said. */
  readonly from: string;
  /** The day after the last; empty where the term had not ended when the source was made. */
  readonly to: string;
  readonly source: Source;
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

/** A line of a table of offices: one term of one person. */
export interface TermLine {
  readonly code: string;
  readonly office: string;
  readonly sector: string;
  readonly agency: string;
  readonly person: string;
  readonly also: string;
  readonly gender: string;
  readonly from: string;
  readonly to: string;
  readonly source: Source;
  /** True for a line of a user's own file. */
  readonly own?: true;
}

/** The tables of people whose offices have titles; hand-made ones first. */
export const OFFICE_FILES = ["offices.tsv", "offices-leaders.tsv", "offices-wikidata.tsv"] as const;
export const OFFICE_COLUMNS = [
  "code",
  "office",
  "sector",
  "agency",
  "person",
  "also",
  "gender",
  "from",
  "to",
] as const;

/** The number of a king ("Juan Carlos I"), folded: no family name. */
export const NUMERAL = / [ivx]+$/;

/** True for one whom reports seldom name without the state: listed among leaders of all states only. */
export function isLesserKnown({ terms }: Person): boolean {
  return terms.every(({ source }) => source.file === "offices-leaders.tsv");
}

/** Those of several people of one name whom reports mean who say no more: not the lesser known ones, if there are others. */
export function betterKnown(people: readonly Person[]): readonly Person[] {
  const better = people.filter((person) => !isLesserKnown(person));
  return better.length > 0 ? better : people;
}

/** All terms in offices with a title that `knowledge/` lists, hand-made ones first. */
export function listedTerms(): readonly TermLine[] {
  const terms: TermLine[] = [];
  for (const file of OFFICE_FILES)
    eachLine(file, OFFICE_COLUMNS, (fields, line) => terms.push(termLine(file, fields, line)));
  return terms;
}

/** A line of a table of offices, from its fields in the order of `OFFICE_COLUMNS`. */
export function termLine(file: string, fields: readonly string[], line: number): TermLine {
  const [code, office, sector, agency, person, also, gender, from, to] = fields as Fields;
  return { code, office, sector, agency, person, also, gender, from, to, source: { file, line } };
}

type Fields = [string, string, string, string, string, string, string, string, string];

/** A line's term. Throws an Error on an unknown sector. */
export function termOf(line: TermLine): Term {
  const of = sector(line.sector);
  return {
    code: line.code,
    office: line.office,
    ...(of && { sector: of }),
    ...(line.agency && { agency: line.agency }),
    from: line.from,
    to: line.to,
    source: line.source,
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
  const wanted = office === "" ? "" : ` ${fold(office)} `;
  return person.terms.find(
    (t) => ` ${fold(t.office)} `.includes(wanted) && (code === undefined || t.code === code),
  );
}
