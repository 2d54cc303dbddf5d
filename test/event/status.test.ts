import { describe, expect, it } from "vitest";
import { refusal } from "../../src/event/negation.js";
import { statusOf } from "../../src/event/status.js";
import type { Analysis } from "../../src/language/analysis.js";
import { sentence } from "../support/sentence.js";

function status(analysis: Analysis, form: string): string {
  const word = analysis.words.find((w) => w.form === form)!;
  return statusOf(analysis, word, word).status;
}

const act = "deployed VERB VBD 0 root deploy";
const told = (...lines: string[]) => sentence(["Peru PROPN NNP 2 nsubj", ...lines].join("\n"));

describe("statusOf", () => {
  it("is asserted where nothing says otherwise", () => {
    expect(status(told(act, "troops NOUN NNS 2 obj"), "deployed")).toBe("asserted");
  });

  it.each([
    ["denied", "did AUX VBD 4 aux do\nnot PART RB 4 advmod\ndeploy VERB VB 0 root"],
    ["possible", "may AUX MD 4 aux\nsoon ADV RB 4 advmod\ndeploy VERB VB 0 root"],
    ["planned", "will AUX MD 4 aux\nsoon ADV RB 4 advmod\ndeploy VERB VB 0 root"],
    ["demanded", "must AUX MD 4 aux\nsoon ADV RB 4 advmod\ndeploy VERB VB 0 root"],
  ])("is %s by an auxiliary", (expected, rest) => {
    const analysis = sentence(`Peru PROPN NNP 4 nsubj\n${rest}\ntroops NOUN NNS 4 obj`);
    expect(status(analysis, "deploy")).toBe(expected);
  });

  it.each([
    ["planned", "plans", "plan"],
    ["denied", "refuses", "refuse"],
    ["possible", "threatens-not", "consider"],
  ])("is %s under a governor", (expected, form, lemma) => {
    const analysis = sentence(`
      Peru PROPN NNP 2 nsubj
      ${form} VERB VBZ 0 root ${lemma}
      to PART TO 4 mark
      deploy VERB VB 2 xcomp
      troops NOUN NNS 4 obj`);
    expect(status(analysis, "deploy")).toBe(expected);
  });

  it("is demanded where the governor makes somebody else act, planned where not", () => {
    const other = sentence(`
      Norway PROPN NNP 2 nsubj
      wants VERB VBZ 0 root want
      Peru PROPN NNP 2 obj
      to PART TO 5 mark
      deploy VERB VB 2 xcomp`);
    const self = sentence(`
      Norway PROPN NNP 2 nsubj
      wants VERB VBZ 0 root want
      to PART TO 4 mark
      deploy VERB VB 2 xcomp`);
    expect(status(other, "deploy")).toBe("demanded");
    expect(status(self, "deploy")).toBe("planned");
  });

  it("is conditional rather than denied for “will not unless”, with the condition's words", () => {
    const analysis = sentence(`
      Peru PROPN NNP 4 nsubj
      will AUX MD 4 aux
      not PART RB 4 advmod
      leave VERB VB 0 root
      unless SCONJ IN 7 mark
      Norway PROPN NNP 7 nsubj
      pays VERB VBZ 4 advcl pay`);
    const verb = analysis.words[3]!;
    const reading = statusOf(analysis, verb, verb);
    expect(reading.status).toBe("conditional");
    expect(analysis.text.slice(reading.condition!.start, reading.condition!.end)).toBe("unless Norway pays");
    expect(status(analysis, "pays")).toBe("conditional");
  });

  it("is habitual with “occasionally”", () => {
    const analysis = sentence(`
      Peru PROPN NNP 3 nsubj
      occasionally ADV RB 3 advmod
      deploys VERB VBZ 0 root deploy`);
    expect(status(analysis, "deploys")).toBe("habitual");
  });

  it("is background for a previous test, planned for a planned one", () => {
    const phrase = (adjective: string) =>
      sentence(`
      its PRON PRP$ 3 nmod:poss
      ${adjective} ADJ JJ 3 amod
      test NOUN NN 0 root`);
    expect(status(phrase("previous"), "test")).toBe("background");
    expect(status(phrase("planned"), "test")).toBe("planned");
  });

  it("is possible again where a denial is denied", () => {
    const analysis = sentence(`
      Peru PROPN NNP 4 nsubj
      did AUX VBD 4 aux do
      not PART RB 4 advmod
      refuse VERB VB 0 root
      to PART TO 6 mark
      leave VERB VB 4 xcomp`);
    expect(status(analysis, "leave")).toBe("possible");
  });

  it("does not take “not only” for a denial", () => {
    const analysis = sentence(`
      Peru PROPN NNP 4 nsubj
      not PART RB 4 advmod
      only ADV RB 4 advmod
      attacked VERB VBD 0 root attack`);
    expect(status(analysis, "attacked")).toBe("asserted");
  });
});

