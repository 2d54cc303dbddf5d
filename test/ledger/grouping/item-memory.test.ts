import { describe, expect, it } from "vitest";
import { ItemMemory } from "../../../src/ledger/grouping/item-memory.js";

const TABLE = new Map([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);

/** Reads from `TABLE`, and notes down what was asked for. */
function reader(asked: string[][] = []) {
  return async (ids: readonly string[]) => {
    asked.push([...ids]);
    return ids.flatMap((id) => (TABLE.has(id) ? [[id, TABLE.get(id)!] as const] : []));
  };
}

describe("ItemMemory", () => {
  it("asks once for what is there, and again for what is not", async () => {
    const memory = new ItemMemory<number>(10);
    const asked: string[][] = [];
    expect(await memory.of(["a", "x"], reader(asked))).toEqual([1]);
    expect(await memory.of(["b", "a", "x"], reader(asked))).toEqual([2, 1]);
    expect(asked).toEqual([
      ["a", "x"],
      ["b", "x"],
    ]);
  });

  it("knows what was put in and taken out", async () => {
    const memory = new ItemMemory<number>(10);
    memory.set("x", 9);
    expect(await memory.of(["x"], reader())).toEqual([9]);
    memory.delete("x");
    expect(await memory.of(["x"], reader())).toEqual([]);
  });

  it("drops what it has where that is too much, and gives all that is asked for at once", async () => {
    const memory = new ItemMemory<number>(1);
    const asked: string[][] = [];
    expect(await memory.of(["a", "b", "c"], reader(asked))).toEqual([1, 2, 3]);
    await memory.of(["a"], reader(asked));
    expect(asked).toEqual([["a", "b", "c"], ["a"]]);
  });
});
