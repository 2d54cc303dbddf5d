import type { Dealing } from "../../../src/server/schemas/rows.js";

export interface Node {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Events in which it takes part, of those shown. */
  readonly events: number;
}

/** Two actors and the events between them, whichever of them acts. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly events: number;
}

export interface Net {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

const MOST_NODES = 16;

/**
 * The actors with the most events on a circle of `radius` about the middle (0, 0), the busiest at the top and then
 * clockwise; `centre` stands in the middle where it is given.
 */
export function netOf(dealings: readonly Dealing[], radius: number, centre?: string): Net {
  const events = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { source, target, events: count } of dealings) {
    for (const code of [source, target]) events.set(code, (events.get(code) ?? 0) + count);
    const pair = [source, target].sort().join(" ");
    pairs.set(pair, (pairs.get(pair) ?? 0) + count);
  }
  const busiest = [...events.keys()]
    .filter((code) => code !== centre)
    .sort((a, b) => events.get(b)! - events.get(a)! || (a < b ? -1 : 1))
    .slice(0, MOST_NODES);
  const around = busiest.map((code, i): Node => {
    const angle = (2 * Math.PI * i) / busiest.length - Math.PI / 2;
    return { code, x: radius * Math.cos(angle), y: radius * Math.sin(angle), events: events.get(code)! };
  });
  const middle =
    centre !== undefined && events.has(centre)
      ? [{ code: centre, x: 0, y: 0, events: events.get(centre)! }]
      : [];
  const nodes = [...middle, ...around];
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const edges = [...pairs].flatMap(([pair, count]): Edge[] => {
    const [from, to] = pair.split(" ").map((code) => byCode.get(code));
    return from && to ? [{ from, to, events: count }] : [];
  });
  return {
    nodes: nodes.filter((node) => edges.some(({ from, to }) => node === from || node === to)),
    edges: edges.sort((a, b) => a.events - b.events),
  };
}
