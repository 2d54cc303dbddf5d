import { describe, expect, it } from "vitest";
import { netOf } from "../../web/src/network/layout.js";

const dealing = (source: string, target: string, events: number) => ({ source, target, events, types: {} });

describe("netOf", () => {
  it("joins both directions of a pair, the widest line last and so on top", () => {
    const { nodes, edges } = netOf([dealing("A", "B", 2), dealing("B", "A", 3), dealing("C", "A", 1)], 100);
    expect(nodes.map(({ code, events }) => [code, events])).toEqual([
      ["A", 6],
      ["B", 5],
      ["C", 1],
    ]);
    expect(edges.map(({ from, to, events }) => [from.code, to.code, events])).toEqual([
      ["A", "C", 1],
      ["A", "B", 5],
    ]);
  });

  it("puts the busiest at the top, or who is asked for in the middle", () => {
    const dealings = [dealing("A", "B", 2), dealing("A", "C", 3)];
    const [top] = netOf(dealings, 100).nodes;
    expect([top!.code, Math.round(top!.x), Math.round(top!.y)]).toEqual(["A", 0, -100]);
    const [middle, next] = netOf(dealings, 100, "B").nodes;
    expect(middle).toMatchObject({ code: "B", x: 0, y: 0 });
    expect(next!.code).toBe("A");
  });

  it("shows no more than fit, and nobody without a line", () => {
    const many = Array.from({ length: 60 }, (_, i) => dealing(`S${i}`, `T${i}`, 60 - i));
    const { nodes, edges } = netOf(many, 100);
    expect(nodes.length).toBeLessThanOrEqual(16);
    for (const node of nodes) expect(edges.some(({ from, to }) => from === node || to === node)).toBe(true);
    expect(netOf([], 100)).toEqual({ nodes: [], edges: [] });
  });
});
