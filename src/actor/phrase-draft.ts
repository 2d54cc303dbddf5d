import type { Analysis } from "../language/analysis.js";
import type { Actor, MentionForm } from "./actor.js";
import { type Draft, isPlural, type Sort } from "./draft.js";
import type { Hits } from "./hits.js";

/** A draft of a stretch of words, without the words at its edges that are no part of a phrase. */
export function phraseDraft(
  analysis: Analysis,
  hits: Hits,
  span: Pick<Draft, "first" | "last" | "head">,
  { form, actors, by, sort, reason }: DraftOf,
): Draft {
  const { words } = analysis;
  let { first, last } = span;
  while (first < span.head && OUTSIDE.has(words[first]!.upos) && !hits.at(first)) first++;
  while (last - 1 > span.head && (words[last - 1]!.xpos === "POS" || words[last - 1]!.upos === "PUNCT")) {
    if (words[last - 1]!.form === ")") break;
    last--;
  }
  return {
    first,
    last,
    head: span.head,
    form,
    actors,
    by,
    sort,
    plural: isPlural(words[span.head]!),
    reason,
  };
}

/** What a draft says of its words. */
export interface DraftOf {
  readonly form: MentionForm;
  readonly actors: readonly Actor[];
  readonly by: string;
  readonly sort: Sort;
  readonly reason?: string | undefined;
}

/** Words that stand before a phrase and are no part of it. */
export const OUTSIDE: ReadonlySet<string> = new Set(["ADV", "ADP", "CCONJ", "SCONJ", "PUNCT", "AUX", "VERB"]);
