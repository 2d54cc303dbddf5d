import { afterAll, beforeAll, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { exchangeExamples } from "../../../src/ledger/exchanges/exchange-patterns.js";
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
