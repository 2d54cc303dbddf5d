import type { Actor } from "./actor.js";
import type { Draft } from "./draft.js";
import type { ReportedPerson } from "./people.js";

/** What a phrase that leans on the text before it stands for. */
export interface Resolution {
  readonly actors: readonly Actor[];
  readonly by: string;
  readonly antecedent?: Draft | undefined;
  readonly person?: ReportedPerson | undefined;
  readonly reason?: string;
  /** How surely, where that was learned: 0 to 1. */
  readonly confidence?: number;
}
