import { expect, it } from "vitest";
import type { Actor } from "../../src/actor/actor.js";
import { isAgency, isPerson, isWho, whoName } from "../../src/check/who.js";
import { known, unknown } from "../../src/record/value.js";

const who = (actor: Actor) => known(actor, "stated", "test");

it.each<[string, Parameters<typeof isWho>[0], Actor | undefined, boolean]>([
  ["nobody known", { code: null }, undefined, true],
  ["somebody where nobody should be", { code: null }, { code: "CHN" }, false],
  ["nobody where somebody should be", { code: "CHN" }, undefined, false],
  ["the same", { code: "CHN.GOV" }, { code: "CHN", sector: "GOV" }, true],
  ["a state and its government", { code: "CHN" }, { code: "CHN", sector: "GOV" }, true],
  ["a government and its state", { code: "CHN.GOV" }, { code: "CHN" }, true],
  ["another state", { code: "CHN" }, { code: "PRK" }, false],
  ["a state's firms", { code: "CHN" }, { code: "CHN", sector: "BUS" }, false],
  [
    "a ministry of defence",
    { code: "KOR.MIL", agency: "Defense Ministry" },
    { code: "KOR", sector: "GOV" },
    true,
  ],
  ["an army as a government", { code: "KOR.MIL" }, { code: "KOR", sector: "GOV" }, false],
  ["the person", { code: "USA", person: "Ann Lee" }, { code: "USA", person: "Ann Lee" }, true],
  ["another person", { code: "USA", person: "Ann Lee" }, { code: "USA", person: "Bob Lee" }, false],
  ["no person", { code: "USA", person: "Ann Lee" }, { code: "USA" }, false],
])("isWho: %s", (_, gold, actor, right) => {
  expect(isWho(gold, actor ? who(actor) : unknown("nobody is named"))).toBe(right);
});

it("isPerson takes a family name alone", () => {
  expect(isPerson("Geng Shuang", "Shuang")).toBe(true);
  expect(isPerson("Jose Diaz", "José Díaz")).toBe(true);
  expect(isPerson("Geng Shuang", undefined)).toBe(false);
});

it("isAgency compares words", () => {
  const ministry = who({ code: "CHN", agency: "foreign ministry" });
  expect(isAgency("Ministry of Foreign Affairs", ministry)).toBe(true);
  expect(isAgency("customs office", ministry)).toBe(false);
  expect(isAgency(undefined, unknown("nobody"))).toBe(true);
});

it("whoName names who it is, or nobody", () => {
  expect(whoName(who({ code: "CHN", sector: "GOV", person: "Li Na" }))).toBe("CHN.GOV Li Na");
  expect(whoName({ code: "CHN.MED", agency: "Xinhua" })).toBe("CHN.MED Xinhua");
  expect([whoName({ code: null }), whoName(undefined), whoName(unknown("x"))]).toEqual([
    "unknown",
    "unknown",
    "unknown",
  ]);
});
