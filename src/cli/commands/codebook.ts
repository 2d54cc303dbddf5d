import { runCases } from "../../evaluate/codebook-cases.js";
import { type CodebookChange, codebookChanges } from "../../evaluate/codebook-diff.js";
import { checkCodebook, lineOf, type PlacedProblem } from "../../event/check-codebook.js";
import { loadCodebookFrom } from "../../event/codebook.js";
import { loadLanguage } from "../../language/language.js";
import { Ledger } from "../../ledger/ledger.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { codebookFinding, codebookOf, codebookProblemLines } from "../own-codebook.js";
import { changeLines } from "../render/codebook-change.js";
import { count } from "../render/report.js";
import type { Terminal } from "../terminal.js";

export interface CodebookCheckOptions {
  /** False: do not read the cases, which takes the model. */
  readonly cases: boolean;
  readonly json?: boolean;
}

/** `demarche codebook check`: what is wrong with the codebook files of a folder, and which of their cases fail. */
export async function codebookCheckCommand(
  folder: string,
  options: CodebookCheckOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { problems, files } = checkCodebook(folder);
  let found = 0;
  const print = (problem: PlacedProblem) => {
    found++;
    if (options.json) terminal.out(`${JSON.stringify(codebookFinding(folder, problem))}\n`);
    else terminal.out(`${codebookProblemLines(terminal, folder, problem).join("\n")}\n`);
  };
  for (const problem of problems) print(problem);
  let cases = 0;
  if (options.cases && problems.length === 0) {
    const codebook = loadCodebookFrom(folder);
    const language = await loadLanguage();
    try {
      for (const { name, text, file } of files) {
        cases += file.cases.are.length + file.cases["are-not"].length;
        for (const problem of await runCases(name, file, language, codebook))
          print({ ...problem, line: lineOf(text, problem.path) });
      }
    } finally {
      await language.close();
    }
  }
  if (!options.json) {
    const read = cases > 0 ? `, ${count(cases, "case")} read` : "";
    const result = found > 0 ? count(found, "problem") : "nothing found";
    terminal.out(`${count(files.length, "sound file")}${read}, ${result}\n`);
  }
  return found > 0 ? EXIT.refused : EXIT.done;
}

export interface CodebookDiffOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

/** `demarche codebook diff`: what the codebook of a folder would add, drop and change in a ledger, without the model. */
export async function codebookDiffCommand(
  folder: string,
  options: CodebookDiffOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const codebook = codebookOf(folder, terminal);
  if (!codebook) return EXIT.usage;
  const ledger = await Ledger.open(options.ledger, { purpose: "read" });
  const counts: Record<CodebookChange["change"], number> = { added: 0, dropped: 0, changed: 0 };
  let older = 0;
  let reports = 0;
  try {
    for (const id of await ledger.reportIds()) {
      const reading = await ledger.reading(id);
      if (!reading) continue;
      reports++;
      if (!(await ledger.holds(reading.report))) older++;
      const changes = codebookChanges(reading, codebook);
      for (const change of changes) {
        counts[change.change]++;
        if (options.json)
          terminal.out(`${JSON.stringify({ kind: "codebook-change", report: id, ...change })}\n`);
      }
      if (!options.json && changes.length > 0)
        terminal.out(`${changeLines(terminal, reading, changes).join("\n")}\n\n`);
    }
  } finally {
    await ledger.close();
  }
  if (older > 0) {
    const what = `${count(older, "report")} read with another codebook or version of demarche`;
    terminal.err(`${what}: what that makes of them is among the differences.\n`);
  }
  if (!options.json) {
    const told = Object.entries(counts).map(([change, n]) => `${n} ${change}`);
    terminal.out(`${count(reports, "report")}: ${told.join(", ")}\n`);
  }
  return EXIT.done;
}
