import type { NameSource } from "./name-index.js";
import { type Named, sortedNames } from "./names.js";
import { type Person, type TermLine, termOf } from "./offices.js";
import { SortedTable } from "./sorted-table.js";

const FILE = "people-phoenix.tsv";
const COLUMNS = ["name", "person", "code", "sector", "from", "to"];

/**
 * People of whom only a sector is known and when they served, from `people-phoenix.tsv`. A line gives a name of a
 * person; lines under the person's main name give a term each, the others only lead there.
 */
export class Officials {
  readonly #table: SortedTable;
  readonly #people = new Map<string, Person>();

  /** Throws an Error where the file's columns are others. */
  constructor(text?: string) {
    this.#table = new SortedTable(FILE, COLUMNS, text);
  }

  /** The names by which people are known, for the lexicon; those of `others`, who are better known, are left out. */
  names(isOther: (person: string) => boolean): NameSource {
    const of = ({ fields, line }: { readonly fields: readonly string[]; readonly line: number }) => {
      const [name, of] = fields as [string, string];
      const person = isOther(of) ? undefined : this.person(of);
      if (!person) return undefined;
      const source = name === of ? person.terms[0]!.source : { file: FILE, line };
      return { kind: "person", name, code: "", person, source } satisfies Named;
    };
    return sortedNames(this.#table, of);
  }

  /** The main names of all. */
  *all(): Iterable<string> {
    let last = "";
    for (const { fields } of this.#table.all()) {
      if (fields[0] === fields[1] && fields[0] !== last) yield fields[0]!;
      last = fields[0]!;
    }
  }

  /** The person of this main name; undefined where there is none. */
  person(name: string): Person | undefined {
    const known = this.#people.get(name);
    if (known) return known;
    const terms = this.#terms(name);
    if (terms.length === 0) return undefined;
    const person = { name, names: [name], terms: terms.map(termOf), sectorOnly: true };
    this.#people.set(name, person);
    return person;
  }

  #terms(name: string): TermLine[] {
    const terms: TermLine[] = [];
    for (const { fields, line } of this.#table.of(name)) {
      const [, person, code, sector, from, to] = fields as [string, string, string, string, string, string];
      if (person !== name) continue;
      const source = { file: FILE, line };
      terms.push({ person, also: "", code, sector, from, to, office: "", agency: "", gender: "", source });
    }
    return terms;
  }
}
