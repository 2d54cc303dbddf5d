import { describe, expect, it } from "vitest";
import { Cast } from "../../src/event/cast.js";
import { candidatesIn, joiningWords, PAIR_FEATURES, pairFeatures } from "../../src/event/role-candidates.js";
import { sentence } from "../support/sentence.js";

const analysis = sentence(`
  Peru PROPN NNP 2 nsubj
  urged VERB VBD 0 root urge
  Chile PROPN NNP 2 obj
  to PART TO 5 mark
  free VERB VB 2 xcomp
  two NUM CD 7 nummod
  miners NOUN NNS 5 obj miner
  and CCONJ CC 9 cc
  guides NOUN NNS 7 conj guide`);
const cast = new Cast(analysis, [], []);
const candidates = candidatesIn(cast, analysis.sentences[0]!);
const [peru, chile, miners, guides] = candidates as [
  (typeof candidates)[0],
  (typeof candidates)[0],
  (typeof candidates)[0],
  (typeof candidates)[0],
];
const features = (source: typeof peru, target: typeof peru) =>
  Object.fromEntries(PAIR_FEATURES.map((name, i) => [name, pairFeatures(source, target)[i]]));

describe("candidatesIn", () => {
  it("gives the heads of noun phrases, not the words inside them", () => {
    expect(candidates.map((c) => c.word.form)).toEqual(["Peru", "Chile", "miners", "guides"]);
    expect(analysis.text.slice(miners.span.start, miners.span.end)).toBe("two miners");
  });

  it("leaves out a sentence that is a long list", () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `N${i} PROPN NNP ${i === 0 ? 0 : 1} ${i === 0 ? "root" : "list"}`,
    );
    const list = sentence(names.join("\n"));
    expect(candidatesIn(new Cast(list, [], []), list.sentences[0]!)).toEqual([]);
  });
});

describe("joiningWords", () => {
  it("gives the words between two phrases, else the word above both", () => {
    expect(joiningWords(peru, chile).map((w) => w.form)).toEqual(["urged"]);
    expect(joiningWords(peru, miners).map((w) => w.form)).toEqual(["urged", "free"]);
    expect(joiningWords(miners, guides).map((w) => w.form)).toEqual(["miners"]);
  });
});

describe("pairFeatures", () => {
  it("tells where the two stand", () => {
    expect(features(peru, chile)).toMatchObject({ before: 1, subject: 1, siblings: 1, path: 0.5, joined: 0 });
    expect(features(chile, peru)).toMatchObject({ before: 0, subject: 0, siblings: 1 });
    expect(features(peru, miners)).toMatchObject({ sourceOneUp: 1, targetTwoUp: 1, verbsOverTarget: 0.5 });
    expect(features(miners, guides)).toMatchObject({ joined: 1, sourceAbove: 1, targetAbove: 0 });
  });
});
