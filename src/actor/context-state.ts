import { stateOfVoice } from "../knowledge/voices.js";
import type { Analysis, Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Draft } from "./draft.js";
import type { Hits } from "./hits.js";
import { type ContextState, stateFiled } from "./state-filed.js";

/** Finds the state of an institution or office that the report names without it ("the Foreign Ministry"). */
export class ContextStates {
  readonly #report: Report;
  readonly #analysis: Analysis;
  readonly #hits: Hits;
  readonly #byHead: ReadonlyMap<number, Draft>;
  #ofReport: ContextState | undefined | null = null;

  constructor(report: Report, analysis: Analysis, hits: Hits, byHead: ReadonlyMap<number, Draft>) {
    this.#report = report;
    this.#analysis = analysis;
    this.#hits = hits;
    this.#byHead = byHead;
  }

  /**
   * The state of the last subject before the word in its paragraph, else of the first sentence's subject, else the one
   * from whose capital or town the report is filed, else the one that speaks through the outlet; undefined where none tells.
   * @param ofBody true for a ministry or office, of which a state has one: capital and outlet count for these alone
   */
  at(word: Word, ofBody: boolean): ContextState | undefined {
    const { sentences } = this.#analysis;
    const own = sentences[word.sentence]!;
    for (let s = own.index; s >= 0 && sentences[s]!.paragraph === own.paragraph; s--) {
      const code = this.#subject(sentences[s]!, word.index);
      if (code) return { code, by: `state of the subject before it, ${code}` };
    }
    const title = sentences[0];
    const code = title && title.paragraph !== own.paragraph ? this.#subject(title, title.last) : undefined;
    if (code) return { code, by: `state of the first sentence's subject, ${code}` };
    if (!ofBody) return undefined;
    if (this.#ofReport === null) this.#ofReport = stateFiled(this.#report, this.#hits) ?? this.#voice();
    return this.#ofReport;
  }

  /** People whom only other reports tell of are left out, so that these do not change what the report itself says. */
  #subject(sentence: { readonly first: number; readonly last: number }, before: number): string | undefined {
    const { words } = this.#analysis;
    for (let i = sentence.first; i < Math.min(sentence.last, before); i++) {
      if (relation(words[i]!) !== "nsubj") continue;
      const draft = this.#byHead.get(i);
      const actor = draft?.person?.sought ? undefined : draft?.actors[0];
      if (!actor || !this.#hits.knowledge.states.has(actor.code)) continue;
      if (draft?.form === "metonym" || this.#hits.statesNamed.has(actor.code)) return actor.code;
    }
    return undefined;
  }

  #voice(): ContextState | undefined {
    const { outlet } = this.#report;
    const code = outlet.known ? stateOfVoice(outlet.value) : undefined;
    return code && outlet.known ? { code, by: `${outlet.value} speaks for ${code}` } : undefined;
  }
}
