import { afterAll, beforeAll, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { exchangeExamples } from "../../../src/ledger/exchanges/exchange-patterns.js";
import { exchangesWithin } from "../../../src/ledger/exchanges/within.js";
import { read } from "../../../src/reading/read.js";
import { readReport } from "../../../src/report/read-report.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});
afterAll(() => language.close());

it.each(exchangeExamples())(
  "knowledge/exchanges.yaml: $name finds its example",
  async ({ name, example }) => {
    const report = readReport({ origin: name, content: example });
    if (report.kind === "refusal") throw new Error(report.met);
    const { exchanges } = await read(report, language);
    expect(exchanges.map((exchange) => exchange.by.split(":")[0])).toContain(`exchanges/${name}`);
  },
);

it.each([
  "The striker turned down the offer of a contract in response to a question from the bench.",
  "He answered the phone, and the response was quick.",
  "The patient responded to the treatment by sitting up.",
  "In response, the audience rose to its feet.",
  "Norway's request that Russia meet the envoys was discussed on Friday.",
])("finds no exchange between states in: %s", async (content) => {
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  expect((await read(report, language)).exchanges).toEqual([]);
});

it.each([
  ["Norway denied a request by Russia to open the harbour.", ["refusal"]],
  ["Russia denied accusations by Norway that it had closed the strait.", ["denial"]],
  ["China did not accept the demand that Norway had made.", ["refusal"]],
  ["China did not reject the demand that Norway had made.", []],
  ["Norway is planning to send ships to the strait in response to perceived threats from Russia.", []],
])("tells by verb and noun what the answer is: %s", async (content, kinds) => {
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  expect((await read(report, language)).exchanges.map(({ answerIs }) => answerIs)).toEqual(kinds);
});

it("takes a claim that has a clause of its own for what the clause says, not for what its owner told before", async () => {
  const content =
    "Norway blamed Russia for the attack on the harbour. Russia dismissed Norway's claim to have sunk a Russian ship.";
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  const { exchanges } = await read(report, language);
  expect(exchanges.map(({ demand, answerIs }) => [demand, answerIs])).toEqual([[undefined, "denial"]]);
});

it("takes somebody's remarks for the charge that they are where no statement tells them", async () => {
  const content =
    "Norwegian Prime Minister Kari Nordmann criticised Russia for the arrests. Nordmann's remarks were rejected by the Russian government.";
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  const { exchanges, events } = await read(report, language);
  const charge = events.find(({ type }) => type === "ACCUSE");
  expect(exchanges.map(({ demand }) => demand)).toEqual([charge?.id]);
});

it.each([
  ["Russia's ambassador said that such accusations were an insult.", 1],
  [
    "Asked whether such accusations would harm trade, the Russian foreign minister said that he had no comment.",
    1,
  ],
  ["Russia's ambassador said that the accusations of Sweden were an insult.", 0],
  ["Russia's ambassador said that the harvest was good.", 0],
])("links what takes a charge up by its name, and no question: %s", async (answer, count) => {
  const content = `Norway accused Russia of closing the strait. ${answer}`;
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  const { links } = exchangesWithin(await read(report, language));
  expect(links.filter(({ link }) => link === "inferred")).toHaveLength(count);
});
