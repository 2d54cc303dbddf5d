/**
 * The shape of a word, an extra input of the encoder, whose vocabulary is lower-cased:
 * 1 lower, 2 UPPER, 3 Title (and single capitals), 4 capital then mixed, 5 no letters, 6 lower then mixed.
 * 0 stands for the pieces that are no word. The same function as `shape` in training/demarche_training/pieces.py.
 */
export function shapeOf(word: string): number {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 5;
  if (word === lower) return 1;
  const first = String.fromCodePoint(word.codePointAt(0)!);
  if (word === upper) return countCased(word) > 1 ? 2 : 3;
  if (first === first.toLowerCase()) return 6;
  const rest = word.slice(first.length);
  return rest === rest.toLowerCase() ? 3 : 4;
}

function countCased(word: string): number {
  let count = 0;
  for (const character of word) if (character.toLowerCase() !== character.toUpperCase()) count++;
  return count;
}
