import type { ZodError } from "zod";
import {
  type CodebookFile,
  type CodebookPatterns,
  codebookSchema,
  type PatternSource,
  patternsSchema,
} from "./codebook-schema.js";
import { listNamed, wordList, wordListNames } from "./words.js";

/** Something wrong with a codebook file: data first, then the sentence that people read. */
export interface CodebookProblem {
  readonly file: string;
  /** The pattern or case, where the problem lies in one. */
  readonly at: string | undefined;
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
  "answerer",
  "predicate",
  "speaker",
] as const;

function problem(file: string, at: string | undefined, met: string, expected: string): CodebookProblem {
  const sentence = `codebook/${file}${at ? `, ${at}` : ""}: met ${met}; expected ${expected}.`;
  return { file, at, met, expected, sentence };
}

function isSlot(name: string): boolean {
  return (NAMED_SLOTS as readonly string[]).includes(name) || wordList("prepositions").has(name);
}

function lintPattern(file: string, pattern: PatternSource): CodebookProblem[] {
  const at = `pattern "${pattern.name}"`;
  const out: CodebookProblem[] = [];
  if (!pattern.verb && !pattern.noun && !pattern.adjective) {
    out.push(problem(file, at, "no trigger", "at least one of verb, noun, adjective"));
  }
  if ((pattern.light || !pattern.bare) && !pattern.noun) {
    out.push(problem(file, at, "light verbs without an event noun", "noun beside light"));
  }
  if (!pattern.bare && !pattern.light)
    out.push(problem(file, at, "bare: false without light verbs", "light"));
  const slots = [...pattern.source, ...(pattern.target ?? []), ...(pattern.what ?? [])];
  for (const key of Object.keys({ ...pattern.with, ...pattern.without })) {
    slots.push(...key.split("|").map((s) => s.trim()));
  }
  for (const slot of slots) {
    if (!isSlot(slot)) {
      out.push(
        problem(file, at, `the slot "${slot}"`, `${NAMED_SLOTS.join(", ")} or a preposition of words.yaml`),
      );
    }
  }
  const words = [
    pattern.verb,
    pattern.noun,
    pattern.adjective,
    pattern.light,
    ...Object.values({ ...pattern.with }),
    ...Object.values({ ...pattern.without }),
  ];
  for (const word of words.flat()) {
    const list = word && listNamed(word);
    if (list && !wordListNames().has(list)) {
      out.push(problem(file, at, `the list "${word}"`, "the name of a list in codebook/words.yaml"));
    }
  }
  return out;
}

function lintCases(file: string, codebook: CodebookFile): CodebookProblem[] {
  const out: CodebookProblem[] = [];
  const seen = new Set<string>();
  const once = (text: string) => {
    if (seen.has(text))
      out.push(problem(file, `case "${text}"`, "the same sentence twice", "each sentence once"));
    seen.add(text);
  };
  for (const { text, source, target } of codebook.cases.are) {
    once(text);
    for (const [role, words] of Object.entries({ source, target })) {
      if (words && !text.includes(words)) {
        out.push(problem(file, `case "${text}"`, `${role} "${words}"`, "words that stand in the sentence"));
      }
    }
  }
  for (const text of codebook.cases["are-not"]) once(text);
  return out;
}

function fromZod(file: string, error: ZodError, data: unknown): CodebookProblem[] {
  return error.issues.map((issue) => {
    const at = issue.path.length > 0 ? where(issue.path, data) : undefined;
    return problem(file, at, valueAt(issue.path, data), issue.message);
  });
}

function valueAt(path: readonly PropertyKey[], data: unknown): string {
  let value: unknown = data;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
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
export function lintPatterns(file: string, data: unknown): readonly CodebookProblem[] {
  const parsed = patternsSchema.safeParse(data);
  return parsed.success ? lintParsed(file, parsed.data) : fromZod(file, parsed.error, data);
}

/** What is wrong with a codebook file, given as the value of its YAML; an empty list where nothing is. */
export function lintCodebookFile(file: string, data: unknown): readonly CodebookProblem[] {
  const parsed = codebookSchema.safeParse(data);
  if (!parsed.success) return fromZod(file, parsed.error, data);
  return [...lintParsed(file, parsed.data), ...lintCases(file, parsed.data)];
}

function lintParsed(file: string, codebook: CodebookPatterns): CodebookProblem[] {
  const out: CodebookProblem[] = [];
  if (file !== `${codebook.type}.yaml`) {
    out.push(problem(file, undefined, `the type ${codebook.type}`, "the type that the file is named for"));
  }
  const names = new Set<string>();
  for (const pattern of codebook.patterns) {
    if (names.has(pattern.name))
      out.push(problem(file, `pattern "${pattern.name}"`, "the name twice", "each name once"));
    names.add(pattern.name);
    out.push(...lintPattern(file, pattern));
  }
  return out;
}
