import { describe, expect, it } from "vitest";
import type { Analysis } from "../../src/language/analysis.js";
import { clausePlace } from "../../src/place/clause-place.js";
import { findPlaces } from "../../src/place/find-places.js";
import { sentence } from "../support/sentence.js";
import { withNames } from "../support/with-names.js";
import { plainReport } from "../time/plain.js";

const placeOf = (analysis: Analysis, word: number): string | undefined => {
  const places = findPlaces(plainReport(analysis.text), analysis, []);
  const index = clausePlace(analysis, places, word);
  return index === undefined ? undefined : places[index]!.name;
};

describe("clausePlace, where the tree hangs a place from another word", () => {
  it("goes by the noun right before the preposition", () => {
    const analysis = withNames(
      sentence(`
        He PRON PRP 2 nsubj
        calls VERB VBZ 0 root call
        the DET DT 4 det
        fighting NOUN NN 2 obj
        in ADP IN 8 case
        the DET DT 8 det
        port NOUN NN 8 compound
        city NOUN NN 2 obl
        of ADP IN 10 case
        Bergen PROPN NNP 8 nmod
        a DET DT 12 det
        disaster NOUN NN 2 xcomp
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 3)).toBe("Bergen");
  });

  it("goes by the verb before it, an adverb and a comma passed over", () => {
    const analysis = withNames(
      sentence(`
        A DET DT 2 det
        man NOUN NN 0 root
        who PRON WP 4 nsubj
        lived VERB VBD 2 acl:relcl live
        north ADV RB 4 advmod
        , PUNCT , 4 punct
        in ADP IN 8 case
        Bergen PROPN NNP 2 nmod
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 3)).toBe("Bergen");
  });

  it("goes by the hyphen behind the country of a seat", () => {
    const analysis = withNames(
      sentence(`
        Bergen PROPN NNP 6 compound
        , PUNCT , 3 punct
        Norway PROPN NNP 1 appos
        - PUNCT HYPH 3 punct
        based VERB VBN 6 amod base
        shippers NOUN NNS 7 nsubj
        left VERB VBD 0 root leave
      `),
      ["GPE", "Bergen"],
      ["GPE", "Norway"],
    );
    const text = analysis.text.replace("Norway - based", "Norway-based");
    const hyphen = text.indexOf("-");
    const shift = (at: number) => (at <= hyphen ? at : at <= hyphen + 2 ? at - 1 : at - 2);
    const words = analysis.words.map((w) => ({ ...w, start: shift(w.start), end: shift(w.end) }));
    expect(placeOf({ ...analysis, text, words }, 4)).toBe("Norway");
    expect(placeOf(analysis, 4)).toBeUndefined();
  });

  it("does not take the owner of a place for the place, nor what stands behind another noun", () => {
    const analysis = withNames(
      sentence(`
        Founded VERB VBN 5 acl found
        in ADP IN 5 case
        Norway PROPN NNP 5 nmod:poss
        's PART POS 3 case
        Bergen PROPN NNP 0 root
      `),
      ["GPE", "Norway"],
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 0)).not.toBe("Norway");
    const talks = withNames(
      sentence(`
        Talks NOUN NNS 6 nsubj
        with ADP IN 3 case
        ministers NOUN NNS 1 nmod
        in ADP IN 5 case
        Bergen PROPN NNP 6 obl
        help VERB VBP 0 root help
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(talks, 0)).toBeUndefined();
  });

  it("takes the name right behind the preposition before what it lies in", () => {
    const analysis = withNames(
      sentence(`
        Farmers NOUN NNS 2 nsubj
        gathered VERB VBD 0 root gather
        in ADP IN 5 case
        Bergen PROPN NNP 5 compound
        district NOUN NN 2 obl
        of ADP IN 7 case
        Norway PROPN NNP 5 nmod
      `),
      ["GPE", "Bergen"],
      ["GPE", "Norway"],
    );
    expect(placeOf(analysis, 1)).toBe("Bergen");
  });

  it("does not take what lies beyond the border of a place for the place", () => {
    const tore = sentence(`
      It PRON PRP 2 nsubj
      tore VERB VBD 0 root tear
      into ADP IN 5 case
      a DET DT 5 det
      market NOUN NN 2 obl
      on ADP IN 8 case
      the DET DT 8 det
      border NOUN NN 5 nmod
      with ADP IN 10 case
      Libya PROPN NNP 8 nmod
    `);
    expect(placeOf(tore, 1)).toBeUndefined();
  });

  it("goes through a border to what lies at it", () => {
    const closed = sentence(`
      They PRON PRP 2 nsubj
      closed VERB VBD 0 root close
      the DET DT 4 det
      border NOUN NN 2 obj
      with ADP IN 6 case
      Libya PROPN NNP 4 nmod
    `);
    expect(placeOf(closed, 1)).toBe("Libya");
    const talks = sentence(`
      They PRON PRP 2 nsubj
      closed VERB VBD 0 root close
      the DET DT 4 det
      talks NOUN NNS 2 obj
      with ADP IN 6 case
      Libya PROPN NNP 4 nmod
    `);
    expect(placeOf(talks, 1)).toBeUndefined();
  });
});

describe("clausePlace, where the place stands in the subject", () => {
  const arrests = (people: string, preposition: string) =>
    withNames(
      sentence(`
        ${people} NOUN NNS 4 nsubj
        ${preposition} ADP IN 3 case
        Bergen PROPN NNP 1 nmod
        stopped VERB VBD 0 root stop
        trains NOUN NNS 4 obj train
      `),
      ["GPE", "Bergen"],
    );

  it("is where people in it act", () => {
    expect(placeOf(arrests("police", "in"), 3)).toBe("Bergen");
  });

  it("is not whence they come, nor where a thing is", () => {
    expect(placeOf(arrests("police", "from"), 3)).toBeUndefined();
    expect(placeOf(arrests("snow", "in"), 3)).toBeUndefined();
  });

  it("gives way to a place of the predicate's own", () => {
    const analysis = withNames(
      sentence(`
        Police NOUN NNS 4 nsubj police
        in ADP IN 3 case
        Bergen PROPN NNP 1 nmod
        fired VERB VBD 0 root fire
        into ADP IN 6 case
        Oslo PROPN NNP 4 obl
      `),
      ["GPE", "Bergen"],
      ["GPE", "Oslo"],
    );
    expect(placeOf(analysis, 3)).toBe("Oslo");
  });
});

describe("clausePlace, by what a place is an example or a state of", () => {
  it("takes an example of the towns where something happens", () => {
    const analysis = withNames(
      sentence(`
        Shops NOUN NNS 2 nsubj shop
        closed VERB VBD 0 root close
        in ADP IN 4 case
        cities NOUN NNS 2 obl city
        such ADJ JJ 7 case
        as ADP IN 5 fixed
        Bergen PROPN NNP 4 nmod
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 1)).toBe("Bergen");
  });

  it("goes by the adjective right before the preposition", () => {
    const analysis = withNames(
      sentence(`
        Nine NUM CD 3 nsubj:pass
        were AUX VBD 3 aux:pass
        reported VERB VBN 0 root report
        dead ADJ JJ 3 xcomp
        in ADP IN 6 case
        Bergen PROPN NNP 3 obl
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 3)).toBe("Bergen");
  });
});
