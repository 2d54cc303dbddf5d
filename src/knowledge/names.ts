import { firstKeysOfName, fold, splitsOfName } from "./fold.js";
import type { NameSource } from "./name-index.js";
import { type NameLine, NameTable } from "./name-table.js";
import type { Person } from "./offices.js";
import { type Sector, sector } from "./sector.js";
import { type SortedLine, SortedTable } from "./sorted-table.js";

/** What a name names. */
export type NameKind =
  | "state"
  | "adjective"
  | "citizen"
  | "citizens"
  | "capital"
  | "organisation"
  | "media"
  | "armed group"
  | "institution"
  | "metonym"
  | "party"
  | "company"
  | "person"
  | "not an actor";

/** Where a fact stands: a file, and a line counted from 1. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** What a name stands for. */
export interface Named {
  readonly kind: NameKind;
  /** The name as listed. */
  readonly name: string;
  /** State or organisation; empty for a person and for what is not an actor. */
  readonly code: string;
  /** Codes of the other states, for a name of several together ("the Koreas"). */
  readonly with?: readonly string[];
  readonly sector?: Sector;
  readonly agency?: string;
  readonly person?: Person;
  /** For a metonym: "seat" (the actor, or the place in a locative phrase) or "place" (never the actor). */
  readonly role?: string;
  /**
   * For a name that is also something else (`guards.tsv`): the words of which the report must hold one, if any, and the words
   * of which it may hold none instead.
   */
  readonly guard?: { readonly context: readonly string[]; readonly unless?: readonly string[] };
  readonly source: Source;
  /** True for a name from a user's own file: it is taken at its word. */
  readonly own?: true;
}

/** A name in the lexicon. */
export interface NameEntry extends Named {
  /** Folded words to look up, and how each must be written. */
  readonly keys: readonly string[];
  readonly cases: readonly ("any" | "initial" | "capitals")[];
}

const SORTED: readonly (readonly [NameKind, string])[] = [
  ["organisation", "organisations-phoenix.tsv"],
  ["armed group", "armed-groups-phoenix.tsv"],
  ["company", "companies-phoenix.tsv"],
];

/** Takes a listed name, and what makes of it what the lexicon needs, once a text asks for it. */
export type ListName = (name: string, of: (name: string) => Named) => void;

const BODIES: readonly (readonly [NameKind, string])[] = [
  ["organisation", "organisations.tsv"],
  ["media", "media.tsv"],
  ["armed group", "armed-groups.tsv"],
  ["institution", "institutions.tsv"],
  ["party", "parties.tsv"],
  ["company", "companies.tsv"],
];

/** The names of bodies, seats and of what is no actor, as the hand-made tables of `knowledge/` have them. */
export function listedBodies(): NameSource[] {
  const columns = ["code", "sector", "agency", "name", "also"];
  return [
    ...BODIES.map(([kind, file]) => bodiesOf(kind, new NameTable(file, withVoice(columns, kind)))),
    bodiesOf("metonym", new NameTable("metonyms.tsv", [...columns, "role"])),
    nobodies(new NameTable("not-actors.tsv", ["name", "what"])),
  ];
}

function withVoice(columns: readonly string[], kind: NameKind): readonly string[] {
  return kind === "media" ? [...columns, "voice"] : columns;
}

function bodiesOf(kind: NameKind, table: NameTable): NameSource {
  return sourceOf(table, ({ name, fields, line }) => {
    const [code, sector, agency, , , role] = fields as [string, string, string, string, string, string?];
    const source = { file: table.file, line };
    return {
      kind,
      name,
      ...bodyOf({ code, sector, agency }),
      ...(kind === "metonym" && { role: role! }),
      source,
    };
  });
}

function nobodies(table: NameTable): NameSource {
  return sourceOf(table, ({ name, line }) => {
    return { kind: "not an actor", name, code: "", source: { file: table.file, line } };
  });
}

function sourceOf(table: NameTable, of: (line: NameLine) => Named): NameSource {
  return {
    startingWith: (word) => table.startingWith(word).map(of),
    mayHave: (word) => table.mayHave(word),
    firstWords: () => table.firstWords(),
  };
}

/** The names of the long generated tables. */
export function sortedBodies(): NameSource[] {
  return SORTED.map(([kind, file]) =>
    sortedNames(new SortedTable(file, ["name", "code", "sector", "agency"]), ({ fields, line }) => {
      const [name, code, sector, agency] = fields as [string, string, string, string];
      return { kind, name, ...bodyOf({ code, sector, agency }), source: { file, line } };
    }),
  );
}

/**
 * The names of a sorted table, all of which begin with a capital.
 * @param of what the lexicon needs of a line; undefined for one that counts no more
 */
export function sortedNames(table: SortedTable, of: (line: SortedLine) => Named | undefined): NameSource {
  return {
    startingWith: (word) => table.startingWith(word).flatMap((line) => of(line) ?? []),
    mayHave: () => false,
    *firstWords() {
      for (const line of table.all()) {
        if (!of(line)) continue;
        const first = firstKeysOfName(line.fields[0]!);
        if (typeof first === "string") yield first;
        else yield* first;
      }
    },
  };
}

/** A table's code, sector and agency. */
export function bodyOf(row: { readonly code: string; readonly sector: string; readonly agency: string }) {
  const of = sector(row.sector);
  return { code: row.code, ...(of && { sector: of }), ...(row.agency && { agency: row.agency }) };
}

/** The entries of a name, one for each way in which tokenizers part it. */
export function entriesOf(named: Named): NameEntry[] {
  return splitsOfName(named.name).map((pieces) => ({
    ...named,
    keys: pieces.map(fold),
    // "The West" needs its article, in small letters too; "the Emirates" is looked up without it.
    cases: pieces.map((piece, i) => (i === 0 && piece === "The" ? "any" : writtenAs(piece))),
  }));
}

function writtenAs(piece: string): "any" | "initial" | "capitals" {
  const letters = piece.replace(/[^\p{L}]/gu, "");
  if (letters === "" || letters[0] === letters[0]!.toLowerCase()) return "any";
  return letters.length > 1 && letters === letters.toUpperCase() ? "capitals" : "initial";
}
