import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkShipped, shippedTables } from "../../src/knowledge/check-shipped.js";
import { sentenceOf } from "../../src/knowledge/finding.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { knownActors } from "../../src/knowledge/known-actors.js";
import { loadStates } from "../../src/knowledge/states.js";
import { knowledgePath } from "../../src/knowledge/table.js";

const names = [...shippedKnowledge().names()];

describe("the tables of knowledge/", () => {
  it("have nothing wrong that the linter finds", () => {
    expect(checkShipped().map(sentenceOf)).toEqual([]);
  });

  it("are all told of in the README", () => {
    const readme = readFileSync(knowledgePath("README.md"), "utf8");
    for (const table of shippedTables()) expect(readme, table).toContain(`\`${table}\``);
  });

  it("hold at least 12,000 names of 3,000 actors", () => {
    const actors = knownActors(shippedKnowledge());
    expect(actors.length).toBeGreaterThan(3_000);
    expect(new Set(actors.flatMap((a) => [a.name, ...a.also])).size).toBeGreaterThan(12_000);
    for (const { sources, name } of actors) expect(sources.length, name).toBeGreaterThan(0);
  });

  it("give one name of a state to one state only", () => {
    const owners = new Map<string, string>();
    for (const { kind, name, code, keys } of names) {
      if (kind !== "state") continue;
      const key = keys.join(" ");
      expect(owners.get(key) ?? code, name).toBe(code);
      owners.set(key, code);
    }
  });

  it("name a capital or an adjective of every state that is a member of the United Nations", () => {
    for (const code of ["USA", "CHN", "RUS", "FRA", "GBR", "IND", "BRA", "ZAF", "PRK", "KOR", "VEN", "UKR"]) {
      const state = loadStates().get(code)!;
      expect(state.capitals.length, code).toBeGreaterThan(0);
      expect(state.adjectives.length, code).toBeGreaterThan(0);
    }
  });
});

/** Ordinary English words, given names and family names that no list may hold without a guard. */
const ORDINARY =
  `turkey jordan georgia chad jersey guinea niger male victoria paris london washington lima sofia polish pole poles
   finn dane scot scots english kiwi thai brit swede who ice map time us it or in at all so care mend eta plan sec
   apple ford shell total amazon target gap visa orange virgin congress parliament diet prince king queen bishop
   may march will mark bill rose hope grace faith joy june april august summer green brown white black young long
   short small little good best great new old north south east west nice reading bath cork sandwich champagne hamburg
   spa dawn spectator mirror sun star guardian express independent economist people nation standard`
    .split(/\s+/)
    .filter((w) => w !== "");

describe("names that are ordinary words", () => {
  const single = new Map(names.flatMap((n) => (n.keys.length === 1 ? [[n.keys[0]!, n] as const] : [])));
  it("are guarded, written in capitals, or not listed", () => {
    for (const word of ORDINARY) {
      const name = single.get(word);
      expect(!name || name.guard !== undefined || name.cases[0] === "capitals", name?.name).toBe(true);
    }
  });
});

describe("seats and capitals", () => {
  const codesOf = (name: string) =>
    new Set(names.filter((n) => n.name === name).map((n) => `${n.kind} ${n.code}`));
  it.each([
    ["Kremlin", "metonym RUS"],
    ["Foggy Bottom", "metonym USA"],
    ["Blue House", "metonym KOR"],
    ["Quai d'Orsay", "metonym FRA"],
    ["Zhongnanhai", "metonym CHN"],
    ["Brussels", "metonym EU"],
    ["Brussels", "capital BEL"],
    ["Ankara", "capital TUR"],
    ["ASEAN", "organisation ASEAN"],
    ["People's Liberation Army", "institution CHN"],
    ["Bundeswehr", "institution DEU"],
    ["Reserve Bank of Australia", "institution AUS"],
    ["TASS", "media RUS"],
  ])("%s is %s", (name, wanted) => {
    expect(codesOf(name)).toContain(wanted);
  });
});
