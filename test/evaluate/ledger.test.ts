import { describe, expect, it } from "vitest";
import { scoreExchanges } from "../../src/evaluate/exchanges-score.js";
import { eventAt, happeningFigures, scoredMentions } from "../../src/evaluate/happenings-score.js";
import { scoreLedger } from "../../src/evaluate/ledger.js";
import { marksOf, readLedgerGold } from "../../src/evaluate/ledger-gold.js";
import { DEMAND, dispute, REFUSAL } from "../support/dispute.js";

const GOLD = readLedgerGold(`
reports:
  - {key: A, id: one, sha256: "0"}
  - {key: B, id: two, sha256: "1"}
happenings:
  - id: demand
    what: Norway demands a withdrawal
    mentions:
      - {report: A, span: [13, 21], surface: demanded}
      - {report: B, span: [7, 15], surface: demanded}
      - {report: B, span: [900, 905], surface: asked, may: true}
  - id: refusal
    what: Ruritania refuses
    mentions:
      - {report: B, span: [0, 2], surface: no, also: {span: [51, 58], surface: spurned}}
  - id: drills
    what: many drills
    series: true
    mentions:
      - {report: A, span: [0, 1], surface: x}
exchanges:
  - id: withdrawal
    opening: {kind: demand, happening: demand, spans: [{report: A, span: [13, 21], surface: demanded}]}
    answers:
      - {kind: [refusal], link: inferred, spans: [{report: B, span: [51, 58], surface: spurned}]}
      - {kind: denial, link: inferred, may: true, spans: [{report: A, span: [500, 505], surface: other}]}
`);

const reading = (heading: string, told: Parameters<typeof dispute>[0]) =>
  dispute(told, { heading, published: "2017-03-01" });

describe("evaluate ledger", () => {
  it("scores the ledger that the readings make", async () => {
    const readings = [
      {
        key: "A",
        reading: reading("heading", [DEMAND]),
        inGold: (span: { start: number; end: number }) => span,
      },
      {
        key: "B",
        reading: reading("b", [DEMAND, REFUSAL]),
        inGold: (span: { start: number; end: number }) => span,
      },
    ];
    const { metrics } = await scoreLedger(GOLD, readings);
    expect(metrics).toMatchObject({
      happenings: 100,
      happenings_all: 100,
      mentions: 3,
      mentions_found: 3,
      exchanges_precision: 100,
      exchanges_recall: 100,
      kinds: 100,
      answers: 1,
    });
  });

  it("counts what is missing, and answers that are wrong", () => {
    const words = (report: string, start: number, end: number) => [{ report, start, end }];
    const right = {
      id: "d1",
      answerIs: "denial",
      link: "inferred",
      opening: words("B", 7, 15),
      answer: words("B", 50, 52),
    };
    const wrong = { ...right, id: "d2", opening: words("A", 0, 5) };
    const optional = { ...right, id: "d3", answer: words("A", 500, 501) };
    const { asked, found } = scoreExchanges(GOLD.exchanges, GOLD.happenings, [wrong, optional]);
    expect(asked).toEqual([{ exchange: 0, answer: 0 }]);
    expect(found.map((row) => row.right)).toEqual([false, true]);
    expect(scoreExchanges(GOLD.exchanges, GOLD.happenings, [right])).toMatchObject({
      asked: [{ found: right }],
      found: [{ right: true, kind: false }],
    });
  });

  it("leaves series and what may be left out aside, and counts what was missed as groups of one where asked", () => {
    const event = { id: "e1", report: "A", start: 14, end: 15, happening: "h1" };
    const mentions = scoredMentions(GOLD.happenings, [event]);
    expect(mentions.map(({ gold, found }) => [gold, found?.id])).toEqual([
      ["demand", "e1"],
      ["demand", undefined],
      ["refusal", undefined],
    ]);
    expect(happeningFigures(mentions, false)).toMatchObject({ precision: 100, recall: 100 });
    expect(happeningFigures(mentions, true).recall).toBeCloseTo(200 / 3);
    expect(
      eventAt(GOLD.happenings[1]!.mentions[0]!, [{ ...event, report: "B", start: 55, end: 56 }])?.id,
    ).toBe("e1");
  });

  it("tells what is wrong with a file of marks", () => {
    expect(marksOf(GOLD, "A")).toHaveLength(4);
    expect(() => readLedgerGold("reports: 3")).toThrow(/reports: /);
    expect(() => readLedgerGold("{}")).toThrow(/reports: /);
  });
});
