import { describe, expect, it } from "vitest";
import { alignEvents, type GoldEvent, judge, markFigures } from "../../src/evaluate/marked-events-score.js";
import type { Event, Participant } from "../../src/event/event.js";
import { known, unknown } from "../../src/record/value.js";
import { sentence } from "../support/sentence.js";

const talks = sentence(`
  Peru PROPN NNP 2 nsubj
  held VERB VBD 0 root hold
  talks NOUN NNS 2 obj talk
  with ADP IN 5 case
  Chile PROPN NNP 3 nmod`);

const [held, noun] = [talks.words[1]!, talks.words[2]!];

function somebody(code: string, sector?: "GOV"): Participant {
  return { actor: known({ code, ...(sector ? { sector } : {}) }, "stated", "the test") };
}
const nobody: Participant = { actor: unknown("the test") };

function event(part: Partial<Event> = {}): Event {
  return {
    kind: "event",
    id: "e",
    report: "r",
    type: "CONSULT",
    status: "asserted",
    sources: [somebody("PER")],
    targets: [somebody("CHL")],
    mutual: false,
    trigger: { start: noun.start, end: noun.end },
    part: "body",
    explanation: { by: "", steps: [], rivals: [] },
    ...part,
  };
}

const gold: GoldEvent = {
  trigger: { start: noun.start, end: noun.end },
  type: "CONSULT",
  status: "asserted",
  sources: [{ code: "PER.GOV" }],
  targets: [{ code: "CHL" }],
};

describe("judge", () => {
  it("compares codes by three letters, and in full", () => {
    expect(judge(gold, event())).toEqual({
      type: true,
      status: true,
      source: true,
      target: true,
      inFull: false,
    });
    expect(judge(gold, event({ sources: [somebody("PER", "GOV")] })).inFull).toBe(true);
    expect(judge(gold, event({ sources: [somebody("PER"), somebody("BOL")] })).source).toBe(false);
  });

  it("takes nobody for right only where nobody is marked", () => {
    expect(judge(gold, event({ targets: [nobody] })).target).toBe(false);
    expect(judge({ ...gold, targets: [] }, event({ targets: [nobody] })).target).toBe(true);
    expect(judge({ ...gold, targets: [{}] }, event()).target).toBe(false);
  });

  it("swaps the sides of mutual acts alone", () => {
    const swapped = { sources: [somebody("CHL")], targets: [somebody("PER")] };
    expect(judge(gold, event(swapped))).toMatchObject({ source: false, target: false });
    expect(judge(gold, event({ ...swapped, mutual: true }))).toMatchObject({ source: true, target: true });
  });
});

describe("alignEvents", () => {
  it("joins words of one act where the type agrees", () => {
    const verb = event({ trigger: { start: held.start, end: held.end } });
    expect(alignEvents([gold], [verb], talks)).toEqual([{ gold, found: verb }]);
    const other = { ...verb, type: "AID" } as const;
    expect(alignEvents([gold], [other], talks)).toEqual([{ gold }, { found: other }]);
  });

  it("gives each mark the event that fits best, one to one", () => {
    const [wrong, right] = [event({ type: "AID" }), event()];
    const scored = alignEvents([gold], [wrong, right], talks);
    expect(scored).toEqual([{ gold, found: right }, { found: wrong }]);
    expect(markFigures(scored)).toMatchObject({ type_precision: 50, type_recall: 100, events: 2, marks: 1 });
  });
});
