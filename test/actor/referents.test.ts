import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor/actor.js";
import type { Candidate } from "../../src/actor/candidates.js";
import { likeliestCode, type Possible, type Referent } from "../../src/actor/referents.js";

function possible(sum: number, actors: readonly Actor[]): Possible {
  const referent: Referent = { order: 0, mentions: 1, best: undefined, top: sum, sum };
  return { referent, candidate: { draft: { actors } } as unknown as Candidate };
}

describe("likeliestCode", () => {
  const minister = { code: "GHA", sector: "GOV", person: "Ama Mensah" } as const;
  const spokesman = { code: "GHA", sector: "GOV", agency: "army" } as const;
  const other = { code: "TGO", sector: "GOV" } as const;

  it("adds up those of one code and leaves out what they differ in", () => {
    const found = likeliestCode([
      possible(0.3, [minister]),
      possible(0.4, [other]),
      possible(0.3, [spokesman]),
    ]);
    expect(found?.actors).toEqual([{ code: "GHA", sector: "GOV" }]);
    expect(found?.confidence).toBeCloseTo(0.6, 10);
  });

  it("keeps the person where only one has the code", () => {
    expect(likeliestCode([possible(0.6, [minister]), possible(0.4, [other])])?.actors).toEqual([minister]);
  });

  it("counts a referent once, however often it is mentioned", () => {
    const one = possible(0.4, [minister]);
    expect(likeliestCode([one, one])?.confidence).toBeCloseTo(0.4, 10);
  });

  it("knows none where nobody has a code", () => {
    expect(likeliestCode([possible(0.9, [])])).toBeUndefined();
    expect(likeliestCode([])).toBeUndefined();
  });
});
