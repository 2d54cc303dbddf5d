import type { Codebook } from "../event/codebook.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import { knowledgeOf } from "./own-actors.js";
import { codebookOf } from "./own-codebook.js";
import type { Terminal } from "./terminal.js";

/** The options of every command that reads with a user's own actors or codebook. */
export interface OwnOptions {
  /** A user's own file of actors. */
  readonly actors?: string;
  /** A folder with a user's own codebook. */
  readonly codebook?: string;
}

/** What the user puts over what demarche ships, absent where nothing is given. */
export interface Own {
  readonly knowledge: Knowledge | undefined;
  readonly codebook: Codebook | undefined;
}

/** Reads `--actors` and `--codebook`; undefined where one of them is wrong, which is told on `err`. */
export function ownOf({ actors, codebook }: OwnOptions, terminal: Terminal): Own | undefined {
  const own = {
    knowledge: actors === undefined ? undefined : knowledgeOf(actors, terminal),
    codebook: undefined as Codebook | undefined,
  };
  if (actors !== undefined && !own.knowledge) return undefined;
  if (codebook !== undefined) own.codebook = codebookOf(codebook, terminal);
  return codebook !== undefined && !own.codebook ? undefined : own;
}
