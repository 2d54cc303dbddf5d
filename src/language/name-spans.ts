/** A stretch of words with a name type's number, words counted from the start of the sentence. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/**
 * The best well-formed BIO sequence (Viterbi): an I only follows a B or I of its own type.
 *
 * `scores`: logarithms of probabilities, `words` rows of `tags.length` from `offset`. Tags are "O", "B-X", "I-X".
 */
export function decodeNames(
  scores: Float32Array,
  offset: number,
  words: number,
  tags: readonly string[],
): NameSpan[] {
  const count = tags.length;
  const table = insides(tags);
  const total = new Float64Array(count);
  const next = new Float64Array(count);
  const back = new Int16Array(words * count);
  for (let w = 0; w < words; w++) {
    const row = offset + w * count;
    // O and every B may follow anything: they all come from the best tag so far.
    let best = 0;
    for (let t = 1; t < count; t++) if (total[t]! > total[best]!) best = t;
    for (let t = 0; t < count; t++) {
      const inside = table[t]!;
      let from = best;
      if (inside >= 0) {
        if (w === 0) {
          next[t] = Number.NEGATIVE_INFINITY;
          continue;
        }
        from = total[inside]! > total[t]! ? inside : t;
      }
      next[t] = (w === 0 ? 0 : total[from]!) + scores[row + t]!;
      back[w * count + t] = from;
    }
    total.set(next);
  }
  let tag = 0;
  for (let t = 1; t < count; t++) if (total[t]! > total[tag]!) tag = t;
  const spans: NameSpan[] = [];
  let last = words;
  for (let w = words - 1; w >= 0; w--) {
    const name = tags[tag]!;
    if (name === "O") last = w;
    else if (name.startsWith("B-")) {
      spans.push({ first: w, last, type: name.slice(2) });
      last = w;
    }
    tag = back[w * count + tag]!;
  }
  return spans.reverse();
}

const insideTables = new WeakMap<readonly string[], Int16Array>();

/** For each I-X the number of B-X, for every other tag -1. */
function insides(tags: readonly string[]): Int16Array {
  let table = insideTables.get(tags);
  if (!table) {
    table = Int16Array.from(tags, (tag) => (tag.startsWith("I-") ? tags.indexOf(`B-${tag.slice(2)}`) : -1));
    insideTables.set(tags, table);
  }
  return table;
}
