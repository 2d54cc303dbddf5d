import type { Kysely } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { Changes, Step, StepKind } from "./step.js";
import { STEPS } from "./steps.js";

/** What an open ledger keeps across its reports: the one place where reports that come and go reach all steps. */
export class Across {
  private makers;

  constructor(private readonly kinds: readonly StepKind[] = STEPS) {
    this.makers = kinds.map((kind) => kind.open());
  }

  /** Drops what steps keep from one change to the next: a change was undone, or another program wrote to the ledger. */
  forget(): void {
    this.makers = this.kinds.map((kind) => kind.open());
  }

  /** Begins one change, inside the transaction `db`. */
  begin(db: Kysely<Schema>, insert: Insert): AcrossChange {
    const changes: Changes = {
      stories: new Set(),
      happenings: new Set(),
      exchanges: new Set(),
      positions: new Set(),
    };
    return new AcrossChange(this.makers.map((make) => make({ db, insert, changes })));
  }
}

/** One change of the ledger: reports are taken out or put in, then it settles, once. */
export class AcrossChange {
  constructor(private readonly steps: readonly Step[]) {}

  /** To be called while the rows of the report's reading are there; `next` is what takes their place. */
  async take(report: string, next?: Reading): Promise<void> {
    for (const step of this.steps) await step.take(report, next);
  }

  /** To be called when the rows of these readings of different reports are there: the more at once, the less each costs. */
  async put(readings: readonly Reading[]): Promise<void> {
    for (const step of this.steps) await step.put(readings);
  }

  /** To be called last, when all rows are as they will be. */
  async settle(): Promise<void> {
    for (const step of this.steps) await step.settle();
  }
}
