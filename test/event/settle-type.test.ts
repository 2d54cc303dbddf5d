import { describe, expect, it } from "vitest";
import { findActors } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Analysis } from "../../src/language/analysis.js";
import { withEvidence } from "../support/coding.js";
import { sentence } from "../support/sentence.js";

function events(analysis: Analysis, alone?: "codebook" | "learned") {
  const { text } = analysis;
  const report = goldReport({ id: "r", text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
  const { mentions } = findActors(report, analysis, {});
  return findEvents(report, analysis, mentions, [], [], [], undefined, alone);
}

const blame = sentence(`
  Peru PROPN NNP 2 nsubj
  blamed VERB VBD 0 root blame
  Chile PROPN NNP 2 obj`);
const court = sentence(`
  Rebels NOUN NNS 2 nsubj rebel
  blamed VERB VBD 0 root blame
  farmers NOUN NNS 2 obj farmer`);

describe("codebook and learned coder together", () => {
  it("leave the type to the pattern where the coder is unsure, and tell its probability", () => {
    const [unsure] = events(withEvidence(blame, { blamed: { REJECT: 1 } }));
    expect(unsure).toMatchObject({ type: "ACCUSE", explanation: { by: "ACCUSE/accuse" } });
    const [sure] = events(withEvidence(blame, { blamed: { ACCUSE: 9 } }));
    expect(sure!.explanation.steps.join()).toMatch(/ACCUSE with a probability of [01]\.\d\d by codebook/);
  });

  it("follow the coder where it is sure of another type, and name the pattern that lost", () => {
    const [event] = events(withEvidence(blame, { blamed: { REJECT: 12 } }));
    expect(event).toMatchObject({ type: "REJECT", explanation: { by: "learned coder (ACCUSE/accuse)" } });
    expect(event!.explanation.rivals[0]).toMatchObject({ type: "ACCUSE", by: "ACCUSE/accuse" });
  });

  it("do as the codebook says where it is asked alone or there is no evidence", () => {
    const [alone] = events(withEvidence(blame, { blamed: { REJECT: 12 } }), "codebook");
    const [bare] = events(blame);
    expect(alone).toEqual(bare);
    expect(bare!.explanation.steps.join()).not.toMatch(/learned/);
  });

  it("tell of people whom nobody knows only where the coder is sure of an act", () => {
    expect(events(court)).toEqual([]);
    expect(events(withEvidence(court, { blamed: { EVENT: -12 } }))).toEqual([]);
    const [event] = events(withEvidence(court, { blamed: { EVENT: 12, ACCUSE: 9 } }));
    expect(event).toMatchObject({ type: "ACCUSE", sources: [{ actor: { known: false } }] });
    expect(event!.explanation.steps.join()).toMatch(/admitted by the learned coder/);
    expect(events(withEvidence(court, { blamed: { EVENT: 12, ACCUSE: 9 } }), "codebook")).toEqual([]);
  });
});
