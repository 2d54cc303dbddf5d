import { describe, expect, it } from "vitest";
import { alignWords, type PlacedWord } from "../../src/evaluate/word-alignment.js";

/** "ab" is a word, "ab=a+b" the multiword token "ab" of the words "a" and "b". */
function place(tokens: string): PlacedWord[] {
  let at = 0;
  return tokens.split(" ").flatMap((token) => {
    const [written, parts] = token.split("=") as [string, string?];
    const start = at;
    at += written.length;
    return (parts?.split("+") ?? [written]).map((form) => ({
      form,
      start,
      end: at,
      multiword: parts !== undefined,
    }));
  });
}

describe("alignWords", () => {
  it.each([
    ["he left", "he left", 2],
    ["heleft", "he left", 0],
    ["he left.", "he left .", 1],
    ["do n't=do+n't go", "do n't go", 3],
    ["don't=do+n't go", "do n't go", 3],
    ["don't=do+n't go", "don't go", 1],
    ["don't go", "don't=do+n't go", 1],
    ["des=de+les x", "des=de+le x", 2],
    ["abc=a+b+c de=d+e", "a bcd=b+c+d e", 5],
    ["abc=a+x+c def=d+y+f", "ab=a+b cd=c+d ef=e+f", 4],
    ["a bc=b+c d", "a b cd", 2],
  ])("finds of %s and %s %i pairs", (gold, system, count) => {
    const pairs = alignWords(place(gold), place(system));
    expect(pairs).toHaveLength(count);
    for (const [g, s] of pairs) expect(place(gold)[g]!.form).toBe(place(system)[s]!.form);
  });
});
