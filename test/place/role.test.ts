import { describe, expect, it } from "vitest";
import type { Analysis } from "../../src/language/analysis.js";
import { findPlaces } from "../../src/place/find-places.js";
import { sentence } from "../support/sentence.js";
import { withNames } from "../support/with-names.js";
import { plainReport } from "../time/plain.js";

const named = (analysis: Analysis): string[] =>
  findPlaces(plainReport(analysis.text), analysis, []).map((p) => `${p.name} ${p.precision}`);

describe("isLocative", () => {
  it("lets a word that 'in' goes with decide only where it stands before the place", () => {
    const before = sentence(`
      In ADP IN 2 case
      Libya PROPN NNP 6 obl
      lives NOUN NNS 6 nsubj
      are AUX VBP 6 cop
      at ADP IN 6 case
      stake NOUN NN 0 root
    `);
    expect(named(before)).toEqual(["Libya country"]);
    const stake = sentence(`
      They PRON PRP 2 nsubj
      have VERB VBP 0 root have
      a DET DT 4 det
      stake NOUN NN 2 obj
      in ADP IN 6 case
      Libya PROPN NNP 4 nmod
    `);
    expect(named(stake)).toEqual([]);
  });

  it("reads the preposition right before a name that the tree hangs from another word", () => {
    const many = sentence(`
      Many ADJ JJ 4 nsubj
      in ADP IN 4 case
      Libya PROPN NNP 4 obl
      fear VERB VBP 0 root fear
      war NOUN NN 4 obj
    `);
    expect(named(many)).toEqual(["Libya country"]);
    const cleft = sentence(`
      In ADP IN 2 case
      fact NOUN NN 5 nmod
      it PRON PRP 5 nsubj
      was AUX VBD 5 cop
      Libya PROPN NNP 0 root
    `);
    expect(named(cleft)).toEqual([]);
  });

  it("takes 'off from' for where something starts, and news from a state for where it is", () => {
    const plane = sentence(`
      It PRON PRP 2 nsubj
      lifted VERB VBD 0 root lift
      off ADP RP 2 compound:prt
      from ADP IN 5 case
      Oslo PROPN NNP 2 obl
    `);
    expect(named(plane)).toEqual(["Oslo city"]);
    const help = sentence(`
      It PRON PRP 2 nsubj
      wants VERB VBZ 0 root want
      help NOUN NN 2 obj
      from ADP IN 5 case
      Oslo PROPN NNP 2 obl
    `);
    expect(named(help)).toEqual([]);
    const reports = sentence(`
      Reports NOUN NNS 4 nsubj report
      from ADP IN 3 case
      Libya PROPN NNP 1 nmod
      differ VERB VBP 0 root differ
    `);
    expect(named(reports)).toEqual(["Libya country"]);
  });

  it("takes the border with a state for a place there, and talks with it for none", () => {
    const along = (noun: string) =>
      sentence(`
        They PRON PRP 2 nsubj
        watch VERB VBP 0 root watch
        the DET DT 4 det
        ${noun} NOUN NN 2 obj
        with ADP IN 6 case
        Libya PROPN NNP 4 nmod
      `);
    expect(named(along("border"))).toEqual(["Libya country"]);
    expect(named(along("match"))).toEqual([]);
  });
});

