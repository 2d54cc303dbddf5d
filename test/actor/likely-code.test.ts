import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor/actor.js";
import type { Candidate } from "../../src/actor/candidates.js";
import { likeliestCode } from "../../src/actor/likely-code.js";
import type { Possible, Referent } from "../../src/actor/referents.js";

function possible(sum: number, actors: readonly Actor[]): Possible {
  const candidate = { draft: { actors } } as unknown as Candidate;
  const referent: Referent = { order: 0, mentions: 1, best: candidate, top: sum, sum };
  return { referent, candidate };
}

describe("likeliestCode", () => {
  const minister = { code: "GHA", sector: "GOV", person: "Ama Mensah" } as const;
  const spokesman = { code: "GHA", sector: "GOV", agency: "army" } as const;
  const other = { code: "TGO", sector: "GOV" } as const;

  it("adds up those of one code and leaves out what they differ in", () => {
    const all = [possible(0.3, [minister]), possible(0.4, [other]), possible(0.2, [spokesman])];
    const found = likeliestCode(all, 0.1);
    expect(found?.actors).toEqual([{ code: "GHA", sector: "GOV" }]);
    expect(found?.confidence).toBeCloseTo(0.5, 10);
  });

  it("keeps the person where only one has the code", () => {
    const found = likeliestCode([possible(0.6, [minister]), possible(0.4, [other])], 0);
    expect(found?.actors).toEqual([minister]);
  });

  it("counts a referent once, however often it is mentioned", () => {
    const one = possible(0.4, [minister]);
    expect(likeliestCode([one, one], 0.6)?.confidence).toBeCloseTo(0.4, 10);
  });

  it("knows none where nobody has a code", () => {
    expect(likeliestCode([possible(0.9, [])], 0.1)).toBeUndefined();
    expect(likeliestCode([], 1)).toBeUndefined();
  });

  it("multiplies what the ranker says by how likely the text around makes the state", () => {
    const all = [possible(0.4, [minister]), possible(0.6, [other])];
    const around = (code: string) => (code === "GHA" ? 0.9 : 0);
    const found = likeliestCode(all, 0, around);
    expect(found?.actors).toEqual([minister]);
    expect(found?.candidate).toBe(all[0]!.candidate);
    expect(found?.confidence).toBeGreaterThan(0.8);
  });

  it("is less sure where the ranker likes those without a code", () => {
    const around = () => 0.9;
    const alone = likeliestCode([possible(0.4, [minister])], 0, around)!;
    const beside = likeliestCode([possible(0.4, [minister]), possible(0.6, [])], 0, around)!;
    expect(alone.confidence).toBeCloseTo(1, 10);
    expect(beside.confidence).toBeLessThan(0.7);
  });

  it("leaves those of no state what they have, whatever the states around", () => {
    const body = { code: "EU" } as const;
    const around = (code: string) => (code === "EU" ? undefined : 0);
    expect(likeliestCode([possible(0.5, [body]), possible(0.5, [other])], 0, around)?.actors).toEqual([body]);
  });
});
