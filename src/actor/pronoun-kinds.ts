import type { Word } from "../language/analysis.js";

/** The pronouns that may stand for an actor, by what they agree with. */
export type PronounKind = "first" | "he" | "she" | "it" | "they" | "relative";

const KINDS: ReadonlyMap<string, PronounKind> = new Map<string, PronounKind>(
  Object.entries({
    first: "i me my mine myself we us our ours ourselves",
    he: "he him his himself",
    she: "she her hers herself",
    it: "it its itself",
    they: "they them their theirs themselves",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as PronounKind] as const)),
);

const RELATIVE: ReadonlySet<string> = new Set(["who", "which", "that", "whom", "whose"]);

/** The kind of a pronoun that may stand for an actor; undefined for any other word. */
export function pronounKind(word: Word): PronounKind | undefined {
  if (word.upos !== "PRON" || word.deprel === "expl") return undefined;
  const form = word.form.toLowerCase();
  if (RELATIVE.has(form) && word.xpos.startsWith("W")) return "relative";
  return KINDS.get(form);
}

/** True for "himself", "themselves". */
export function isReflexive(word: Word): boolean {
  return /sel(f|ves)$/i.test(word.form);
}
