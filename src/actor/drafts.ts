import type { Analysis } from "../language/analysis.js";
import type { Candidate } from "./candidates.js";
import type { Draft } from "./draft.js";

/** The mentions of a report read so far. */
export class Drafts {
  readonly list: Draft[] = [];
  /** By the head word; of several the last one read. */
  readonly byHead = new Map<number, Draft>();
  readonly #analysis: Analysis;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  add(draft: Draft): void {
    this.list.push(draft);
    this.byHead.set(draft.head, draft);
  }

  /** The mention of a candidate; a noun phrase that was none becomes one of somebody unknown, so that chains can be followed. */
  of({ draft: own, head, first, last, sort, plural }: Candidate): Draft {
    const known = own ?? this.byHead.get(head);
    if (known) return known;
    const draft: Draft = {
      head,
      first,
      last,
      form: plural ? "group" : "nominal",
      actors: [],
      by: "noun phrase that a pronoun stands for",
      reason: `no state or body is named for "${this.#analysis.words[head]!.form}"`,
      sort,
      plural,
    };
    this.add(draft);
    return draft;
  }
}
