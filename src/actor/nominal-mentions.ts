import type { Word } from "../language/analysis.js";
import type { AntecedentRanker } from "./antecedent-ranker.js";
import { resolveBody } from "./body-reference.js";
import type { CandidateFacts } from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";
import { type Draft, textOf } from "./draft.js";
import type { Drafts } from "./drafts.js";
import { resolveNominal } from "./nominals.js";
import { anaphorOf } from "./noun-match.js";
import type { Reader } from "./reader.js";

/** Reads definite noun phrases that take up an earlier one as mentions of whoever that is. */
export class NominalMentions {
  readonly #reader: Reader;
  readonly #facts: CandidateFacts;
  readonly #candidates: Candidates;
  readonly #drafts: Drafts;
  readonly #ranker: AntecedentRanker;
  /** Whom phrases take up, by the head word. */
  readonly #taken = new Map<number, Candidate>();

  constructor(
    reader: Reader,
    facts: CandidateFacts,
    candidates: Candidates,
    drafts: Drafts,
    ranker: AntecedentRanker,
  ) {
    this.#reader = reader;
    this.#facts = facts;
    this.#candidates = candidates;
    this.#drafts = drafts;
    this.#ranker = ranker;
  }

  /** The candidate that a phrase read here takes up. */
  takenBy(head: number): Candidate | undefined {
    return this.#taken.get(head);
  }

  /** "the panel", "that company": a definite phrase that takes up an earlier one; `draft` is what its own words say. */
  read(word: Word, draft: Draft | undefined): Draft | undefined {
    const found = resolveNominal(
      this.#facts,
      this.#candidates,
      this.#ranker,
      word,
      draft?.role !== undefined,
    );
    if (!found) return draft ? undefined : this.#sameBody(word);
    const { candidate, confidence } = found;
    if (!draft && !candidate.draft) return undefined;
    const antecedent = this.#drafts.of(candidate);
    this.#taken.set(word.index, candidate);
    const { actors, person, sort, plural, reason } = antecedent;
    const { first, last } = draft ?? this.#reader.phrase(word.index);
    return {
      head: word.index,
      first,
      last,
      form: draft?.form ?? (plural ? "group" : "nominal"),
      role: draft?.role ?? antecedent.role,
      actors,
      person,
      sort,
      plural,
      by: `takes up "${textOf(this.#facts.analysis, antecedent)}"`,
      reason,
      antecedent,
      confidence,
    };
  }

  /** "the panel", "the consortium": a noun that is no role may still mean the last body of its kind. */
  #sameBody(word: Word): Draft | undefined {
    const noun = anaphorOf(this.#facts.analysis, word, false);
    if (!noun || noun.plural || noun.kinds.length === 0 || noun.after !== "nothing") return undefined;
    const found = resolveBody(this.#facts.analysis, this.#candidates, word, { role: noun.lemma });
    if (!found) return undefined;
    const { first, last } = this.#reader.phrase(word.index);
    return { head: word.index, first, last, form: "nominal", sort: "body", plural: false, ...found };
  }
}
