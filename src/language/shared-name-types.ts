/** How much a word's other occurrences weigh against its own; chosen on the development parts of CoNLL-2003 and UNER. */
const OTHERS = 0.4;
/** The least probability that counts, and the most that the others may change a logarithm by. */
const LEAST = 1e-6;
const MOST = 3;

/**
 * Lets the proper nouns that recur in a report tell each other what kind of name they belong to: each occurrence's
 * probability of a type is mixed with the mean of the others', as Krishnan and Manning (2006, "An Effective Two-Stage
 * Model for Exploiting Non-Local Dependencies in Named Entity Recognition") found worth while.
 *
 * `scores`: logarithms of probabilities, a row of `tags.length` for each of `forms`; changed in place. `isProper`: which
 * words are proper nouns. Tags are "O", "B-X", "I-X"; where in a name a word stands is its own affair.
 */
export function shareNameTypes(
  scores: Float32Array,
  forms: readonly string[],
  isProper: (word: number) => boolean,
  tags: readonly string[],
): void {
  const { typeOf, count } = typesOf(tags);
  for (const words of recurring(forms, isProper)) {
    const own = words.map((w) => probabilities(scores, w * tags.length, typeOf, count));
    const sum = new Float64Array(count);
    for (const row of own) for (let t = 0; t < count; t++) sum[t]! += row[t]!;
    words.forEach((w, n) => {
      const row = own[n]!;
      const change = row.map((p, t) => {
        const mixed = (1 - OTHERS) * p + (OTHERS * (sum[t]! - p)) / (words.length - 1);
        return Math.max(-MOST, Math.min(MOST, Math.log(Math.max(LEAST, mixed) / Math.max(LEAST, p))));
      });
      for (let t = 0; t < tags.length; t++) scores[w * tags.length + t]! += change[typeOf[t]!]!;
    });
  }
}

/** The places of each proper noun that occurs more than once. */
function recurring(forms: readonly string[], isProper: (word: number) => boolean): number[][] {
  const places = new Map<string, number[]>();
  forms.forEach((form, w) => {
    if (!isProper(w)) return;
    const known = places.get(form);
    if (known) known.push(w);
    else places.set(form, [w]);
  });
  return [...places.values()].filter((words) => words.length > 1);
}

function probabilities(scores: Float32Array, row: number, typeOf: Int16Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let t = 0; t < typeOf.length; t++) out[typeOf[t]!]! += Math.exp(scores[row + t]!);
  return out;
}

interface Types {
  /** For each tag the number of its type; B-X and I-X have the same. */
  readonly typeOf: Int16Array;
  readonly count: number;
}

const known = new WeakMap<readonly string[], Types>();

function typesOf(tags: readonly string[]): Types {
  let types = known.get(tags);
  if (!types) {
    const names = [...new Set(tags.map((tag) => tag.replace(/^[BI]-/, "")))];
    const typeOf = Int16Array.from(tags, (tag) => names.indexOf(tag.replace(/^[BI]-/, "")));
    types = { typeOf, count: names.length };
    known.set(tags, types);
  }
  return types;
}
