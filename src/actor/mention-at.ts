import type { Actor, Mention } from "./actor.js";

const tables = new WeakMap<readonly Mention[], ReadonlyMap<number, Mention>>();

/** The best mention whose head is this word (an index in `Analysis.words`): the longest one. Constant time a call. */
export function mentionAt(mentions: readonly Mention[], word: number): Mention | undefined {
  let table = tables.get(mentions);
  if (!table) {
    const best = new Map<number, Mention>();
    for (const mention of mentions) {
      const other = best.get(mention.head);
      if (!other || mention.last - mention.first > other.last - other.first) best.set(mention.head, mention);
    }
    table = best;
    tables.set(mentions, table);
  }
  return table.get(word);
}

/** The actors of the phrase whose head is this word; empty where nobody is mentioned or nobody is known. */
export function actorsOfPhrase(mentions: readonly Mention[], word: number): readonly Actor[] {
  return mentionAt(mentions, word)?.actors ?? [];
}

/** The one actor of the phrase whose head is this word; undefined where there is none, or more than one. */
export function actorOfPhrase(mentions: readonly Mention[], word: number): Actor | undefined {
  const actors = actorsOfPhrase(mentions, word);
  return actors.length === 1 ? actors[0] : undefined;
}
