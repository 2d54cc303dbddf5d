import { describe, expect, it } from "vitest";
import {
  type GoldPair,
  pairFigures,
  pairsWithin,
  scorePairs,
} from "../../src/evaluate/marked-exchanges-score.js";
import { dispute } from "../support/dispute.js";
import { sampleReading } from "../support/reading.js";

const reading = sampleReading();
const all = [{ start: 0, end: reading.report.text.length }];
const event = (id: string | undefined) => reading.events.find((e) => e.id === id)!;
const [exchange] = reading.exchanges;
const gold: GoldPair = {
  kind: "demand",
  opening: event(exchange!.demand).trigger,
  answer: event(exchange!.answer).trigger,
  answerIs: "refusal",
  joined: "words",
};

describe("scorePairs", () => {
  it("finds a pair by its words, and its kind", () => {
    const figures = pairFigures([scorePairs(reading, [gold], all)]);
    expect(figures).toMatchObject({ recall: 100, kinds: 100, answers: 1 });
  });

  it("counts a pair that is not marked as wrong, and a kind that is another", () => {
    const { found } = scorePairs(reading, [], all);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ right }) => !right)).toBe(true);
    const other = pairFigures([scorePairs(reading, [{ ...gold, answerIs: "acceptance" }], all)]);
    expect(other).toMatchObject({ recall: 100, kinds: 0 });
  });

  it("looks at nothing outside what was read", () => {
    expect(scorePairs(reading, [], []).found).toEqual([]);
  });
});

it("pairsWithin says of each pair that no words join whether it is marked", () => {
  const one = dispute(
    [
      { source: "NOR", type: "REQUEST", words: "demanded withdrawal", target: "RUR" },
      { source: "RUR", type: "REJECT", words: "spurned withdrawal", target: "NOR" },
    ],
    { published: "2017-03-01" },
  );
  const [opening, answer] = one.events.map(({ trigger }) => trigger);
  const ranges = [{ start: 0, end: one.report.text.length }];
  const pair: GoldPair = { kind: "demand", opening: opening!, answer: answer!, answerIs: "refusal" };
  expect(pairsWithin(one, [pair], ranges)).toMatchObject([{ right: true, kind: true }]);
  expect(pairsWithin(one, [], ranges)).toMatchObject([{ right: false, kind: false }]);
});
