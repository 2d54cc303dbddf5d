import { describe, expect, it } from "vitest";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { actorsNamed, knownActors, standingOfActor } from "../../src/knowledge/known-actors.js";

const actors = knownActors(shippedKnowledge());
const one = (name: string) => actorsNamed(actors, name);

describe("knownActors", () => {
  it("puts the names of one actor together, with where they stand", () => {
    const [france] = one("FRA");
    expect(france).toMatchObject({ actorKind: "state", name: "France", code: "FRA" });
    expect(france!.also).toEqual(expect.arrayContaining(["French", "Paris"]));
    expect(france!.sources).toEqual([{ file: "states.tsv", line: expect.any(Number) }]);
  });

  it("finds by name, by another name, without accents, and by a part of a name", () => {
    expect(one("emmanuel macron").map((a) => a.name)).toEqual(["Emmanuel Macron"]);
    expect(one("UNHCR")[0]).toMatchObject({ code: "UNO", agency: "UNHCR" });
    expect(one("Mitterrand").map((a) => a.name)).toContain("Francois Mitterrand");
    expect(one("Nobody Whatever")).toEqual([]);
  });

  it("tells who a person was on a day", () => {
    const [johnson] = one("Boris Johnson");
    expect(standingOfActor(johnson!, "2017-05-01")).toMatchObject({
      when: "in office",
      term: { office: "foreign secretary" },
    });
    expect(standingOfActor(johnson!, "2023-05-01")?.when).toBe("former");
    expect(standingOfActor(one("FRA")[0]!, "2017-05-01")).toBeUndefined();
  });
});
