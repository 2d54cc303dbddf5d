import { peopleNoun } from "../knowledge/people-nouns.js";
import type { Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Candidates } from "./candidates.js";
import { determinationOf } from "./determination.js";
import { type Draft, isPlural } from "./draft.js";
import { modifiersBetween } from "./modifiers.js";
import { resolveLatter, resolvePair } from "./pair-reference.js";
import { countedNoun } from "./partitives.js";
import type { Reader } from "./reader.js";

/** Reads phrases whose head is no name and no role: "the North", "the latter", "one of the firm's founders". */
export class UnnamedPhrases {
  readonly #reader: Reader;
  readonly #candidates: Candidates;
  readonly #readPhrase: (head: number) => Draft | undefined;

  /** @param readPhrase reads a phrase that stands behind the place that has been reached, without keeping it */
  constructor(reader: Reader, candidates: Candidates, readPhrase: (head: number) => Draft | undefined) {
    this.#reader = reader;
    this.#candidates = candidates;
    this.#readPhrase = readPhrase;
  }

  /** Phrases without any name or role that may still refer: "the North", "the latter", "both". */
  read(word: Word): Draft | undefined {
    const form = word.form;
    const some = this.#some(word);
    if (some) return some;
    const span = this.#reader.phrase(word.index);
    const base = {
      head: word.index,
      first: span.first,
      last: span.last,
      sort: "body",
      plural: false,
    } as const;
    const determination = determinationOf(this.#reader.analysis, word);
    const the =
      determination.definite || this.#reader.analysis.words[word.index - 1]?.form.toLowerCase() === "the";
    if ((form === "North" || form === "South") && the) {
      const code = form === "North" ? "PRK" : "KOR";
      const named = this.#reader.hits.statesNamed;
      if (!named.has("PRK") && !named.has("KOR")) return undefined;
      return {
        ...base,
        form: "nominal",
        actors: [{ code }],
        by: `"the ${form}" in a report that names Korea's states`,
      };
    }
    const people = this.#people(word, span.first);
    if (people) return { ...base, ...people };
    const lower = form.toLowerCase();
    if ((lower === "latter" || lower === "former") && determination.definite) {
      return { ...base, form: "nominal", ...resolveLatter(this.#reader.analysis, this.#candidates, word) };
    }
    if ((lower === "pair" || lower === "two") && determination.definite) {
      const persons = resolvePair(this.#reader.analysis, this.#candidates, word, "persons");
      const resolution =
        persons.actors.length > 0
          ? persons
          : resolvePair(this.#reader.analysis, this.#candidates, word, "states");
      return { ...base, form: "group", plural: true, ...resolution };
    }
    return undefined;
  }

  /** "a Dutch couple", "Israeli ranchers": people of no role whose state stands before the noun. */
  #people(word: Word, first: number): Pick<Draft, "form" | "sort" | "plural" | "actors" | "by"> | undefined {
    const noun = word.upos === "NOUN" ? peopleNoun(word.lemma) : undefined;
    if (!noun || (noun === "group" && !PAIRS.has(word.lemma.toLowerCase()))) return undefined;
    const { analysis, hits } = this.#reader;
    // "Indonesia's donors" are another's people.
    if (children(analysis, word).some((c) => c.deprel === "nmod:poss")) return undefined;
    const { states, stateWords, bodies, bareName } = modifiersBetween(analysis, hits, first, word.index);
    if (states.length !== 1 || bodies.length > 0 || bareName) return undefined;
    const plural = noun === "group" || isPlural(word);
    return {
      form: plural ? "group" : "nominal",
      sort: plural ? "people" : "person",
      plural,
      actors: [{ code: states[0]!, sector: "CVL" }],
      by: `"${word.lemma}", state from "${stateWords}"`,
    };
  }

  /** "one of the firm's founders", "some of their relatives": some of those whom the noun names. */
  #some(word: Word): Draft | undefined {
    const noun = countedNoun(this.#reader.analysis, word);
    const of = noun && this.#readPhrase(noun.index);
    if (!noun || !of?.plural || of.person || of.actors.length !== 1) return undefined;
    const { first, last } = this.#reader.phrase(word.index);
    const single = word.form.toLowerCase() === "one";
    const { actors, by, reason, role } = of;
    const rest = { form: "group", sort: single ? "person" : "people", plural: !single } as const;
    return {
      head: word.index,
      first,
      last,
      actors,
      by: `some of "${noun.form}": ${by}`,
      reason,
      role,
      ...rest,
    };
  }
}

/** Nouns for a few people; what else is a group of people may be a body. */
const PAIRS: ReadonlySet<string> = new Set(["couple", "household", "crew"]);