describe("isPlaceHere", () => {
  it("finds a small town where the text says in what it lies, without the language model's word", () => {
    const based = sentence(`
      It PRON PRP 2 nsubj
      sits VERB VBZ 0 root sit
      in ADP IN 4 case
      Vevey PROPN NNP 2 obl
      , PUNCT , 6 punct
      Switzerland PROPN NNP 4 nmod
    `);
    expect(named(based)).toEqual(["Vevey city", "Switzerland country"]);
  });

  it("knows a state of the United States by its postal code behind a town that lies there", () => {
    const town = (code: string) =>
      withNames(
        sentence(`
          Fires NOUN NNS 2 nsubj
          raged VERB VBD 0 root rage
          in ADP IN 4 case
          Portland PROPN NNP 2 obl
          , PUNCT , 6 punct
          ${code} PROPN NNP 4 nmod
        `),
        ["GPE", "Portland"],
      );
    expect(named(town("OR"))).toEqual(["Portland city", "Oregon region"]);
    expect(named(town("XX"))).toEqual(["Portland city"]);
  });

  it("reads a dateline behind a heading in the same paragraph, and no state that a heading names", () => {
    const behind = (name: string) =>
      sentence(`
        Envoys NOUN NNS 2 nsubj
        meet VERB VBP 0 root meet
        ${name} PROPN NNP 2 obj
        : PUNCT : 2 punct
        Talks NOUN NNS 6 nsubj
        began VERB VBD 2 parataxis begin
      `);
    const glued = (name: string) => {
      const analysis = behind(name);
      const text = analysis.text.replace(`${name} :`, `${name}: `);
      return { ...analysis, text };
    };
    expect(named(glued("TEHRAN"))).toEqual(["Tehran city"]);
    expect(named(glued("CHINA"))).toEqual([]);
  });
});

describe("how wide a place is", () => {
  it("is a region where the name of a town stands before a province or district", () => {
    const near = (noun: string) =>
      withNames(
        sentence(`
          Rain NOUN NN 2 nsubj
          fell VERB VBD 0 root fall
          in ADP IN 6 case
          the DET DT 6 det
          Bergen PROPN NNP 6 compound
          ${noun} NOUN NN 2 obl
        `),
        ["GPE", "Bergen"],
      );
    expect(named(near("district"))).toEqual(["Bergen region"]);
    expect(named(near("region"))).toEqual(["Bergen region"]);
    expect(named(near("harbour"))).toEqual(["Bergen city"]);
  });
});

describe("isLocative, of a name before a noun", () => {
  it("takes the border that somebody visits or crosses, and not one that he talks of", () => {
    const border = (verb: string) =>
      sentence(`
        They PRON PRP 2 nsubj
        ${verb} VERB VBD 0 root ${verb}
        the DET DT 5 det
        Libya PROPN NNP 5 compound
        border NOUN NN 2 obj
      `);
    expect(named(border("cross"))).toEqual(["Libya country"]);
    expect(named(border("discuss"))).toEqual([]);
  });

  it("takes a state whose building is attacked, and not one that attacks or whose mission is", () => {
    const attack = (building: string) =>
      sentence(`
        The DET DT 4 det
        Kenya PROPN NNP 4 compound
        ${building} NOUN NN 4 compound
        attack NOUN NN 5 nsubj
        failed VERB VBD 0 root fail
      `);
    expect(named(attack("mall"))).toEqual(["Kenya country"]);
    expect(named(attack("embassy"))).toEqual([]);
    expect(named(attack("army"))).toEqual([]);
  });

  it("takes both ends of a service, and not of a quarrel", () => {
    const between = (noun: string) =>
      sentence(`
        The DET DT 2 det
        ${noun} NOUN NN 7 nsubj ${noun}
        between ADP IN 4 case
        Kenya PROPN NNP 2 nmod
        and CCONJ CC 6 cc
        Libya PROPN NNP 4 conj
        ended VERB VBD 0 root end
      `);
    expect(named(between("service"))).toEqual(["Kenya country", "Libya country"]);
    expect(named(between("quarrel"))).toEqual([]);
  });

  it("takes whence somebody answers, and not whence he profits", () => {
    const from = (verb: string) =>
      sentence(`
        He PRON PRP 2 nsubj
        ${verb} VERB VBD 0 root ${verb}
        from ADP IN 4 case
        Nairobi PROPN NNP 2 obl
      `);
    expect(named(from("respond"))).toEqual(["Nairobi city"]);
    expect(named(from("profit"))).toEqual([]);
  });

  it("takes what is gone over, and not what is won over", () => {
    const over = (verb: string) =>
      sentence(`
        It PRON PRP 2 nsubj
        ${verb} VERB VBD 0 root ${verb}
        over ADP IN 4 case
        Japan PROPN NNP 2 obl
      `);
    expect(named(over("go"))).toEqual(["Japan country"]);
    expect(named(over("prevail"))).toEqual([]);
  });
});
