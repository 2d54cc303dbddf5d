import { describe, expect, it } from "vitest";
import { scoreTimes, type Timex } from "../../src/evaluate/times-score.js";

function timex(start: number, end: number, value: string, type = "DATE"): Timex {
  return { start, end, type, value };
}

describe("scoreTimes", () => {
  it("pairs exact spans first, then the largest overlap, one to one", () => {
    const gold = [timex(0, 10, "2017"), timex(20, 30, "P3D", "DURATION"), timex(40, 45, "1998")];
    const predicted = [
      timex(0, 4, "2016"),
      timex(0, 10, "2017"),
      timex(22, 30, "P3D", "DATE"),
      timex(50, 55, "1998"),
    ];
    const score = scoreTimes([{ gold, predicted }]);
    expect(score).toMatchObject({ gold: 3, predicted: 4 });
    expect(score.strict.precision).toBeCloseTo(25);
    expect(score.strict.recall).toBeCloseTo(100 / 3);
    expect(score.relaxed.f1).toBeCloseTo((200 * 0.5 * (2 / 3)) / (0.5 + 2 / 3));
    expect(score.type.precision).toBeCloseTo(25);
    expect(score.value.precision).toBeCloseTo(50);
  });

  it("gives zeros, not NaN, where there is nothing", () => {
    expect(scoreTimes([]).value).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
