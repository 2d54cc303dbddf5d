import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parse, parseDocument } from "yaml";
import { ZodError } from "zod";
import { type CodebookFile, codebookSchema, wordListsSchema } from "./codebook-schema.js";
import { EVENT_TYPES } from "./event.js";
import {
  type CodebookProblem,
  type CodebookProblemCode,
  codebookProblem,
  lintCodebookFile,
} from "./lint-codebook.js";
import { shippedLists, type WordLists, wordListsOf } from "./words.js";

/** A problem with the line of its file, counted from 1, where the file has one for it. */
export interface PlacedProblem extends CodebookProblem {
  readonly line: number | undefined;
}

export interface CheckedCodebook {
  readonly problems: readonly PlacedProblem[];
  /** The files that can be read, for their cases. */
  readonly files: readonly { readonly name: string; readonly text: string; readonly file: CodebookFile }[];
}

const TYPE_FILES: ReadonlySet<string> = new Set(EVENT_TYPES.map((type) => `${type}.yaml`));
/** Files of the project's own folder that hold no patterns. */
const OTHER_FILES: ReadonlySet<string> = new Set([
  "words.yaml",
  "status.yaml",
  "status-cases.yaml",
  "not-events.yaml",
]);

/**
 * What is wrong with the codebook files of a folder: their form, slots, lists, names and cases, each with its line.
 * The cases are not read here; see `runCases`.
 */
export function checkCodebook(folder: string): CheckedCodebook {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return {
      problems: [single("", "unreadable-file", `"${folder}"`, "a folder of codebook files")],
      files: [],
    };
  const problems: PlacedProblem[] = [];
  const files: { name: string; text: string; file: CodebookFile }[] = [];
  const lists = listsOf(folder, problems);
  for (const name of readdirSync(folder).sort()) {
    if (!/\.ya?ml$/.test(name) || OTHER_FILES.has(name)) continue;
    if (!TYPE_FILES.has(name)) {
      problems.push(single(name, "unknown-file", `the file ${name}`, [...TYPE_FILES].join(", ")));
      continue;
    }
    const text = readFileSync(join(folder, name), "utf8");
    const data = dataOf(name, text, problems);
    if (data === undefined) continue;
    const found = lintCodebookFile(name, data, lists);
    for (const problem of found) problems.push({ ...problem, line: lineOf(text, problem.path) });
    const parsed = codebookSchema.safeParse(data);
    if (found.length === 0 && parsed.success) files.push({ name, text, file: parsed.data });
  }
  if (problems.length === 0 && files.length === 0) {
    const met = `no codebook file in "${folder}"`;
    problems.push(single("", "unreadable-file", met, "at least one file such as SANCTION.yaml"));
  }
  return { problems, files };
}

/** The line of a codebook file's text on which the value at `path` begins, counted from 1. */
export function lineOf(text: string, path: readonly PropertyKey[]): number | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function listsOf(folder: string, problems: PlacedProblem[]): WordLists {
  const path = join(folder, "words.yaml");
  if (!existsSync(path)) return shippedLists();
  const text = readFileSync(path, "utf8");
  const data = dataOf("words.yaml", text, problems);
  if (data === undefined) return shippedLists();
  try {
    wordListsSchema.parse(data);
    return wordListsOf(folder);
  } catch (error) {
    if (error instanceof ZodError) {
      for (const issue of error.issues) {
        const at = issue.path.map(String).join(".");
        const problem = codebookProblem(
          "words.yaml",
          "wrong-form",
          at,
          issue.path,
          "another form",
          issue.message,
        );
        problems.push({ ...problem, line: lineOf(text, issue.path) });
      }
    } else {
      const met = error instanceof Error ? error.message : String(error);
      problems.push(single("words.yaml", "unknown-list", met, "lists that name only lists that are there"));
    }
    return shippedLists();
  }
}

/** The value of a file's YAML; undefined where it is none, which is added to `problems`. */
function dataOf(name: string, text: string, problems: PlacedProblem[]): unknown {
  try {
    return parse(text) ?? {};
  } catch (error) {
    const { message, linePos } = error as { message: string; linePos?: { line: number }[] };
    const met = message.split("\n")[0]!.replace(/:$/, "");
    problems.push({ ...single(name, "not-yaml", met, "a YAML file"), line: linePos?.[0]?.line });
    return undefined;
  }
}

function single(file: string, code: CodebookProblemCode, met: string, expected: string): PlacedProblem {
  return { ...codebookProblem(file, code, undefined, [], met, expected), line: undefined };
}
