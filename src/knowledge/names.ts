import { fold, rawPiecesOfName } from "./fold.js";
import { loadPeople, type Person } from "./offices.js";
import { type Sector, sector } from "./sector.js";
import { loadStates } from "./states.js";
import { list, readTable } from "./table.js";

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

/** A name in the lexicon. */
export interface NameEntry {
  readonly kind: NameKind;
  /** The name as listed. */
  readonly name: string;
  /** State or organisation; empty for a person and for what is not an actor. */
  readonly code: string;
  readonly sector?: Sector;
  readonly agency?: string;
  readonly person?: Person;
  /** For a name that is also something else (`guards.tsv`): the words of which the report must hold one, if any. */
  readonly guard?: { readonly context: readonly string[] };
  /** For a metonym: "seat" (the actor, or the place in a locative phrase) or "place" (never the actor). */
  readonly role?: string;
  /** Folded words to look up, and how each must be written. */
  readonly keys: readonly string[];
  readonly cases: readonly ("any" | "initial" | "capitals")[];
}

type Named = Omit<NameEntry, "keys" | "cases" | "guard">;

const TABLES: readonly (readonly [NameKind, string])[] = [
  ["organisation", "organisations.tsv"],
  ["media", "media.tsv"],
  ["armed group", "armed-groups.tsv"],
  ["institution", "institutions.tsv"],
  ["party", "parties.tsv"],
  ["company", "companies.tsv"],
];

/** Every name of `knowledge/`, with its guard where it has one. */
export function loadNames(): readonly NameEntry[] {
  const guards = new Map(
    readTable("guards.tsv", ["name", "context"]).map((g) => [g.name, { context: list(g.context) }]),
  );
  const entries: NameEntry[] = [];
  const add = (named: Named) => {
    const name = named.name.replace(/^the /, "");
    const guard = guards.get(named.name);
    // Tokenizers differ over hyphens: "Al-Qaeda" is looked up as one word and as two.
    for (const pieces of name.includes("-")
      ? [rawPiecesOfName(name), name.split(" ")]
      : [rawPiecesOfName(name)]) {
      entries.push({
        ...named,
        ...(guard && { guard }),
        keys: pieces.map(fold),
        cases: pieces.map(writtenAs),
      });
    }
  };
  for (const state of loadStates().values()) {
    const { code } = state;
    for (const name of [state.name, ...state.also]) add({ kind: "state", name, code });
    for (const name of state.adjectives) add({ kind: "adjective", name, code });
    for (const name of state.citizen) add({ kind: "citizen", name, code, sector: "CVL" });
    for (const name of state.citizens) add({ kind: "citizens", name, code, sector: "CVL" });
    for (const name of state.capitals) add({ kind: "capital", name, code });
  }
  for (const [kind, file] of TABLES) {
    for (const row of readTable(file, ["code", "sector", "agency", "name", "also"])) {
      for (const name of [row.name, ...list(row.also)]) add({ kind, name, ...body(row) });
    }
  }
  for (const row of readTable("metonyms.tsv", ["code", "sector", "agency", "name", "also", "role"])) {
    for (const name of [row.name, ...list(row.also)]) {
      add({ kind: "metonym", name, ...body(row), role: row.role });
    }
  }
  for (const { name } of readTable("not-actors.tsv", ["name"])) add({ kind: "not an actor", name, code: "" });
  for (const person of loadPeople()) {
    for (const name of person.names) add({ kind: "person", name, code: "", person });
  }
  return entries;
}

function body(row: { readonly code: string; readonly sector: string; readonly agency: string }) {
  const of = sector(row.sector);
  return { code: row.code, ...(of && { sector: of }), ...(row.agency && { agency: row.agency }) };
}

function writtenAs(piece: string): "any" | "initial" | "capitals" {
  const letters = piece.replace(/[^\p{L}]/gu, "");
  if (letters === "" || letters[0] === letters[0]!.toLowerCase()) return "any";
  return letters.length > 1 && letters === letters.toUpperCase() ? "capitals" : "initial";
}
