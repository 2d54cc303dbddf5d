import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRelations } from "../../src/language/relations.js";

const NAMES = ["root", "nsubj", "nsubj:pass", "obj", "nmod", "conj"];
const row = (scores: Partial<Record<(typeof NAMES)[number], number>>) => NAMES.map((n) => scores[n] ?? -9);
const named = (rows: readonly (readonly number[])[], heads: readonly number[]) =>
  [...chooseRelations(Float32Array.from(rows.flat()), Int32Array.from(heads), NAMES)].map((r) => NAMES[r]);

describe("chooseRelations", () => {
  it("takes the likeliest relation of each word", () => {
    const rows = [row({ nsubj: 3 }), row({ root: 2 }), row({ obj: 3, nsubj: 1 })];
    expect(named(rows, [1, -1, 1])).toEqual(["nsubj", "root", "obj"]);
  });

  it("gives a verb one subject: the surer one stays, the other gets its next relation", () => {
    const accused = [row({ nsubj: 5 }), row({ root: 2 }), row({ nsubj: 2, obj: 1.5 })];
    expect(named(accused, [1, -1, 1])).toEqual(["nsubj", "root", "obj"]);
    expect(named([...accused].reverse(), [1, -1, 1])).toEqual(["obj", "root", "nsubj"]);
  });

  it("gives way twice where the next relation is taken as well", () => {
    const rows = [row({ nsubj: 5 }), row({ root: 2 }), row({ obj: 4 }), row({ nsubj: 2, obj: 1.9, nmod: 1 })];
    expect(named(rows, [1, -1, 1, 1])).toEqual(["nsubj", "root", "obj", "nmod"]);
  });

  it("counts the subject of a passive with the others, and each verb's for itself", () => {
    const rows = [row({ "nsubj:pass": 5 }), row({ root: 2 }), row({ nsubj: 2, conj: 1 }), row({ nsubj: 4 })];
    expect(named(rows, [1, -1, 1, 2])).toEqual(["nsubj:pass", "root", "conj", "nsubj"]);
  });

  it("lets any number share what a word may have several of", () => {
    const rows = [row({ root: 2 }), row({ nmod: 5 }), row({ nmod: 4 })];
    expect(named(rows, [-1, 0, 0])).toEqual(["root", "nmod", "nmod"]);
  });

  it("no word has two subjects or two objects", () => {
    const scores = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 });
    const trees = fc.integer({ min: 1, max: 12 }).chain((count) => {
      const all = { minLength: count, maxLength: count };
      return fc.tuple(fc.array(scores, all), fc.array(fc.integer({ min: -1, max: count - 1 }), all));
    });
    fc.assert(
      fc.property(trees, ([rows, heads]) => {
        const relations = named(rows, heads);
        for (const group of [["nsubj", "nsubj:pass"], ["obj"]]) {
          const of = heads.filter((h, i) => h >= 0 && group.includes(relations[i]!));
          expect(new Set(of).size).toBe(of.length);
        }
      }),
    );
  });
});
