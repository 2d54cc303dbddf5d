import type { Word } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import { clauseOf, type Evidence, gather } from "./gathered-evidence.js";
import type { StatesAround } from "./likely-code.js";
import type { OpenPhrase } from "./phrase-features.js";
import type { Reader } from "./reader.js";
import { sectorEvidence, stateEvidence } from "./state-evidence.js";
import { featuresAt } from "./surrounding-features.js";
import { shippedWeights } from "./surrounding-weights.js";

/** The model has learned from reports that speak of states oftener; of a state's own bodies, and of people where they act, a shorter text tells enough. */
const LEAST = 2;
const PRIVATE: ReadonlySet<string> = new Set(["private", "outsider"]);

/** What is asked about a pronoun: of which state a government would be that stood in its place. */
const GOVERNMENT: Pick<OpenPhrase, "sector" | "role"> = {
  sector: "GOV",
  role: { role: "government", kind: "institution", sector: "GOV", state: false, capital: false },
};

/** A state that the text around a phrase speaks of most, or why none leads. */
export type SurroundingState =
  | { readonly code: string; readonly confidence: number; readonly by: string }
  | { readonly reason: string };

/** The likeliest state at a word, and how likely. */
export interface LeadingState {
  readonly code: string;
  readonly share: number;
  readonly by: string;
}

/**
 * Tells of which state a phrase is that names none ("police said"), from the states that the text around it speaks of. A
 * log-linear model over these states and "none of them" weighs where each is named: in the sentence, as its subject, as
 * its place, in the paragraph, the title, the dateline, the whole report; each differently for people of the place,
 * officials, those whom a state sends, and companies.
 */
export class Surroundings {
  readonly #report: Report;
  readonly #reader: Reader;
  readonly #weights: ReturnType<typeof shippedWeights>;
  /** What the text tells, without and with its companies. */
  readonly #evidence: [Evidence?, Evidence?] = [];

  constructor(report: Report, reader: Reader, weights = shippedWeights()) {
    this.#report = report;
    this.#reader = reader;
    this.#weights = weights;
  }

  /** How likely each state is meant at a word, as for a government; undefined where the report speaks of no state. */
  statesAt(word: Word): StatesAround | undefined {
    const { analysis, hits } = this.#reader;
    const evidence = this.#gathered();
    if (evidence.list.length === 0) return undefined;
    const found = this.#weights.probabilities(featuresAt(analysis, evidence, { word, ...GOVERNMENT }));
    return (code) => (hits.knowledge.states.has(code) ? (found.get(code) ?? 0) : undefined);
  }

  /** The state that a government at a word would likeliest be of; undefined where the report speaks of no state. */
  leadingAt(word: Word): LeadingState | undefined {
    const around = this.statesAt(word);
    const { total, list } = this.#gathered();
    let first: { code: string; share: number } | undefined;
    for (const code of total.keys()) {
      const share = around?.(code) ?? 0;
      if (!first || share > first.share) first = { code, share };
    }
    return first && { ...first, by: this.#told(first.code, total.get(first.code)!, list.length) };
  }

  #told(code: string, times: number, of: number): string {
    return `state of the surroundings: ${this.#reader.hits.knowledge.stateName(code)}, named ${times} times of ${of}`;
  }

  #gathered(ofBusiness = false): Evidence {
    this.#evidence[Number(ofBusiness)] ??= gather(
      this.#report,
      this.#reader,
      stateEvidence(this.#reader, ofBusiness),
      sectorEvidence(this.#reader),
    );
    return this.#evidence[Number(ofBusiness)]!;
  }

  /** True where the clause of a word tells in which state it is: "farmers marched in Budapest". */
  #hasPlace({ sentences }: Evidence, word: Word): boolean {
    const clause = clauseOf(this.#reader.analysis, word);
    return (sentences.get(word.sentence)?.list ?? []).some((one) => one.isPlace && one.clause === clause);
  }

  /** The state of a phrase, where one is likely enough. */
  at(open: OpenPhrase): SurroundingState {
    const { analysis, hits } = this.#reader;
    const evidence = this.#gathered(open.sector === "BUS");
    const { list, total } = evidence;
    if (list.length === 0) return { reason: "the text around it speaks of no state" };
    const isPrivate = open.role ? PRIVATE.has(open.role.kind) : open.places !== undefined;
    const told = list.filter((one) => one.by !== "person").length;
    if (isPrivate && told < LEAST && !this.#hasPlace(evidence, open.word))
      return { reason: "the text around it speaks of states too seldom" };
    const seen = featuresAt(analysis, evidence, open);
    const ranked = [...this.#weights.probabilities(seen)].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
    const [code, confidence] = ranked[0]!;
    const stateName = (c: string) => hits.knowledge.stateName(c);
    if (confidence < this.#weights.thresholdOf(seen.kind)) {
      const rivals = ranked.slice(0, 3).map(([c]) => stateName(c));
      return { reason: `no state clearly leads around it: ${rivals.join(", ")}` };
    }
    return {
      code,
      confidence: Math.round(confidence * 1000) / 1000,
      by: this.#told(code, total.get(code)!, list.length),
    };
  }
}
