import { describe, expect, it } from "vitest";
import { findActors } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { parseActWeights } from "../../src/event/act-weights.js";
import { type Codebook, loadCodebook } from "../../src/event/codebook.js";
import { EVENT_TYPES, type EventType } from "../../src/event/event.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Analysis } from "../../src/language/analysis.js";
import { sentence } from "../support/sentence.js";

const blamed = sentence(`
  Peru PROPN NNP 2 nsubj
  blamed VERB VBD 0 root blame
  Chile PROPN NNP 2 obj`);

/** How much the encoder thinks of types at "blamed", in logarithms of odds. */
function withActs(scores: Partial<Record<EventType, number>>): Analysis {
  const types = EVENT_TYPES.filter((t) => scores[t] !== undefined);
  const acts = {
    unit: 4,
    least: -10,
    words: types.map(() => 1),
    types: types.map((t) => EVENT_TYPES.indexOf(t)),
    scores: types.map((t) => 4 * scores[t]!),
  };
  return { ...blamed, acts };
}

const weights = parseActWeights("# remark\nown\tcodebook\t1\nrow\tbias\t2\nrow\tleast\t0.3\n");

function events(analysis: Analysis, codebook: Codebook = loadCodebook(), alone?: "codebook") {
  const { text } = analysis;
  const report = goldReport({ id: "r", text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
  const { mentions } = findActors(report, analysis, {});
  return findEvents(report, analysis, mentions, [], [], [], codebook, alone, weights);
}

describe("settleActs", () => {
  it("keeps what the encoder takes for an act, and tells how likely it is", () => {
    const [event, ...more] = events(withActs({ ACCUSE: 5 }));
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: "ACCUSE", explanation: { by: "ACCUSE/accuse" } });
    expect(event!.explanation.steps.join()).toMatch(/ACCUSE with a probability of 1\.00.*all of it right/);
    const step = event!.explanation.steps.find((one) => one.startsWith("all of it right"));
    expect(step).toBe(`all of it right with a probability of ${event!.probability!.toFixed(2)}`);
  });

  it("leaves out what it takes for none, unless the pattern is a user's own or the codebook is asked alone", () => {
    expect(events(withActs({}))).toEqual([]);
    expect(events(withActs({}), loadCodebook(), "codebook")).toHaveLength(1);
    const own = { ...loadCodebook(), version: "own", own: new Set<EventType>(["ACCUSE"]) };
    const [event] = events(withActs({}), own);
    expect(event!.explanation.steps.at(-1)).toBe("told all the same, because the pattern is your own");
    expect(event!.probability).toBeLessThan(0.4);
  });

  it("changes nothing where the analysis is older than these weights", () => {
    const [event, ...more] = events(blamed);
    expect(more).toEqual([]);
    expect(event).not.toHaveProperty("probability");
  });
});

describe("parseActWeights", () => {
  it("names the line that is not in its format", () => {
    expect(() => parseActWeights("own\tcodebook\tmuch\n")).toThrow("line 1: part, clue and weight expected");
    expect(() => parseActWeights("\nother\tcodebook\t1\n")).toThrow("line 2");
  });
});
