import { list, readTable } from "./table.js";

/** A state or territory as `knowledge/states.tsv` lists it. */
export interface State {
  /** ISO 3166-1 alpha-3, XKX for Kosovo, ISO 3166-3's for states that are no more. */
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

let states: ReadonlyMap<string, State> | undefined;
let neighbours: ReadonlyMap<string, readonly Neighbour[]> | undefined;

/** All states by code. */
export function loadStates(): ReadonlyMap<string, State> {
  states ??= new Map(
    readTable("states.tsv", [
      "code",
      "name",
      "also",
      "adjective",
      "citizen",
      "citizens",
      "capital",
      "until",
    ]).map((row) => [
      row.code,
      {
        code: row.code,
        name: row.name,
        also: list(row.also),
        adjectives: list(row.adjective),
        citizen: list(row.citizen),
        citizens: list(row.citizens),
        capitals: list(row.capital),
        ...(row.until && { until: row.until }),
      },
    ]),
  );
  return states;
}

/** The English short name of a state; the code itself where the code is no state's. */
export function stateName(code: string): string {
  return loadStates().get(code)?.name ?? code;
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
