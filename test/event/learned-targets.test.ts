import { describe, expect, it } from "vitest";
import { findActors } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Analysis } from "../../src/language/analysis.js";
import { withEvidence } from "../support/coding.js";
import { sentence } from "../support/sentence.js";

/** "Peru accepted a plan for farms across Chile", of other sides. */
const planOf = (source: string, side: string) =>
  sentence(`
  ${source} PROPN NNP 2 nsubj
  accepted VERB VBD 0 root accept
  a DET DT 4 det
  plan NOUN NN 2 obj
  for ADP IN 6 case
  farms NOUN NNS 4 nmod farm
  across ADP IN 8 case
  ${side} PROPN NNP 6 nmod`);
const plan = planOf("Peru", "Chile");

function targets(analysis: Analysis, alone?: "codebook") {
  const { text } = analysis;
  const report = goldReport({ id: "r", text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
  const { mentions } = findActors(report, analysis, {});
  const events = findEvents(report, analysis, mentions, [], [], [], undefined, alone);
  return events.flatMap((e) => e.targets.map((t) => (t.actor.known ? t.actor.value.code : "?")));
}

describe("withLikelyTarget", () => {
  const act = { accepted: { EVENT: 20 } };
  const evidence = { ...act, Peru: { SOURCE: 12 }, Chile: { TARGET: 12 } };

  it("names the target that the learned coder is sure of where the codebook knows none", () => {
    const before = targets(plan);
    expect(before).toEqual(["?"]);
    expect(targets(withEvidence(plan, evidence))).toEqual(["CHL"]);
  });

  it("leaves the target alone where the coder is unsure, doubts the source, or is not asked", () => {
    expect(targets(withEvidence(plan, { ...act, Peru: { SOURCE: 12 } }))).toEqual(["?"]);
    expect(targets(withEvidence(plan, { ...act, farms: { SOURCE: 20 }, Chile: { TARGET: 12 } }))).toEqual([
      "?",
    ]);
    expect(targets(withEvidence(plan, evidence), "codebook")).toEqual(["?"]);
  });

  it("takes nobody from another clause", () => {
    const apart = sentence(`
      Peru PROPN NNP 2 nsubj
      accepted VERB VBD 0 root accept
      a DET DT 4 det
      plan NOUN NN 2 obj
      while SCONJ IN 7 mark
      Chile PROPN NNP 7 nsubj
      slept VERB VBD 2 advcl sleep`);
    expect(targets(withEvidence(apart, evidence))).toEqual(["?"]);
  });

  it("takes neither a place nor the state whose official acts", () => {
    const across = { ...act, Peru: { SOURCE: 12 } };
    const inLima = planOf("Norway", "Lima");
    expect(targets(withEvidence(inLima, { ...act, Norway: { SOURCE: 12 }, Lima: { TARGET: 12 } }))).toEqual([
      "?",
    ]);
    const own = sentence(`
      Peruvian ADJ JJ 2 amod
      police NOUN NN 3 nsubj
      accepted VERB VBD 0 root accept
      a DET DT 5 det
      plan NOUN NN 3 obj
      for ADP IN 7 case
      farms NOUN NNS 5 nmod farm
      across ADP IN 9 case
      Peru PROPN NNP 7 nmod`);
    expect(targets(withEvidence(own, { ...across, police: { SOURCE: 12 }, Peru: { TARGET: 12 } }))).toEqual([
      "?",
    ]);
  });

  it("takes nobody whom the condemned harm befell", () => {
    const bombing = sentence(`
      Norway PROPN NNP 2 nsubj
      condemned VERB VBD 0 root condemn
      the DET DT 4 det
      bombing NOUN NN 2 obj
      of ADP IN 8 case
      the DET DT 8 det
      Kenyan ADJ JJ 8 amod
      embassy NOUN NN 4 nmod`);
    const likely = {
      condemned: { EVENT: 20 },
      Norway: { SOURCE: 12 },
      Kenyan: { TARGET: 12 },
      embassy: { TARGET: 12 },
    };
    expect(targets(withEvidence(bombing, likely))).not.toContain("KEN");
  });
});