describe("statusOf beside other clauses", () => {
  it("reads a participle before the verb as done, one after 'into' by what stands above", () => {
    const opening = sentence(`
      Speaking VERB VBG 5 advcl speak
      in ADP IN 3 case
      Oslo PROPN NNP 1 obl
      he PRON PRP 5 nsubj
      urged VERB VBD 0 root urge
      restraint NOUN NN 5 obj`);
    expect(status(opening, "Speaking")).toBe("asserted");
    const into = sentence(`
      Peru PROPN NNP 2 nsubj
      tried VERB VBD 0 root try
      to PART TO 4 mark
      scare VERB VB 2 xcomp
      Chile PROPN NNP 4 obj
      into SCONJ IN 7 mark
      leaving VERB VBG 4 advcl leave`);
    expect(status(into, "leaving")).toBe("possible");
  });

  it("leaves open what is neither confirmed nor denied", () => {
    const analysis = sentence(`
      Peru PROPN NNP 3 nsubj
      neither PART RB 3 advmod
      confirmed VERB VBD 0 root confirm
      nor CCONJ CC 5 cc
      denied VERB VBD 3 conj deny
      that SCONJ IN 8 mark
      it PRON PRP 8 nsubj
      deployed VERB VBD 5 ccomp deploy`);
    expect(status(analysis, "deployed")).toBe("possible");
  });

  it("reads a clause that opens with its auxiliary as a condition", () => {
    const analysis = sentence(`
      Had AUX VBD 3 aux have
      Peru PROPN NNP 3 nsubj
      deployed VERB VBN 6 advcl deploy
      Chile PROPN NNP 6 nsubj
      would AUX MD 6 aux
      leave VERB VB 0 root`);
    expect(status(analysis, "deployed")).toBe("conditional");
  });

  it("does not take what was called for what is called for", () => {
    const analysis = sentence(`
      strike NOUN NN 0 root
      called VERB VBN 1 acl call
      by ADP IN 4 case
      teachers NOUN NNS 2 obl:agent teacher
      to PART TO 6 mark
      protest VERB VB 2 advcl`);
    const reading = statusOf(analysis, analysis.words[5]!, analysis.words[5]!);
    expect(reading).toMatchObject({ status: "planned", purpose: true });
  });

  it("takes an act for hypothetical that 'any' determines", () => {
    const analysis = sentence(`
      Any DET DT 2 det
      deployment NOUN NN 4 nsubj
      worries VERB VBZ 0 root worry
      Chile PROPN NNP 3 obj`);
    expect(status(analysis, "deployment")).toBe("possible");
  });
});

describe("refusal", () => {
  it("is “will not”, not “did not”", () => {
    const of = (aux: string, lemma: string) => {
      const analysis = sentence(`
        Peru PROPN NNP 4 nsubj
        ${aux} AUX MD 4 aux ${lemma}
        not PART RB 4 advmod
        leave VERB VB 0 root`);
      return refusal(analysis, analysis.words[3]!);
    };
    expect(of("will", "will")?.form).toBe("not");
    expect(of("did", "do")).toBeUndefined();
  });

  it("reaches an infinitive through “not going to”", () => {
    const analysis = sentence(`
      That PRON DT 4 nsubj
      is AUX VBZ 4 aux be
      not PART RB 4 advmod
      going VERB VBG 0 root go
      to PART TO 6 mark
      happen VERB VB 4 xcomp`);
    expect(refusal(analysis, analysis.words[5]!)?.form).toBe("not");
  });
});
