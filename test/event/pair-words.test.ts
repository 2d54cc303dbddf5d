import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PAIR_ROLES, pairWords } from "../../src/event/pair-words.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { sentence } from "../support/sentence.js";

describe("pairWords", () => {
  const analysis = sentence(`
    Peru PROPN NNP 2 nsubj
    promised VERB VBD 0 root promise
    to PART TO 4 mark
    send VERB VB 2 xcomp
    food NOUN NN 4 obj
    for ADP IN 8 case
    two NUM CD 8 nummod
    towns NOUN NNS 4 obl town
    in ADP IN 10 case
    Chile PROPN NNP 8 nmod`);
  const forms = (source: number, target: number) =>
    Object.fromEntries(
      Object.entries(pairWords(analysis, analysis.words[source]!, analysis.words[target]!)).map(
        ([role, words]) => [role, words.map((i) => analysis.words[i]!.form).join(" ")],
      ),
    );

  it("finds the words that join source and target", () => {
    expect(forms(0, 9)).toEqual({
      path: "promised towns send",
      sourceVerb: "promised",
      targetGovernor: "towns",
      joint: "promised",
      below: "promised Peru send",
      between: "Peru promised to send food for two towns in Chile",
    });
  });

  it("gives the word above where source and target are one", () => {
    expect(forms(1, 1)).toMatchObject({ path: "promised", joint: "promised", sourceVerb: "promised" });
  });

  it("always gives words of the analysis, at least one in each group", () => {
    fc.assert(
      fc.property(arbitraryAnalysis(["Peru", "promised"]), fc.nat(), fc.nat(), (any, a, b) => {
        const { words } = any;
        const found = pairWords(any, words[a % words.length]!, words[b % words.length]!);
        for (const role of PAIR_ROLES) {
          expect(found[role].length).toBeGreaterThan(0);
          for (const index of found[role]) expect(words[index]).toBeDefined();
        }
      }),
    );
  });
});
