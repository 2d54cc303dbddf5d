import { describe, expect, it } from "vitest";
import { object } from "../../src/event/objects.js";
import { sentence } from "../support/sentence.js";

const forms = (words: readonly { readonly form: string }[]) => words.map(({ form }) => form);

describe("object", () => {
  it("is what follows a gerund after 'of'", () => {
    const analysis = sentence(`
      Peru PROPN NNP 3 nmod:poss
      's PART POS 1 case
      firing VERB VBG 7 nsubj fire
      of ADP IN 5 case
      missiles NOUN NNS 3 nmod missile
      angered VERB VBD 0 root anger
      Chile PROPN NNP 6 obj`);
    expect(forms(object(analysis, analysis.words[2]!))).toEqual(["missiles"]);
  });

  it("is not what is accused of something", () => {
    const analysis = sentence(`
      Peru PROPN NNP 2 nsubj
      complained VERB VBD 0 root complain
      of ADP IN 4 case
      raids NOUN NNS 2 nmod raid`);
    expect(forms(object(analysis, analysis.words[1]!))).toEqual([]);
  });
});
