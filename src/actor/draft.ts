import type { Analysis, Word } from "../language/analysis.js";
import type { Actor, Mention, MentionForm } from "./actor.js";
import type { ReportedPerson } from "./people.js";

/** What sort of thing a phrase speaks of, for agreement with pronouns. */
export type Sort = "person" | "body" | "people" | "thing" | "any";

/** A mention while the report is being read. */
export interface Draft {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly form: MentionForm;
  readonly actors: readonly Actor[];
  readonly by: string;
  readonly reason?: string | undefined;
  readonly antecedent?: Draft | undefined;
  /** Head word of the antecedent, where that is read only later. */
  readonly antecedentHead?: number;
  readonly sort: Sort;
  readonly plural: boolean;
  /** The person whom it names, directly or by reference. */
  readonly person?: ReportedPerson | undefined;
  /** The role noun by which it refers, lower case. */
  readonly role?: string | undefined;
  /** How surely, where that was learned: 0 to 1. */
  readonly confidence?: number | undefined;
}

/** Whom a draft is about, as one string: drafts with the same key speak of the same one. Undefined where unknown. */
export function keyOf(draft: Draft): string | undefined {
  if (draft.person) return `person ${draft.person.name}`;
  if (draft.actors.length === 0) return undefined;
  // "his wife", "a man": two private persons of one state are not one.
  if (draft.sort === "person" && draft.actors.some((a) => a.sector === "CVL")) return undefined;
  return draft.actors.map((a) => `${a.code} ${bodyOf(a)}`).join("+");
}

function bodyOf(actor: Actor): string {
  // A state's government is the state where pronouns are concerned; its army or media are not.
  if (actor.sector === undefined || actor.sector === "GOV") return actor.agency ?? "";
  return `${actor.sector} ${actor.agency ?? ""}`;
}

/** True for words that stand for more than one. */
export function isPlural(word: Word): boolean {
  return word.xpos === "NNS" || word.xpos === "NNPS" || PLURAL.has(word.form.toLowerCase());
}

const PLURAL: ReadonlySet<string> = new Set([
  "people",
  "police",
  "they",
  "them",
  "their",
  "themselves",
  "those",
  "these",
  "both",
  "many",
  "some",
  "others",
]);

/** The words of a draft as the text has them. */
export function textOf({ text, words }: Analysis, { first, last }: Pick<Draft, "first" | "last">): string {
  return text.slice(words[first]!.start, words[last - 1]!.end);
}

/** Drafts as mentions, in text order, inner ones after the phrases that hold them. */
export function asMentions(analysis: Analysis, drafts: readonly Draft[]): Mention[] {
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.last - a.last || a.head - b.head);
  const place = new Map(sorted.map((draft, i) => [draft, i]));
  const atHead = new Map(sorted.map((draft, i) => [draft.head, i]));
  return sorted.map((draft) => {
    const antecedent =
      draft.antecedentHead === undefined
        ? placeOf(draft.antecedent, place)
        : atHead.get(draft.antecedentHead);
    return Object.freeze({
      kind: "mention" as const,
      start: analysis.words[draft.first]!.start,
      end: analysis.words[draft.last - 1]!.end,
      head: draft.head,
      first: draft.first,
      last: draft.last,
      form: draft.form,
      actors: draft.actors,
      by: draft.by,
      ...(draft.reason !== undefined && draft.actors.length === 0 && { reason: draft.reason }),
      ...(antecedent !== undefined && { antecedent }),
      ...(draft.confidence !== undefined && { confidence: draft.confidence }),
      ...(draft.person && draft.actors.length === 0 && { person: draft.person.name }),
    });
  });
}

/** A coordination is no mention; its first part stands for it. */
function placeOf(draft: Draft | undefined, place: ReadonlyMap<Draft, number>): number | undefined {
  return draft && (place.get(draft) ?? (draft.antecedent && place.get(draft.antecedent)));
}
