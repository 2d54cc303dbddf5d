import { describe, expect, it } from "vitest";
import { caseOf, isPassive } from "../../src/event/clause.js";
import { indirectObject, object } from "../../src/event/objects.js";
import { answerer, possessors, subject } from "../../src/event/subjects.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { sentence } from "../support/sentence.js";

const word = (analysis: Analysis, form: string): Word => {
  const found = analysis.words.find((w) => w.form === form);
  if (!found) throw new Error(`no word ${form}`);
  return found;
};
const forms = (words: readonly Word[]) => words.map((w) => w.form);

const passive = sentence(`
  Sanctions NOUN NNS 3 nsubj:pass sanction
  were AUX VBD 3 aux:pass be
  imposed VERB VBN 0 root impose
  on ADP IN 5 case
  Ruritania PROPN NNP 3 obl
  by ADP IN 7 case
  Norway PROPN NNP 3 obl:agent`);

const control = sentence(`
  Norway PROPN NNP 2 nsubj
  urged VERB VBD 0 root urge
  Chile PROPN NNP 2 obj
  to PART TO 5 mark
  press VERB VB 2 xcomp
  Peru PROPN NNP 5 obj`);

describe("isPassive", () => {
  const headline = (rest: string) =>
    sentence(`
    Policeman NOUN NN 2 nsubj policeman
    shot VERB VBD 0 root shoot
    ${rest}`);
  it("takes a headline's bare past form for what befell its subject", () => {
    const analysis = headline("in ADP IN 4 case\nLima PROPN NNP 2 obl");
    expect(isPassive(analysis, word(analysis, "shot"))).toBe(true);
  });
  it.each([
    ["an object", "thief NOUN NN 2 obj"],
    ["an aim", "at ADP IN 4 case\nthief NOUN NN 2 obl"],
    ["a second verb", "and CCONJ CC 4 cc\nfled VERB VBD 2 conj flee"],
  ])("but not with %s", (_, rest) => {
    const analysis = headline(rest);
    expect(isPassive(analysis, word(analysis, "shot"))).toBe(false);
  });
  it("follows the participle under a passive of saying", () => {
    const analysis = sentence(`
      Soldiers NOUN NNS 3 nsubj:pass soldier
      were AUX VBD 3 aux:pass be
      reported VERB VBN 0 root report
      killed VERB VBN 3 xcomp kill`);
    expect(isPassive(analysis, word(analysis, "killed"))).toBe(true);
    expect(forms(subject(analysis, word(analysis, "killed")))).toEqual([]);
  });
});

describe("subject and object", () => {
  it("follow the voice", () => {
    const verb = word(passive, "imposed");
    expect(isPassive(passive, verb)).toBe(true);
    expect(forms(subject(passive, verb))).toEqual(["Norway"]);
    expect(forms(object(passive, verb))).toEqual(["Sanctions"]);
  });

  it("give an infinitive the object of its governor", () => {
    const verb = word(control, "press");
    expect(forms(subject(control, verb))).toEqual(["Chile"]);
    expect(forms(object(control, verb))).toEqual(["Peru"]);
  });

  it("keep the subject where the governor promises", () => {
    const promise = sentence(`
      Norway PROPN NNP 2 nsubj
      promised VERB VBD 0 root promise
      Chile PROPN NNP 2 obj
      to PART TO 5 mark
      leave VERB VB 2 xcomp`);
    expect(forms(subject(promise, word(promise, "leave")))).toEqual(["Norway"]);
  });

  it("share a subject between joined verbs", () => {
    const joined = sentence(`
      Norway PROPN NNP 2 nsubj
      condemned VERB VBD 0 root condemn
      Peru PROPN NNP 2 obj
      and CCONJ CC 5 cc
      expelled VERB VBD 2 conj expel
      diplomats NOUN NNS 5 obj`);
    expect(forms(subject(joined, word(joined, "expelled")))).toEqual(["Norway"]);
  });

  it("put the antecedent into a relative clause", () => {
    const relative = sentence(`
      partners NOUN NNS 0 root
      which PRON WDT 4 nsubj
      have AUX VBP 4 aux
      pressured VERB VBN 1 acl:relcl pressure
      Peru PROPN NNP 4 obj`);
    expect(forms(subject(relative, word(relative, "pressured")))).toEqual(["partners"]);
  });

  it("take the noun that a past participle describes for the object", () => {
    const participle = sentence(`
      sanctions NOUN NNS 0 root sanction
      imposed VERB VBN 1 acl impose
      by ADP IN 4 case
      Norway PROPN NNP 2 obl:agent`);
    expect(forms(object(participle, word(participle, "imposed")))).toEqual(["sanctions"]);
    expect(forms(subject(participle, word(participle, "imposed")))).toEqual(["Norway"]);
  });

  it("read the object of the governor for a gerund after “into”", () => {
    const gerund = sentence(`
      Norway PROPN NNP 2 nsubj
      pushed VERB VBD 0 root push
      Peru PROPN NNP 2 obj
      into SCONJ IN 5 mark
      giving VERB VBG 2 advcl give
      up ADP RP 5 compound:prt`);
    expect(forms(subject(gerund, word(gerund, "giving")))).toEqual(["Peru"]);
  });

  it("tell two objects apart", () => {
    const two = sentence(`
      Norway PROPN NNP 2 nsubj
      gave VERB VBD 0 root give
      Peru PROPN NNP 2 obj
      a DET DT 5 det
      deadline NOUN NN 2 obj`);
    const verb = word(two, "gave");
    expect(forms(object(two, verb))).toEqual(["deadline"]);
    expect(forms(indirectObject(two, verb))).toEqual(["Peru"]);
  });
});

describe("nouns", () => {
  it("have a possessor even where the tree misses it", () => {
    const missed = sentence(`
      the DET DT 2 det
      Treasury PROPN NNP 4 nmod
      's PART POS 2 case
      decision NOUN NN 0 root`);
    expect(forms(possessors(missed, word(missed, "decision")))).toEqual(["Treasury"]);
  });

  it("of asking are answered by whom they asked", () => {
    const calls = sentence(`
      Peru PROPN NNP 2 nsubj
      rejected VERB VBD 0 root reject
      calls NOUN NNS 2 obj call
      by ADP IN 5 case
      Norway PROPN NNP 3 nmod`);
    expect(forms(answerer(calls, word(calls, "calls")))).toEqual(["Peru"]);
  });

  it("have the last of several prepositions", () => {
    const out = sentence(`
      pulled VERB VBD 0 root pull
      out ADP IN 4 case
      of ADP IN 4 case
      Peru PROPN NNP 1 obl`);
    expect(caseOf(out, word(out, "Peru"))).toBe("of");
  });
});
