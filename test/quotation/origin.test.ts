import { describe, expect, it } from "vitest";
import type { Attribution, Candidate } from "../../src/quotation/attribution.js";
import { origins } from "../../src/quotation/origin.js";

const bare = { content: [{ start: 0, end: 1 }], form: "direct", rule: "test" } as const;
const cue = {} as Candidate;

/** Attributions that go on from others, and how often they were asked from which. */
function chain(from: readonly (number | undefined)[], cues: readonly number[] = []) {
  const asked = { times: 0 };
  const all = from.map((goesOnFrom, i): Attribution => {
    const own = cues.includes(i) ? { ...bare, cue } : { ...bare };
    return Object.defineProperty(own, "goesOnFrom", {
      get: () => {
        asked.times++;
        return goesOnFrom;
      },
    });
  });
  return { all, asked };
}

describe("origins", () => {
  it("follows what goes on to the attribution that has the cue, and no further", () => {
    const { all } = chain([undefined, 0, 1, 2], [1]);
    expect(all.map(origins(all)).map((a) => all.indexOf(a))).toEqual([0, 1, 1, 1]);
  });

  it("ends where nobody is named, and in a ring", () => {
    const { all } = chain([undefined, 0, 1]);
    expect(origins(all)(all[2]!)).toBe(all[0]);
    const ring = chain([1, 2, 0]).all;
    expect(ring).toContain(origins(ring)(ring[0]!));
  });

  it("walks a long chain once, from whichever end it is asked", () => {
    const from = Array.from({ length: 5_000 }, (_, i) => (i === 0 ? undefined : i - 1));
    for (const backwards of [false, true]) {
      const { all, asked } = chain(from);
      const originOf = origins(all);
      for (const a of backwards ? all.toReversed() : all) expect(originOf(a)).toBe(all[0]);
      expect(asked.times).toBeLessThanOrEqual(2 * all.length);
    }
  });
});
