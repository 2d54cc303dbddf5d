import { describe, expect, it } from "vitest";
import type { ActorGoldMention } from "../../src/evaluate/actor-gold.js";
import { actorFigures, type FoundMention, scoreActors } from "../../src/evaluate/actors-score.js";

function mark(start: number, end: number, fields: Partial<ActorGoldMention>): ActorGoldMention {
  return { start, end, surface: "x".repeat(end - start), form: "name", ...fields };
}

function found(
  start: number,
  end: number,
  head: readonly [number, number],
  ...codes: string[]
): FoundMention {
  return { start, end, head, codes, by: "test" };
}

const ALL = [0, 100] as const;
const results = (gold: ActorGoldMention[], predicted: FoundMention[]) =>
  scoreActors(gold, predicted, ALL).scored.map((s) => s.result);

describe("scoreActors", () => {
  it("takes any of the readings, as a set", () => {
    const gold = [mark(0, 5, { codes: ["CHN", "USA"], or: [["CHN.GOV", "USA.GOV"]] })];
    expect(results(gold, [found(0, 5, [0, 5], "USA", "CHN")])).toEqual(["right"]);
    expect(results(gold, [found(0, 5, [0, 5], "CHN.GOV", "USA.GOV")])).toEqual(["right"]);
    expect(results(gold, [found(0, 5, [0, 5], "CHN")])).toEqual(["wrong"]);
    expect(results(gold, [found(0, 5, [0, 5])])).toEqual(["unknown"]);
    expect(results(gold, [])).toEqual(["unknown"]);
  });

  it("tells the state from the sector", () => {
    const [one] = scoreActors(
      [mark(0, 5, { codes: ["CHN.GOV"] })],
      [found(0, 5, [0, 5], "CHN.MIL")],
      ALL,
    ).scored;
    expect(one).toMatchObject({ result: "wrong", stateRight: true });
  });

  it("gives what was found to the smallest mark that holds its head", () => {
    // "the Chinese ministry of trade": the reader's phrase is longer than the mark.
    const gold = [mark(0, 20, { codes: ["CHN.GOV"] }), mark(4, 11, { codes: ["CHN"], form: "demonym" })];
    const phrase = found(0, 29, [12, 20], "CHN.GOV");
    const inner = found(4, 11, [4, 11], "CHN");
    expect(results(gold, [phrase, inner])).toEqual(["right", "right"]);
    expect(results(gold, [phrase])).toEqual(["right", "unknown"]);
  });

  it("prefers the mention whose head ends the mark", () => {
    const gold = [mark(0, 18, { codes: ["USA.MIL"] })];
    const inner = found(0, 4, [0, 4], "USA");
    const whole = found(0, 18, [11, 18], "USA.MIL");
    expect(results(gold, [inner, whole])).toEqual(["right"]);
    expect(results(gold, [whole, inner])).toEqual(["right"]);
  });

  it("wants no code where there is no actor, or none that is known", () => {
    for (const fields of [{ none: true }, { unknown: true }] as const) {
      expect(results([mark(0, 5, fields)], [found(0, 5, [0, 5])])).toEqual(["right"]);
      expect(results([mark(0, 5, fields)], [found(0, 5, [0, 5], "CHN")])).toEqual(["wrong"]);
    }
    const open = mark(0, 5, { unknown: true, or: [["CHN.CVL"]] });
    expect(results([open], [found(0, 5, [0, 5], "CHN.CVL")])).toEqual(["right"]);
  });

  it("takes an aside's code, its state, or none", () => {
    const gold = [mark(0, 5, { codes: ["USA.BUS"], aside: true })];
    expect(results(gold, [])).toEqual(["right"]);
    expect(results(gold, [found(0, 5, [0, 5], "USA")])).toEqual(["right"]);
    expect(results(gold, [found(0, 5, [0, 5], "CHN")])).toEqual(["wrong"]);
  });

  it("counts codes on nothing as spurious, inside the stretch only", () => {
    const at = (start: number, ...codes: string[]) => found(start, start + 4, [start, start + 4], ...codes);
    const { spurious } = scoreActors([], [at(10, "CHN"), at(20), at(40, "USA")], [0, 30]);
    expect(spurious.map((s) => s.start)).toEqual([10]);
  });
});

describe("actorFigures", () => {
  it("counts marks with a code that are no asides, and wrong codes for every hundred marks", () => {
    const gold = [
      mark(0, 2, { codes: ["CHN"] }),
      mark(10, 12, { codes: ["CHN.GOV"], form: "pronoun" }),
      mark(20, 22, { codes: ["CHN"], aside: true }),
      mark(30, 32, { none: true }),
    ];
    const scores = scoreActors(
      gold,
      [
        found(0, 2, [0, 2], "CHN"),
        found(10, 12, [10, 12], "CHN"),
        found(30, 32, [30, 32], "USA"),
        found(50, 52, [50, 52], "USA"),
      ],
      ALL,
    );
    expect(actorFigures([scores])).toEqual({
      all: 50,
      names: 100,
      pronouns_nominals: 0,
      wrong: 75,
      states: 100,
      spurious: 25,
      mentions: 2,
      marks: 4,
    });
  });

  it("gives zeros, not NaN, where there is nothing", () => {
    expect(Object.values(actorFigures([]))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
