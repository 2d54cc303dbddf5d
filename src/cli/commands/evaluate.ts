import type { Evaluation, EvaluationName } from "../../evaluate/evaluations.js";
import type { CodeScheme } from "../../evaluate/gold-class.js";
import { evaluators } from "../../evaluate/index.js";
import type { Coder } from "../../event/learned-coder.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { knowledgeOf } from "../own-actors.js";
import type { Terminal } from "../terminal.js";

export interface EvaluateOptions {
  /** Where the predictions go, in the format of the gold. */
  readonly out?: string;
  /** Syntax: own sentences and words instead of the gold's. Pronouns: own tags and trees. */
  readonly raw?: boolean;
  /** Actors, places and quantities: files in which the texts of the reports are looked up. */
  readonly reports?: readonly string[];
  /** Pronouns: the genres of the documents to score. */
  readonly genres?: readonly string[];
  /** Quotations: rules or language model alone. Events and coding: one of the two coders alone. */
  readonly alone?: "rules" | Coder;
  /** Coding: a user's own file of actors. */
  readonly actors?: string;
  /** Coding: whose codes the gold has; CAMEO's where it is missing. */
  readonly scheme?: CodeScheme;
}

/** `demarche evaluate`: scores one reader against a gold file; the last line is `name value` pairs. */
export async function evaluateCommand(
  name: EvaluationName,
  gold: string,
  { actors, ...options }: EvaluateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const knowledge = actors === undefined ? undefined : knowledgeOf(actors, terminal);
  if (actors !== undefined && !knowledge) return EXIT.usage;
  let evaluation: Evaluation;
  try {
    evaluation = await evaluators[name](gold, { ...options, knowledge });
  } catch (error) {
    terminal.err(`${gold} cannot be evaluated: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.usage;
  }
  const { metrics, lines } = evaluation;
  for (const line of lines ?? []) terminal.out(`${line}\n`);
  const pairs = Object.entries(metrics).map(([metric, value]) => `${metric} ${format(value)}`);
  terminal.out(`${pairs.join(" ")}\n`);
  return EXIT.done;
}

/** Percentages to two places, shares (0 to 1) to four; counts as they are. */
function format(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) <= 1 ? 4 : 2)));
}
