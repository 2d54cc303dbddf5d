import type { ZodError } from "zod";
import {
  type CodebookFile,
  type CodebookPatterns,
  codebookSchema,
  type PatternSource,
  patternsSchema,
} from "./codebook-schema.js";
import { listNamed, shippedLists, type WordLists } from "./words.js";

/** What can be wrong with a codebook, with what to do about it. */
export const ADVICE = {
  "unreadable-file":
    "Give a folder that holds codebook files such as SANCTION.yaml, and see that it may be read.",
  "unknown-file": "Name the file for one of the sixteen types, or move it out of the folder.",
  "not-yaml": "Mend the YAML at this line: indentation, quotes, a colon in the middle of a sentence.",
  "wrong-form": "Compare with the table of fields in codebook/README.md.",
  "wrong-type": "Write the type that the file is named for, or rename the file.",
  "no-trigger": "Say which verb, noun or adjective tells of the act.",
  "light-without-noun": "Add `noun`, or take `light` and `bare` away.",
  "bare-without-light": "List the verbs that carry the noun under `light`.",
  "unknown-slot": "Use one of the slots in codebook/README.md, or a preposition of words.yaml.",
  "unknown-list": "Add the list to words.yaml, or write the words themselves.",
  "name-twice": "Give each pattern of a file a name of its own.",
  "sentence-twice": "Take one of the two away.",
  "words-not-in-sentence": "Copy source and target from the sentence, letter by letter.",
  "case-missed":
    "Widen a pattern so that it finds the act, or correct the case; `demarche read -` shows what is found.",
  "case-false": "Narrow the pattern named here with `without`, `with` or `kinds`, or correct the case.",
} as const;
export type CodebookProblemCode = keyof typeof ADVICE;

/** Something wrong with a codebook file: data first, then the sentence that people read. */
export interface CodebookProblem {
  readonly file: string;
  readonly code: CodebookProblemCode;
  /** The pattern or case, where the problem lies in one. */
  readonly at: string | undefined;
  /** Where in the file's value: ["patterns", 3, "target"]. */
  readonly path: readonly PropertyKey[];
  readonly met: string;
  readonly expected: string;
  readonly sentence: string;
}

const NAMED_SLOTS = [
  "subject",
  "agent",
  "object",
  "object.possessor",
  "indirect",
  "clause",
  "clause.subject",
  "clause.target",
  "clause.object",
  "modifier",
  "possessor",
  "accompanied",
  "answerer",
  "response",
  "adverbial",
  "predicate",
  "speaker",
] as const;

/** A problem with its sentence made. */
export function codebookProblem(
  file: string,
  code: CodebookProblemCode,
  at: string | undefined,
  path: readonly PropertyKey[],
  met: string,
  expected: string,
): CodebookProblem {
  const sentence = `codebook/${file}${at ? `, ${at}` : ""}: met ${met}; expected ${expected}.`;
  return { file, code, at, path, met, expected, sentence };
}

function isSlot(name: string): boolean {
  return (NAMED_SLOTS as readonly string[]).includes(name) || shippedLists().get("prepositions")!.has(name);
}

function lintPattern(
  file: string,
  pattern: PatternSource,
  index: number,
  lists: WordLists,
): CodebookProblem[] {
  const out: CodebookProblem[] = [];
  const add = (code: CodebookProblemCode, field: readonly PropertyKey[], met: string, expected: string) =>
    out.push(
      codebookProblem(file, code, `pattern "${pattern.name}"`, ["patterns", index, ...field], met, expected),
    );
  if (!pattern.verb && !pattern.noun && !pattern.adjective)
    add("no-trigger", [], "no trigger", "at least one of verb, noun, adjective");
  if ((pattern.light || !pattern.bare) && !pattern.noun)
    add("light-without-noun", [], "light verbs without an event noun", "noun beside light");
  if (!pattern.bare && !pattern.light)
    add("bare-without-light", ["bare"], "bare: false without light verbs", "light");
  const slots: [string, PropertyKey[]][] = [];
  for (const field of ["source", "target", "what"] as const)
    for (const slot of pattern[field] ?? []) slots.push([slot, [field]]);
  for (const field of ["with", "without"] as const)
    for (const key of Object.keys(pattern[field] ?? {}))
      for (const slot of key.split("|")) slots.push([slot.trim(), [field, key]]);
  for (const [slot, field] of slots) {
    if (!isSlot(slot))
      add(
        "unknown-slot",
        field,
        `the slot "${slot}"`,
        `${NAMED_SLOTS.join(", ")} or a preposition of words.yaml`,
      );
  }
  const words: [readonly string[], PropertyKey[]][] = [];
  for (const field of ["verb", "noun", "adjective", "light"] as const)
    words.push([pattern[field] ?? [], [field]]);
  for (const field of ["with", "without"] as const)
    for (const [key, list] of Object.entries(pattern[field] ?? {})) words.push([list, [field, key]]);
  for (const [list, field] of words) {
    for (const word of list) {
      const name = listNamed(word);
      if (name && !lists.has(name))
        add("unknown-list", field, `the list "${word}"`, "the name of a list in codebook/words.yaml");
    }
  }
  return out;
}

