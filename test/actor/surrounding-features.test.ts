import { describe, expect, it } from "vitest";
import { gather, lastBefore } from "../../src/actor/gathered-evidence.js";
import { PHRASE_FEATURES } from "../../src/actor/phrase-features.js";
import { Reader } from "../../src/actor/reader.js";
import { sectorEvidence, stateEvidence } from "../../src/actor/state-evidence.js";
import { featuresAt, STATE_FEATURES, type Surrounded } from "../../src/actor/surrounding-features.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { loadCases } from "./cases.js";

const { report, analysis } = loadCases("surrounding-features.conllu").get("sent")!;
const reader = new Reader(report, analysis, shippedKnowledge());
const evidence = gather(report, reader, stateEvidence(reader), sectorEvidence(reader));

const seenAt = (form: string): Surrounded => {
  const word = analysis.words.findLast((w) => w.form === form)!;
  const { role } = reader.hits.at(word.index)!;
  return featuresAt(analysis, evidence, { word, role, sector: role!.sector! });
};
const having = (seen: Surrounded, feature: (typeof STATE_FEATURES)[number]) =>
  [...seen.states].filter(([, values]) => values[STATE_FEATURES.indexOf(feature)]! > 0).map(([code]) => code);
const shown = (seen: Surrounded) => PHRASE_FEATURES.filter((_, i) => seen.phrase[i] === 1);

/** Told by the clause and the sentences around. */
const AROUND: ReadonlySet<string> = new Set([
  "none: told of the present",
  "none: told of the past",
  "none: a subject",
  "none: without a verb",
  "none: with a clause",
  "none: no state in the sentence",
  "none: no state near",
]);

describe("what surrounds a phrase", () => {
  it("tells the subject of a verb above it from the place", () => {
    const troops = seenAt("troops");
    expect(troops.kind).toBe("sent");
    expect(having(troops, "subject of its verb")).toEqual(["NOR"]);
    expect(having(troops, "sentence")).toEqual(["NOR", "SWE"]);
  });

  it("holds the place of the clause", () => {
    const villagers = seenAt("villagers");
    expect(villagers.kind).toBe("place");
    expect(having(villagers, "place of its clause")).toEqual(["FIN"]);
    expect(having(villagers, "title")).toEqual(["NOR", "SWE"]);
    expect(having(villagers, "subject of its verb")).toEqual(["SWE"]);
  });

  it("shares out what subjects tell, apart from towns and people", () => {
    const villagers = seenAt("villagers");
    const share = (feature: (typeof STATE_FEATURES)[number]) =>
      [...villagers.states].map(([code, values]) => [code, values[STATE_FEATURES.indexOf(feature)]]);
    expect(share("share of the subjects")).toEqual([
      ["NOR", 1],
      ["SWE", 0],
      ["FIN", 0],
    ]);
    for (const feature of ["share of the towns", "share of the people", "town before"] as const)
      expect(having(villagers, feature)).toEqual([]);
  });

  it("remembers others of the same role and sector", () => {
    const police = seenAt("police");
    expect(having(police, "same role before")).toEqual(["SWE"]);
    expect(having(police, "share of the sector")).toEqual(["SWE"]);
    expect(having(police, "sentence")).toEqual([]);
  });

  it("shares nearness out to one", () => {
    for (const form of ["troops", "villagers", "police"]) {
      const at = STATE_FEATURES.indexOf("share by nearness");
      const sum = [...seenAt(form).states.values()].reduce((all, values) => all + values[at]!, 0);
      expect(sum).toBeCloseTo(1);
    }
  });

  it("has what the phrase itself tells", () => {
    const told = (form: string) => shown(seenAt(form)).filter((name) => !AROUND.has(name));
    expect(told("troops")).toEqual(["none of them", "none: bare plural", "none: an object"]);
    expect(told("villagers")).toEqual(["none of them", "none: numbered", "none: an object", "none: CVL"]);
    expect(told("police")).toEqual(["none of them", "none: definite", "none: COP"]);
  });

  it("has what the clause around the phrase tells", () => {
    expect(shown(seenAt("police"))).toContain("none: told of the past");
    expect(shown(seenAt("police"))).toContain("none: a subject");
    expect(shown(seenAt("villagers"))).not.toContain("none: no state in the sentence");
    expect(shown(seenAt("police"))).toContain("none: no state in the sentence");
  });
});

describe("the last before a word", () => {
  const list = [{ word: 2 }, { word: 5 }, { word: 9 }];

  it.each([
    [0, undefined],
    [2, undefined],
    [3, 2],
    [9, 5],
    [99, 9],
  ])("%i: %s", (word, expected) => {
    expect(lastBefore(list, word)?.word).toBe(expected);
  });
});
