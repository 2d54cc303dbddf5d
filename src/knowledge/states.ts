import type { ListName, Named, NameKind } from "./names.js";
import { list, readTable } from "./table.js";

/** A state or territory as `knowledge/states.tsv` or a user's file lists it. */
export interface State {
  /** ISO 3166-1 alpha-3, XKX for Kosovo, ISO 3166-3's for states that are no more, or a user's own. */
  readonly code: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly adjectives: readonly string[];
  /** One citizen ("Pole"), and several ("Poles"). */
  readonly citizen: readonly string[];
  readonly citizens: readonly string[];
  /** Capitals and seats of government. */
  readonly capitals: readonly string[];
  /** The year in which the state ended, for one that is no more. */
  readonly until?: string;
}

/** A land neighbour and the side on which it lies, one of N, NE, E, SE, S, SW, W, NW. */
export interface Neighbour {
  readonly code: string;
  readonly side: string;
}

/** The fields of a line that tells of a state. */
export interface StateLine {
  readonly code: string;
  readonly name: string;
  readonly also: string;
  readonly adjective: string;
  readonly citizen: string;
  readonly citizens: string;
  readonly capital: string;
  readonly until?: string;
  readonly line: number;
}

const FILE = "states.tsv";
const COLUMNS = ["code", "name", "also", "adjective", "citizen", "citizens", "capital", "until"] as const;

let lines: readonly StateLine[] | undefined;
let states: ReadonlyMap<string, State> | undefined;
let neighbours: ReadonlyMap<string, readonly Neighbour[]> | undefined;

function stateLines(): readonly StateLine[] {
  lines ??= readTable(FILE, COLUMNS);
  return lines;
}

/** All states of `states.tsv` by code. */
export function loadStates(): ReadonlyMap<string, State> {
  states ??= new Map(stateLines().map((row) => [row.code, stateOf(row)]));
  return states;
}

/** A line's state. */
export function stateOf(row: StateLine): State {
  return {
    code: row.code,
    name: row.name,
    also: list(row.also),
    adjectives: list(row.adjective),
    citizen: list(row.citizen),
    citizens: list(row.citizens),
    capitals: list(row.capital),
    ...(row.until && { until: row.until }),
  };
}

/** Lists the names of all states of `states.tsv`, of their citizens and capitals. */
export function listStates(add: ListName): void {
  for (const row of stateLines()) listState(row, FILE, add);
}

/** Lists the names that mean several states together, of `state-groups.tsv`. */
export function listStateGroups(add: ListName): void {
  for (const { codes, name, also, line } of readTable(GROUPS, ["codes", "name", "also"])) {
    const [code, ...others] = list(codes);
    const of = (written: string): Named => ({
      kind: "state",
      name: written,
      code: code!,
      with: others,
      source: { file: GROUPS, line },
    });
    for (const written of [name, ...list(also)]) add(written, of);
  }
}

const GROUPS = "state-groups.tsv";

/** Lists the names of one state, of its citizens and capitals; `more` is kept with each. */
export function listState(
  row: StateLine,
  file: string,
  add: ListName,
  more: Partial<Pick<Named, "own" | "guard">> = {},
): void {
  const source = { file, line: row.line };
  const as =
    (kind: NameKind, sector?: "CVL") =>
    (name: string): Named => ({ kind, name, code: row.code, ...(sector && { sector }), source, ...more });
  const addAll = (names: readonly string[], of: (name: string) => Named) => {
    for (const name of names) add(name, of);
  };
  const { name, also, adjectives, citizen, citizens, capitals } = stateOf(row);
  addAll([name, ...also], as("state"));
  addAll(adjectives, as("adjective"));
  addAll(citizen, as("citizen", "CVL"));
  addAll(citizens, as("citizens", "CVL"));
  addAll(capitals, as("capital"));
}

/** A state's land neighbours, with their sides; empty for an island or an unknown code. */
export function neighboursOf(code: string): readonly Neighbour[] {
  if (!neighbours) {
    const table = new Map<string, Neighbour[]>();
    for (const row of readTable("neighbours.tsv", ["code", "neighbour", "side"])) {
      const of = table.get(row.code) ?? [];
      of.push({ code: row.neighbour, side: row.side });
      table.set(row.code, of);
    }
    neighbours = table;
  }
  return neighbours.get(code) ?? [];
}
