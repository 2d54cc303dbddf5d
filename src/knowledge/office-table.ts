import { firstKeysOfName } from "./fold.js";
import { type NameLine, NameTable } from "./name-table.js";
import { OFFICE_COLUMNS, OFFICE_FILES, type TermLine, termLine } from "./offices.js";
import { eachLine } from "./table.js";

/** A name of a person, and the person's own. */
export interface OfficeName {
  readonly name: string;
  readonly person: string;
}

/** The state or organisation of a person's first term, and the person's other names, parted by ";". */
export interface Listed {
  readonly code: string;
  readonly also: string;
}

/** The people of the tables of offices; a line is taken apart when a text holds a name of its person. */
export class OfficeTable {
  readonly #tables = OFFICE_FILES.map((file) => new NameTable(file, OFFICE_COLUMNS, "person"));
  readonly #terms = new Map<string, readonly TermLine[]>();

  /** The terms of the person of this name, in the order of the lines; empty where nobody has it. */
  terms(person: string): readonly TermLine[] {
    let terms = this.#terms.get(person);
    if (!terms) {
      const keys = firstKeysOfName(person);
      terms = this.#lines(typeof keys === "string" ? keys : keys[0]!)
        .filter(({ line }) => line.name === person && line.fields[PERSON] === person)
        .map(({ file, line }) => termLine(file, line.fields, line.line));
      this.#terms.set(person, terms);
    }
    return terms;
  }

  /** The names that begin with a word (folded); others may be among them. */
  startingWith(word: string): OfficeName[] {
    return this.#lines(word).map(({ line }) => ({ name: line.name, person: line.fields[PERSON]! }));
  }

  /** False for a word (folded) with which no name begins. */
  mayHave(word: string): boolean {
    return this.#tables.some((table) => table.mayHave(word));
  }

  /** The first words of all names, folded. */
  *firstWords(): Iterable<string> {
    for (const table of this.#tables) yield* table.firstWords();
  }

  /** Everybody, with the state or organisation and the other names of the first term. */
  everybody(): ReadonlyMap<string, Listed> {
    const people = new Map<string, Listed>();
    for (const file of OFFICE_FILES) {
      eachLine(file, ["code", "person", "also"], ([code, person, also]) => {
        if (!people.has(person!)) people.set(person!, { code: code!, also: also! });
      });
    }
    return people;
  }

  #lines(word: string): { file: string; line: NameLine }[] {
    return this.#tables.flatMap((table) =>
      table.startingWith(word).map((line) => ({ file: table.file, line })),
    );
  }
}

const PERSON = OFFICE_COLUMNS.indexOf("person");
