import { expect, it } from "vitest";
import { readExchangeMarks } from "../../src/evaluate/exchange-mark-gold.js";
import { readGoldFile } from "../../src/evaluate/gold-file.js";

const opening = { start: 7, end: 13, surface: "called" };
const line = (exchange: object) =>
  JSON.stringify({ id: "a", ranges: [[0, 20]], exchanges: [{ opening, kind: "demand", ...exchange }] });

it("reads openings with and without an answer", () => {
  const answer = { start: 15, end: 20, surface: "spurn" };
  const source = [line({}), line({ answer, answerIs: "refusal", joined: "words" })].join("\n");
  expect(readExchangeMarks(source).map(({ exchanges }) => exchanges[0]!.answerIs)).toEqual([
    undefined,
    "refusal",
  ]);
});

it("names what is wrong", () => {
  expect(() => readExchangeMarks(line({ kind: "wish" }))).toThrow("line 1: exchanges.0.kind");
  expect(() => readExchangeMarks(line({ answerIs: "refusal" }))).toThrow("an answer needs its kind");
});

it("reads the project's own marks", () => {
  const path = new URL("../data/ledger/exchanges.jsonl.gz", import.meta.url).pathname;
  const reports = readExchangeMarks(readGoldFile(path));
  expect(reports).toHaveLength(519);
  expect(new Set(reports.map(({ id }) => id)).size).toBe(519);
  expect(reports.flatMap(({ exchanges }) => exchanges.filter(({ answer }) => answer))).toHaveLength(237);
});
