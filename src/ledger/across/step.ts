import type { Kysely } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";

/** Identifiers of what a change of the ledger made, took out or made otherwise, for the steps that build on it. */
export interface Changes {
  readonly stories: Set<string>;
  readonly happenings: Set<string>;
  readonly exchanges: Set<string>;
  readonly positions: Set<string>;
}

/** What a step works with while one change of the ledger is made; all of it stands in one transaction. */
export interface StepContext {
  readonly db: Kysely<Schema>;
  readonly insert: Insert;
  readonly changes: Changes;
}

/**
 * One thing that reports say together, kept so that it depends on the set of reports alone and not on the order in which
 * they came. A change takes a report out, puts it in, or both, and then settles.
 */
export interface Step {
  /**
   * Takes out what came from a report. The rows of its reading are still there.
   * @param next what is put in its place; where that changes nothing for the step, everything may stay
   */
  take(report: string, next?: Reading): Promise<void>;
  /** Puts in what readings of different reports tell, whose rows are there; nothing happens where the step kept what it had. */
  put(readings: readonly Reading[]): Promise<void>;
  /** Decides again what hangs together with what was taken out and put in, and with `changes` of the steps before. */
  settle(): Promise<void>;
}

/** How a kind of step is made. */
export interface StepKind {
  readonly name: string;
  /** Raised when the same readings come to give other rows: ledgers that an earlier version wrote are then made anew. */
  readonly version: number;
  /** The step's own tables, to be emptied before it is made anew; what a person decided stands in none of them. */
  readonly tables: readonly (keyof Schema & string)[];
  /** Called once for an open ledger, so that a step can keep what it knows from one change to the next. */
  open(): (context: StepContext) => Step;
}
