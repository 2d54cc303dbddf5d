import { checkCodebook, type PlacedProblem } from "../event/check-codebook.js";
import { type Codebook, loadCodebookFrom } from "../event/codebook.js";
import { ADVICE } from "../event/lint-codebook.js";
import { findingLines } from "./render/finding.js";
import type { Terminal } from "./terminal.js";

/** The codebook of a user's folder over the project's own; undefined where it is wrong, which is told on `err`. */
export function codebookOf(folder: string, terminal: Terminal): Codebook | undefined {
  const { problems } = checkCodebook(folder);
  for (const problem of problems)
    terminal.err(`${codebookProblemLines(terminal, folder, problem).join("\n")}\n`);
  if (problems.length === 0) return loadCodebookFrom(folder);
  terminal.err(`Run demarche codebook check ${folder} until it finds nothing.\n`);
  return undefined;
}

/** A problem of a codebook as lines: where, its code, what was met and expected, what to do. */
export function codebookProblemLines(terminal: Terminal, folder: string, problem: PlacedProblem): string[] {
  return findingLines(terminal, codebookFinding(folder, problem));
}

/** A problem of a codebook as a finding, for `--json`. */
export function codebookFinding(folder: string, problem: PlacedProblem) {
  const { file, code, at, met, expected, line } = problem;
  return {
    kind: "finding",
    severity: "error",
    code,
    file: file ? `${folder.replace(/\/$/, "")}/${file}` : folder,
    line: line ?? 1,
    met: at ? `${met} (${at})` : met,
    expected,
    todo: ADVICE[code],
  } as const;
}
