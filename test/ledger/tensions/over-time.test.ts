import { afterAll, beforeAll, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import { readText } from "../../support/read-text.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});
afterAll(() => language.close());

/** The tensions of reports, one a day from 1 March 2018 on. */
async function tensionsOf(...texts: readonly string[]) {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const [i, text] of texts.entries())
    await ledger.add(
      await readText(language, text, { published: `2018-03-0${i + 1}`, outlet: `Herald ${i}` }),
    );
  const tensions = await ledger.tensions();
  await ledger.close();
  return tensions.map(({ rule, first, second }) => [rule, first.words, second.words]);
}

it("a speaker who praised and later accuses on one matter changed position", async () => {
  const praise = "Norwegian Prime Minister Kari Dahl praised Sweden for its patience over the fisheries.";
  const blame = "Norwegian Prime Minister Kari Dahl accused Sweden of plundering the fisheries.";
  expect(await tensionsOf(praise, blame)).toEqual([["changed-position", "praised", "accused"]]);
  expect(await tensionsOf(praise, blame.replace("plundering the fisheries", "breaking its word"))).toEqual(
    [],
  );
  expect(await tensionsOf(praise, blame.replace("Kari Dahl", "Ola Berg"))).toEqual([]);
});

it("an attack after a ceasefire breaks a promise", async () => {
  const promise = "Norway declared a ceasefire with Sweden.";
  const attack = "Norway bombed Sweden.";
  expect((await tensionsOf(promise, attack)).map(([rule]) => rule)).toEqual(["broken-promise"]);
  expect(await tensionsOf(attack, promise)).toEqual([]);
  expect(await tensionsOf(promise, "Norway bombed Denmark.")).toEqual([]);
});

it("a charge and its denial clash where each has a sentence of its own", async () => {
  const charge = "Sweden blamed Norway for the mercury in the northern fisheries.";
  const denial =
    "Norway denied Sweden's accusations, and said that no mercury was found in the northern fisheries.";
  expect((await tensionsOf(`${charge}\n\n${denial}`)).map(([rule]) => rule)).toEqual(["denied-charge"]);
  expect(await tensionsOf("Norway denied accusations that it poisoned the northern fisheries.")).toEqual([]);
});

it("agreeing figures, growing trade alone and the same words by one person are none", async () => {
  expect(
    await tensionsOf(
      "Trade between Norway and Sweden grew by 20 percent.",
      "Norway's trade with Sweden rose.",
    ),
  ).toEqual([]);
  const quote =
    "Norwegian Defence Minister Ola Berg said: “We shall not yield an inch to threats against our fisheries.”";
  expect(await tensionsOf(quote, `${quote} He was speaking in Oslo.`)).toEqual([]);
});
