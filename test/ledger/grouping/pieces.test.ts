import { describe, expect, it } from "vitest";
import { type Link, pieceOf } from "../../../src/ledger/grouping/pieces.js";
import { STORY_RULES } from "../../../src/ledger/stories/rules.js";

const rules = { ...STORY_RULES, similarity: 0.1, most: 3, tighter: [{ similarity: 0.5, days: 10 }] };

function graph(...pairs: readonly (readonly [string, string, number, number])[]) {
  const asked: string[] = [];
  const links = async (reports: readonly string[]) => {
    asked.push(...reports);
    const of = (id: string): Link[] =>
      pairs.flatMap(([a, b, similarity, days]) =>
        a === id
          ? [{ item: a, other: b, similarity, days }]
          : b === id
            ? [{ item: b, other: a, similarity, days }]
            : [],
      );
    return new Map(reports.map((id) => [id, of(id)]));
  };
  return { links, asked };
}

describe("pieceOf", () => {
  it("is all that links join, directly or through others", async () => {
    const { links } = graph(["b", "a", 0.2, 100], ["b", "c", 0.9, 0], ["x", "y", 0.9, 0]);
    for (const id of ["a", "b", "c"]) expect(await pieceOf(id, rules, links)).toEqual(["a", "b", "c"]);
    expect(await pieceOf("z", rules, links)).toEqual(["z"]);
  });

  it("is what tighter links join where there are too many", async () => {
    const { links } = graph(["a", "b", 0.9, 0], ["b", "c", 0.2, 0], ["c", "d", 0.9, 9], ["d", "e", 0.9, 11]);
    expect(await pieceOf("a", rules, links)).toEqual(["a", "b"]);
    expect(await pieceOf("d", rules, links)).toEqual(["c", "d"]);
    expect(await pieceOf("e", rules, links)).toEqual(["e"]);
  });

  it("is one report where even tight links join too many, and does not look at all of them", async () => {
    const chain = Array.from({ length: 500 }, (_, i) => [`r${1000 + i}`, `r${1001 + i}`, 0.9, 0] as const);
    const { links, asked } = graph(...chain);
    expect(await pieceOf("r1000", rules, links)).toEqual(["r1000"]);
    expect(asked.length).toBeLessThan(20);
  });
});
