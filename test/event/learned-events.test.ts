import { describe, expect, it } from "vitest";
import { findActors } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Analysis } from "../../src/language/analysis.js";
import { withEvidence } from "../support/coding.js";
import { sentence } from "../support/sentence.js";

const orchard = sentence(`
  Peru PROPN NNP 3 nmod:poss
  's PART POS 1 case
  orchard NOUN NN 4 nsubj
  blamed VERB VBD 0 root blame
  Chile PROPN NNP 4 obj`);

function events(analysis: Analysis, alone?: "codebook" | "learned") {
  const { text } = analysis;
  const report = goldReport({ id: "r", text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
  const { mentions } = findActors(report, analysis, {});
  return findEvents(report, analysis, mentions, [], [], [], undefined, alone);
}

const act = { TOLD: 20, EVENT: -20, ACCUSE: 15 };
const sure = { Peru: { SOURCE: 9 }, Chile: { TARGET: 9 }, blamed: act };

describe("learnedAct", () => {
  it("names the sides of an act whose word the codebook knows", () => {
    expect(events(withEvidence(orchard, { blamed: { EVENT: -20 } }))).toEqual([]);
    const [event, ...more] = events(withEvidence(orchard, sure));
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: "ACCUSE", explanation: { by: "learned coder (ACCUSE/accuse)" } });
    expect(event!.sources[0]!.actor).toMatchObject({ value: { code: "PER" } });
    expect(event!.targets[0]!.actor).toMatchObject({ value: { code: "CHL" } });
    expect(event!.explanation.steps.join()).toMatch(
      /source and target by the learned coder with a prob.* 1\.00/,
    );
  });

  it("tells nothing where the coder is unsure of an act, or sees another type", () => {
    const without = (part: object) => events(withEvidence(orchard, { ...sure, ...part }));
    expect(without({ blamed: { ...act, TOLD: -20 } })).toEqual([]);
    expect(without({ blamed: { ...act, ACCUSE: 0, AID: 15 } })).toEqual([]);
  });

  it("tells nothing where the codebook is asked alone", () => {
    expect(events(withEvidence(orchard, sure), "codebook")).toEqual([]);
  });
});
