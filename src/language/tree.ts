import type { Analysis, Word } from "./analysis.js";

const childrenOf = new WeakMap<Analysis, readonly (readonly Word[])[]>();

/** The words that depend on `word`, in text order. Computed once for each analysis. */
export function children(analysis: Analysis, word: Word): readonly Word[] {
  let table = childrenOf.get(analysis);
  if (!table) {
    const lists: Word[][] = analysis.words.map(() => []);
    for (const w of analysis.words) if (w.head >= 0) lists[w.head]!.push(w);
    table = lists;
    childrenOf.set(analysis, table);
  }
  return table[word.index] ?? [];
}

/** The governor of `word`, or undefined for the root of a sentence. */
export function governor(analysis: Analysis, word: Word): Word | undefined {
  return word.head < 0 ? undefined : analysis.words[word.head];
}

/** The relation without its subtype: "nsubj" of "nsubj:pass". */
export function relation(word: Word): string {
  const colon = word.deprel.indexOf(":");
  return colon < 0 ? word.deprel : word.deprel.slice(0, colon);
}

/** All words at or below `word`, in text order. */
export function subtree(analysis: Analysis, word: Word): readonly Word[] {
  const out: Word[] = [];
  const stack: Word[] = [word];
  while (stack.length > 0) {
    const w = stack.pop()!;
    out.push(w);
    for (const child of children(analysis, w)) stack.push(child);
  }
  return out.sort((a, b) => a.index - b.index);
}

/** The words from `word` up to its sentence's root, `word` first. */
export function ancestors(analysis: Analysis, word: Word): readonly Word[] {
  const out: Word[] = [word];
  for (let w = governor(analysis, word); w; w = governor(analysis, w)) out.push(w);
  return out;
}

/** The preposition that a word's phrase begins with ("in" of "in Beijing"), lower case; undefined without one. */
export function prepositionOf(analysis: Analysis, word: Word): string | undefined {
  for (const child of children(analysis, word)) {
    if (child.deprel === "case" && child.xpos !== "POS" && child.index < word.index)
      return child.form.toLowerCase();
  }
  return undefined;
}
