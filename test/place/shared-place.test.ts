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

describe("a predicate that shares the place of another word", () => {
  it("is a noun beside a place that both hang from the verb", () => {
    const analysis = withNames(
      sentence(`
        Nine NUM CD 2 nsubj:pass
        died VERB VBD 0 root die
        in ADP IN 5 case
        an DET DT 5 det
        ambush NOUN NN 2 obl
        on ADP IN 7 case
        Friday PROPN NNP 2 obl
        near ADP IN 9 case
        Bergen PROPN NNP 2 obl
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 4)).toBe("Bergen");
  });

  it("is no noun behind the place", () => {
    const analysis = withNames(
      sentence(`
        In ADP IN 2 case
        Bergen PROPN NNP 4 obl
        she PRON PRP 4 nsubj
        spoke VERB VBD 0 root speak
        after ADP IN 7 case
        the DET DT 7 det
        ambush NOUN NN 4 obl
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 3)).toBe("Bergen");
    expect(placeOf(analysis, 6)).toBeUndefined();
  });

  it("is what a verb of happening tells of, and not who does something", () => {
    const subject = (noun: string, verb: string) =>
      withNames(
        sentence(`
          ${noun} NOUN NNS 2 nsubj ${noun.toLowerCase()}
          ${verb} VERB VBD 0 root ${verb}
          in ADP IN 4 case
          Bergen PROPN NNP 2 obl
        `),
        ["GPE", "Bergen"],
      );
    expect(placeOf(subject("Clashes", "erupt"), 0)).toBe("Bergen");
    expect(placeOf(subject("Sanctions", "dominate"), 0)).toBeUndefined();
  });

  it("is a noun that a participle tells the place of", () => {
    const analysis = withNames(
      sentence(`
        They PRON PRP 2 nsubj
        broke VERB VBD 0 root break
        a DET DT 4 det
        truce NOUN NN 2 obj
        signed VERB VBN 4 acl sign
        in ADP IN 7 case
        Bergen PROPN NNP 5 obl
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 3)).toBe("Bergen");
    expect(placeOf(analysis, 1)).toBeUndefined();
  });

  it("is the second verb behind a place that opens the clause, and not behind one that ends the first", () => {
    const opened = withNames(
      sentence(`
        In ADP IN 2 case
        Bergen PROPN NNP 4 obl
        police NOUN NNS 4 nsubj
        fired VERB VBD 0 root fire
        and CCONJ CC 6 cc
        arrested VERB VBD 4 conj arrest
        two NUM CD 6 obj
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(opened, 5)).toBe("Bergen");
    const ended = withNames(
      sentence(`
        Police NOUN NNS 2 nsubj
        fired VERB VBD 0 root fire
        in ADP IN 4 case
        Bergen PROPN NNP 2 obl
        and CCONJ CC 6 cc
        condemned VERB VBD 2 conj condemn
        arson NOUN NN 6 obj
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(ended, 5)).toBeUndefined();
  });

  it("is what people who are somewhere are told to do", () => {
    const analysis = withNames(
      sentence(`
        It PRON PRP 2 nsubj
        ordered VERB VBD 0 root order
        tourists NOUN NNS 2 obj tourist
        in ADP IN 5 case
        Bergen PROPN NNP 3 nmod
        to PART TO 7 mark
        assemble VERB VB 2 xcomp
      `),
      ["GPE", "Bergen"],
    );
    expect(placeOf(analysis, 6)).toBe("Bergen");
  });
});

describe("of several places", () => {
  it("takes one that is known before one that no list has, and not whence somebody came", () => {
    const arrived = (preposition: string) =>
      withNames(
        sentence(`
          They PRON PRP 2 nsubj
          arrived VERB VBD 0 root arrive
          in ADP IN 4 case
          Quorvane PROPN NNP 2 obl
          ${preposition} ADP IN 6 case
          Bergen PROPN NNP 2 obl
        `),
        ["GPE", "Quorvane"],
        ["GPE", "Bergen"],
      );
    expect(placeOf(arrived("near"), 1)).toBe("Bergen");
    expect(placeOf(arrived("from"), 1)).toBe("Quorvane");
  });
});
