import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, prepositionOf } from "../language/tree.js";
import type { Hit, Hits } from "./hits.js";

/** What the words before a role noun say of it. */
export interface Modifiers {
  /** Codes of states, several only where they are coordinated ("U.S. and South Korean officials"). */
  readonly states: readonly string[];
  /** True where a state's bare name stands before the noun ("North Korea expert"), not its adjective or possessive. */
  readonly bareName: boolean;
  /** The words that gave the states, for `by`. */
  readonly stateWords: string;
  /** Named bodies and ministries, the nearest to the role last. */
  readonly bodies: readonly Hit[];
  readonly persons: readonly Hit[];
  /** Hits behind a preposition inside the title ("to the United Nations"). */
  readonly complements: readonly { readonly preposition: string; readonly hit: Hit }[];
  /** Time of the office: "former", "coming" ("president-elect"), or now. */
  readonly tenure: Tenure;
}

/** When a person holds an office: at the report's time, for a while, at the time spoken of, no more, or not yet. */
export type Tenure = "now" | "acting" | "then" | "former" | "coming";

/** What a stretch of words says of the role noun that follows it. */
export function modifiersBetween(analysis: Analysis, hits: Hits, from: number, to: number): Modifiers {
  const { words } = analysis;
  const states: string[] = [];
  const stateWords: string[] = [];
  const bodies: Hit[] = [];
  const persons: Hit[] = [];
  const complements: { preposition: string; hit: Hit }[] = [];
  let tenure: Tenure = "now";
  let lastState = -1;
  let bareName = false;
  for (let i = from; i < to; i++) {
    const hit = hits.at(i);
    if (!hit) {
      tenure = tenureOf(words[i]!) ?? tenure;
      continue;
    }
    i = Math.min(hit.last, to) - 1;
    if (hit.last > to || isCircumstance(analysis, hit)) continue;
    const preposition = prepositionOf(analysis, words[hit.top]!);
    if (preposition !== undefined) {
      complements.push({ preposition, hit });
      continue;
    }
    if (hit.person) {
      // "Reuters Kim Jong Un's staff": a picture's credit.
      if (bodies.at(-1)?.names[0]?.kind === "media") bodies.pop();
      persons.push(hit);
    }
    const code = stateCode(hit);
    if (code !== undefined) {
      const joined = lastState >= 0 && coordinates(analysis, lastState, hit.first);
      if (states.length === 0 || joined) {
        // "Reuters North Korean leader": an outlet before the state is a credit, not whom the leader serves; before a
        // capital it is whom they serve there ("CNN Tokyo producer").
        if (bodies.at(-1)?.names[0]?.kind === "media" && hit.names[0]!.kind !== "capital") bodies.pop();
        if (states.length === 0) {
          const kind = hit.names[0]!.kind;
          bareName =
            kind !== "adjective" &&
            kind !== "citizen" &&
            kind !== "citizens" &&
            words[hit.top]!.deprel !== "nmod:poss";
        }
        states.push(...(hit.names[0]!.with ?? []), code);
        stateWords.push(formsOf(analysis, hit));
        lastState = hit.last;
      }
    } else if (isBody(hit)) {
      bodies.push(hit);
    }
  }
  return { states, bareName, stateWords: stateWords.join(" and "), bodies, persons, complements, tenure };
}

/** What a word beside a role tells of when the office is held ("former", "acting"). */
export function tenureOf(word: Word): Tenure | undefined {
  const lists = referenceWords();
  // "Acting" has the lemma of the verb, and some tokenizers leave "ex-foreign" one word.
  const form = word.form.toLowerCase().split("-")[0]!;
  const has = (list: ReadonlySet<string>) => list.has(form) || list.has(word.lemma.toLowerCase());
  if (has(lists.former)) return "former";
  if (has(lists.coming)) return "coming";
  if (has(lists.atTheTime)) return "then";
  return has(lists.acting) ? "acting" : undefined;
}

/** The state that a name, adjective or capital stands for; undefined for any other hit. */
export function stateCode(hit: Hit): string | undefined {
  const name = hit.names[0];
  if (!name) return undefined;
  switch (name.kind) {
    case "state":
    case "adjective":
    case "citizen":
    case "citizens":
    case "capital":
      return name.code;
    default:
      return undefined;
  }
}

/** True for named bodies and for ministries and other institutions by pattern. */
export function isBody(hit: Hit): boolean {
  const name = hit.names[0];
  if (name) return stateCode(hit) === undefined && name.kind !== "person" && name.kind !== "not an actor";
  return hit.role?.kind === "institution" || (hit.role?.kind === "body" && hit.role.agency !== undefined);
}

/** The words of a hit as written. */
export function formsOf(analysis: Analysis, hit: { readonly first: number; readonly last: number }): string {
  return analysis.text.slice(analysis.words[hit.first]!.start, analysis.words[hit.last - 1]!.end);
}

/** "Iran-backed", "Russian-made": the state is a circumstance of the noun, not its owner. */
function isCircumstance(analysis: Analysis, hit: Hit): boolean {
  const { words } = analysis;
  const { circumstance } = referenceWords();
  const after = words[hit.last];
  const participle = after?.form === "-" || after?.form === "–" ? words[hit.last + 1] : undefined;
  if (
    participle &&
    (participle.xpos === "VBN" || circumstance.has(participle.lemma) || circumstance.has(participle.form))
  ) {
    return true;
  }
  const over = governor(analysis, words[hit.top]!);
  return over !== undefined && over.index >= hit.last && over.upos === "VERB" && over.deprel === "amod";
}

function coordinates(analysis: Analysis, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let i = from; i < to; i++) {
    const form = analysis.words[i]!.form.toLowerCase();
    if (form !== "-" && form !== "–" && form !== "/" && form !== "and" && form !== "," && form !== "or")
      return false;
  }
  return to > from;
}
