/**
 * Relations of which Universal Dependencies allows a word no two: one subject, one object, one clausal complement.
 * Words that need another look for one outside their row.
 */
const ONLY_ONE: readonly (readonly string[])[] = [
  ["nsubj", "nsubj:pass", "csubj", "csubj:pass"],
  ["obj"],
  ["iobj"],
  ["ccomp"],
  ["xcomp"],
  ["obl:agent"],
];

/**
 * The likeliest relation of each word to its governor. Where two words would be the same governor's only subject, object or
 * complement, the one stays that loses most by another relation, and the others take their likeliest other one.
 * @param scores logarithms of odds, [words, relations]
 * @param heads each word's governor, -1 for a root
 * @param names of the relations
 * @returns numbers of relations, [words]
 */
export function chooseRelations(
  scores: Float32Array,
  heads: Int32Array,
  names: readonly string[],
): Int32Array {
  const groupOf = names.map((name) => ONLY_ONE.findIndex((group) => group.includes(name)));
  const width = names.length;
  const score = (word: number, relation: number) => scores[word * width + relation]!;
  // Bits of the groups that a word gave way in.
  const closed = new Uint8Array(heads.length);
  const likeliest = (word: number, without: number): number => {
    let best = -1;
    for (let r = 0; r < width; r++) {
      const group = groupOf[r]!;
      if (group >= 0 && (without >> group) & 1) continue;
      if (best < 0 || score(word, r) > score(word, best)) best = r;
    }
    return best;
  };
  const loss = (word: number, group: number): number =>
    score(word, out[word]!) - score(word, likeliest(word, closed[word]! | group));
  const out = new Int32Array(heads.length);
  const holders = new Map<number, number>();
  for (let first = 0; first < heads.length; first++) {
    let word = first;
    for (;;) {
      out[word] = likeliest(word, closed[word]!);
      const group = groupOf[out[word]!]!;
      if (group < 0 || heads[word]! < 0) break;
      const place = heads[word]! * ONLY_ONE.length + group;
      const holder = holders.get(place);
      if (holder === undefined) {
        holders.set(place, word);
        break;
      }
      const bit = 1 << group;
      const gives: number = loss(holder, bit) >= loss(word, bit) ? word : holder;
      if (gives === holder) holders.set(place, word);
      closed[gives]! |= bit;
      word = gives;
    }
  }
  return out;
}
