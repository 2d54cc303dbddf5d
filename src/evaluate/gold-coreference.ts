import type { ConlluSentence } from "./conllu.js";

/** One mention of a treebank with coreference; words are counted over the document, from 0. */
export interface GoldMention {
  /** Number of the entity: mentions of one document with the same number speak of the same one. */
  readonly entity: string;
  /** "person", "organization", "place", ... */
  readonly type: string;
  readonly first: number;
  /** One past the last word. */
  readonly last: number;
  /** The word whose governor stands outside the mention. */
  readonly head: number;
}

export interface GoldCoreference {
  readonly mentions: readonly GoldMention[];
  /** For an entity that was spoken of in parts ("they" after "Ann ... Bob"): the entities of the parts. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

const BRACKET = /\((\d+)(?:\[[^\]]*\])?-([a-z]+)[^()]*|(\d+)(?:\[[^\]]*\])?\)|\)/g;

/**
 * The entities of one document in CoNLL-U with coreference in the MISC column, as GUM and CorefUD write it: `Entity=`
 * with brackets that open as `(number-type-...` and close as `number)` or, on the word that opened them, `)`, and
 * `SplitAnte=part<whole,part<whole`. Throws an Error where a bracket closes that did not open.
 */
export function goldCoreference(sentences: readonly ConlluSentence[]): GoldCoreference {
  const mentions: GoldMention[] = [];
  const parts = new Map<string, string[]>();
  const open: { entity: string; type: string; first: number }[] = [];
  const governors: number[] = [];
  for (const sentence of sentences) {
    const start = governors.length;
    for (const word of sentence.words) governors.push(word.head === 0 ? -1 : start + word.head - 1);
    sentence.words.forEach(({ misc, form }, i) => {
      const at = start + i;
      for (const [bracket, entity, type, closed] of field(misc, "Entity").matchAll(BRACKET)) {
        if (entity !== undefined) {
          open.push({ entity, type: type!, first: at });
          continue;
        }
        const index = closed === undefined ? open.length - 1 : open.findLastIndex((o) => o.entity === closed);
        if (index < 0) throw new Error(`Entity=: "${bracket}" at "${form}" closes what did not open`);
        const [ended] = open.splice(index, 1);
        mentions.push({ ...ended!, last: at + 1, head: headOf(governors, ended!.first, at + 1) });
      }
      for (const pair of field(misc, "SplitAnte").split(",")) {
        const [part, whole] = pair.split("<");
        if (part && whole) parts.set(whole, [...(parts.get(whole) ?? []), part]);
      }
    });
  }
  return { mentions, parts };
}

function field(misc: string, name: string): string {
  return (
    misc
      .split("|")
      .find((f) => f.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ""
  );
}

function headOf(governors: readonly number[], first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const governor = governors[i]!;
    if (governor < first || governor >= last) return i;
  }
  return first;
}
