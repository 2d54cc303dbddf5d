import fc from "fast-check";
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

  it("gives all that is asked for at once, however much, and drops what was not asked for since", async () => {
    const memory = new ItemMemory<number>(2);
    const asked: string[][] = [];
    expect(await memory.of(["a", "b", "c"], reader(asked))).toEqual([1, 2, 3]);
    expect(await memory.of(["a"], reader(asked))).toEqual([1]);
    expect(await memory.of(["b"], reader(asked))).toEqual([2]);
    await memory.of(["a", "b"], reader(asked));
    await memory.of(["c"], reader(asked));
    expect(asked).toEqual([["a", "b", "c"], ["c"]]);
  });

  it("gives what was set last, and nothing that was taken out, however long it has been there", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("set", "delete", "of"), fc.integer({ min: 0, max: 9 })), {
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 6 }),
        async (steps, most) => {
          const memory = new ItemMemory<number>(most);
          const table = new Map<string, number>();
          for (const [place, [step, n]] of steps.entries()) {
            const id = `${n}`;
            if (step === "set") {
              table.set(id, place);
              memory.set(id, place);
            } else if (step === "delete") {
              table.delete(id);
              memory.delete(id);
            } else {
              const found = await memory.of([id], async (ids) =>
                ids.flatMap((i) => (table.has(i) ? [[i, table.get(i)!] as const] : [])),
              );
              expect(found).toEqual(table.has(id) ? [table.get(id)] : []);
            }
          }
        },
      ),
      { seed: 9 },
    );
  });
});
