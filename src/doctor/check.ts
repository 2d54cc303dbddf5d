/** What a check found: all well, something to know, or something that keeps demarche from working. */
export interface Checked {
  readonly kind: "check";
  /** What was looked at: "node", "model", "ledger". */
  readonly name: string;
  readonly state: "good" | "note" | "wrong";
  /** How it is, a sentence for people. */
  readonly what: string;
  /** What to do; absent where there is nothing to do. */
  readonly todo?: string;
}

/** What a check needs to know of where demarche runs. */
export interface Surroundings {
  /** The ledger's file, which need not be there. */
  readonly ledger: string;
  /** The version of Node, "v22.1.0". */
  readonly node: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal, and whether lines are coloured. */
  readonly width: number;
  readonly coloured: boolean;
}

/** One check; a throw is told as something wrong. */
export interface Check {
  readonly name: string;
  readonly run: (where: Surroundings) => Promise<Outcome> | Outcome;
}

export type Outcome = Pick<Checked, "state" | "what" | "todo">;

export function good(what: string): Outcome {
  return { state: "good", what };
}

export function note(what: string, todo: string): Outcome {
  return { state: "note", what, todo };
}

export function wrong(what: string, todo: string): Outcome {
  return { state: "wrong", what, todo };
}