function lintCases(file: string, codebook: CodebookFile): CodebookProblem[] {
  const out: CodebookProblem[] = [];
  const seen = new Set<string>();
  const once = (text: string, path: readonly PropertyKey[]) => {
    if (seen.has(text))
      out.push(
        codebookProblem(
          file,
          "sentence-twice",
          `case "${text}"`,
          path,
          "the same sentence twice",
          "each sentence once",
        ),
      );
    seen.add(text);
  };
  for (const [i, { text, source, target }] of codebook.cases.are.entries()) {
    const path = ["cases", "are", i];
    once(text, path);
    for (const [role, words] of Object.entries({ source, target })) {
      if (words && !text.includes(words)) {
        const met = `${role} "${words}"`;
        const expected = "words that stand in the sentence";
        out.push(codebookProblem(file, "words-not-in-sentence", `case "${text}"`, path, met, expected));
      }
    }
  }
  for (const [i, text] of codebook.cases["are-not"].entries()) once(text, ["cases", "are-not", i]);
  return out;
}

function fromZod(file: string, error: ZodError, data: unknown): CodebookProblem[] {
  return error.issues.map((issue) => {
    const at = issue.path.length > 0 ? where(issue.path, data) : undefined;
    return codebookProblem(file, "wrong-form", at, issue.path, valueAt(issue.path, data), issue.message);
  });
}

function valueAt(path: readonly PropertyKey[], data: unknown): string {
  let value: unknown = data;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

/** "pattern "impose-sanctions", with.object" rather than "patterns.3.with.object". */
function where(path: readonly PropertyKey[], data: unknown): string {
  const [head, index, ...rest] = path;
  if (head !== "patterns" || typeof index !== "number") return path.map(String).join(".");
  const name = (data as { patterns?: { name?: string }[] }).patterns?.[index]?.name;
  return [`pattern ${name ? `"${name}"` : `number ${index + 1}`}`, rest.map(String).join(".")]
    .filter(Boolean)
    .join(", ");
}

/** What is wrong with the patterns of a codebook file, given as the value of its YAML without the cases. */
export function lintPatterns(
  file: string,
  data: unknown,
  lists: WordLists = shippedLists(),
): readonly CodebookProblem[] {
  const parsed = patternsSchema.safeParse(data);
  return parsed.success ? lintParsed(file, parsed.data, lists) : fromZod(file, parsed.error, data);
}

/** What is wrong with a codebook file, given as the value of its YAML; an empty list where nothing is. */
export function lintCodebookFile(
  file: string,
  data: unknown,
  lists: WordLists = shippedLists(),
): readonly CodebookProblem[] {
  const parsed = codebookSchema.safeParse(data);
  if (!parsed.success) return fromZod(file, parsed.error, data);
  return [...lintParsed(file, parsed.data, lists), ...lintCases(file, parsed.data)];
}

function lintParsed(file: string, codebook: CodebookPatterns, lists: WordLists): CodebookProblem[] {
  const out: CodebookProblem[] = [];
  if (file !== `${codebook.type}.yaml`) {
    const met = `the type ${codebook.type}`;
    out.push(
      codebookProblem(file, "wrong-type", undefined, ["type"], met, "the type that the file is named for"),
    );
  }
  const names = new Set<string>();
  for (const [i, pattern] of codebook.patterns.entries()) {
    if (names.has(pattern.name)) {
      const at = `pattern "${pattern.name}"`;
      out.push(
        codebookProblem(file, "name-twice", at, ["patterns", i, "name"], "the name twice", "each name once"),
      );
    }
    names.add(pattern.name);
    out.push(...lintPattern(file, pattern, i, lists));
  }
  return out;
}
