import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_KINDS } from "../../src/ledger/exchanges/exchange.js";
import { dayNumber, isoDay, ticksOf } from "../../web/src/timeline/days.js";
import { type Exchange, layOut, periodOf, TENORS, tenorOf } from "../../web/src/timeline/layout.js";

const LABELS: Readonly<Record<string, string[]>> = {
  "2017-03-01 2017-03-04": ["1 Mar 2017", "2 Mar 2017", "3 Mar 2017", "4 Mar 2017"],
  "2017-01-15 2017-06-10": ["Feb 2017", "Mar 2017", "Apr 2017", "May 2017", "Jun 2017"],
  "1990-01-01 2020-12-31": ["1990", "2000", "2010", "2020"],
};

describe("ticksOf", () => {
  it.each(Object.entries(LABELS))("%s", (days, labels) => {
    const [first, last] = days.split(" ").map(dayNumber) as [number, number];
    expect(ticksOf({ first, last }, 6).map(({ label }) => label)).toEqual(labels);
  });

  it("keeps to the period and to about as many as are wanted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30_000, max: 40_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        (first, length) => {
          const ticks = ticksOf({ first, last: first + length }, 8);
          expect(ticks.length).toBeLessThanOrEqual(10);
          for (const [i, { day }] of ticks.entries()) {
            expect(day).toBeGreaterThanOrEqual(i === 0 ? first : ticks[i - 1]!.day + 1);
            expect(day).toBeLessThanOrEqual(first + length);
          }
        },
      ),
    );
  });

  it("counts days as ISO 8601 names them", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 40_000 }), (day) => dayNumber(isoDay(day)) === day),
    );
  });
});

function exchange(id: string, other: Partial<Exchange>): Exchange {
  const opening = { id: `e${id}`, report: "r1", words: "asked" };
  return {
    kind: "linked exchange",
    id,
    openingIs: "demand",
    opening,
    name: "",
    reports: 1,
    asks: ["NRL"],
    asked: ["SDL"],
    about: [],
    answers: [],
    ...other,
  };
}
const answer = (id: string, day?: string): Exchange["answers"][number] => ({
  id,
  report: "r2",
  words: "no",
  answerIs: "refusal",
  link: "explicit",
  ...(day && { day }),
});

describe("layOut", () => {
  const x = (day: number) => (day - dayNumber("2017-03-01")) * 50;

  it("puts each side's turns on its side, answers across from what they answer", () => {
    const { placed, axis, undated } = layOut(
      [
        exchange("a", { firstDay: "2017-03-02", answers: [answer("n", "2017-03-03")] }),
        exchange("b", { firstDay: "2017-03-05", asks: ["SDL"], asked: ["NRL"], answers: [answer("m")] }),
        exchange("c", {}),
      ],
      "NRL",
      x,
    );
    expect(undated).toBe(1);
    const [a, b] = placed;
    expect(a!.from.y).toBeLessThan(axis);
    expect(a!.answers[0]).toMatchObject({ x: 100, tenor: "no" });
    expect(a!.answers[0]!.y).toBeGreaterThan(axis);
    expect(b!.from.y).toBeGreaterThan(axis);
    // An answer without a day stands at its demand's.
    expect(b!.answers[0]!.x).toBe(b!.from.x);
    expect(b!.answers[0]!.y).toBeLessThan(axis);
  });

  it("stacks turns of one day, all within the picture", () => {
    const many = Array.from({ length: 9 }, (_, i) => exchange(String(i), { firstDay: "2017-03-02" }));
    const { placed, height } = layOut(many, "NRL", x);
    expect(new Set(placed.map(({ from }) => from.y)).size).toBe(9);
    for (const { from } of placed) {
      expect(from.y).toBeGreaterThan(0);
      expect(from.y).toBeLessThan(height);
    }
  });

  it("knows the first and the last day", () => {
    expect(periodOf([exchange("c", {})])).toBeUndefined();
    const told = [exchange("a", { firstDay: "2017-03-02", answers: [answer("n", "2017-04-03")] })];
    expect(periodOf(told)).toEqual({ first: dayNumber("2017-03-02"), last: dayNumber("2017-04-03") });
  });

  it("has a colour for every kind of answer", () => {
    for (const kind of ANSWER_KINDS) expect(TENORS).toHaveProperty(tenorOf(kind));
  });
});
