import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TokenTrie } from "../../src/knowledge/token-trie.js";

const keys = (words: readonly string[]) => (i: number) =>
  i < words.length ? (words[i] === "-" ? [] : [words[i]!]) : undefined;

describe("TokenTrie", () => {
  it("finds the longest phrase first", () => {
    const trie = new TokenTrie<string>();
    trie.add(["north"], "a direction");
    trie.add(["north", "korea"], "PRK");
    const found = trie.match(1, keys(["in", "north", "korea", "today"]));
    expect(found).toEqual([
      { first: 1, last: 3, values: ["PRK"] },
      { first: 1, last: 2, values: ["a direction"] },
    ]);
  });

  it("passes over hyphens inside a phrase but does not begin with one", () => {
    const trie = new TokenTrie<string>();
    trie.add(["guinea", "bissau"], "GNB");
    expect(trie.match(0, keys(["guinea", "-", "bissau"]))).toEqual([{ first: 0, last: 3, values: ["GNB"] }]);
    expect(trie.match(0, keys(["-", "guinea", "bissau"]))).toEqual([]);
  });

  it("finds every phrase that was added, whatever else was", () => {
    const word = fc.constantFrom("a", "b", "c");
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 20 }), (phrases) => {
        const trie = new TokenTrie<string>();
        for (const p of phrases) trie.add(p, p.join(" "));
        for (const p of phrases) {
          const whole = trie.match(0, keys(p))[0];
          expect(whole?.last).toBe(p.length);
          expect(whole?.values).toContain(p.join(" "));
        }
      }),
    );
  });
});
