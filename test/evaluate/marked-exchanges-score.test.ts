import { describe, expect, it } from "vitest";
import { type GoldPair, pairFigures, scorePairs } from "../../src/evaluate/marked-exchanges-score.js";
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
