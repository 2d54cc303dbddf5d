import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/actor/actor.js";
import type { Analysis, NameType } from "../../src/language/analysis.js";
import { findPlaces } from "../../src/place/find-places.js";
import type { Where } from "../../src/place/where.js";
import { sentence } from "../support/sentence.js";
import { plainReport } from "../time/plain.js";

function read(text: string, names: readonly [NameType, string][], states: readonly [string, string][] = []) {
  const plain = sentence(text);
  const spans = names.map(([type, form]) => {
    const pieces = form.split(" ");
    const first = plain.words.findIndex((_, i) => pieces.every((p, k) => plain.words[i + k]?.form === p));
    const last = first + pieces.length;
    return { type, first, last, start: plain.words[first]!.start, end: plain.words[last - 1]!.end };
  });
  const analysis: Analysis = { ...plain, names: spans };
  const mentions = states.map(([form, code]): Mention => {
    const { start, end, index } = plain.words.find((w) => w.form === form)!;
    const span = { start, end, head: index, first: index, last: index + 1 };
    return { kind: "mention", ...span, form: "name", actors: [{ code }], by: "test" };
  });
  const told = (w: Where) => [plain.text.slice(w.start, w.end), w.precision, w.country];
  return findPlaces(plainReport(plain.text), analysis, mentions).map(told);
}

describe("a place that no list knows", () => {
  it("lies where the noun that says what it is lies", () => {
    const ridge = `
      Troops NOUN NNS 2 nsubj
      camped VERB VBD 0 root camp
      in ADP IN 6 case
      the DET DT 6 det
      Zarbul PROPN NNP 6 compound
      region NOUN NN 2 obl
      in ADP IN 9 case
      northern ADJ JJ 9 amod
      Iraq PROPN NNP 6 nmod
    `;
    const names: [NameType, string][] = [
      ["GPE", "Zarbul"],
      ["GPE", "Iraq"],
    ];
    expect(read(ridge, names)[0]).toEqual(["Zarbul", "country", "IRQ"]);
  });

  it("lies in the country whose village it is said to be", () => {
    const village = `
      Shells NOUN NNS 2 nsubj
      fell VERB VBD 0 root fall
      on ADP IN 6 case
      the DET DT 6 det
      Iraqi ADJ JJ 6 amod
      village NOUN NN 2 obl
      of ADP IN 8 case
      Zarbul PROPN NNP 6 nmod
    `;
    expect(read(village, [["GPE", "Zarbul"]], [["Iraqi", "IRQ"]])).toEqual([]);
    const near = village.replace("on ADP", "near ADP");
    expect(read(near, [["GPE", "Zarbul"]], [["Iraqi", "IRQ"]])).toEqual([["Zarbul", "country", "IRQ"]]);
  });

  it("a building lies in the town of its name only where the report names that town by itself", () => {
    const hall = (town: string) => `
      After ADP IN 2 case
      riots NOUN NNS 6 obl
      in ADP IN 4 case
      ${town} PROPN NNP 2 nmod
      crowds NOUN NNS 6 nsubj
      met VERB VBD 0 root meet
      at ADP IN 10 case
      Lyon PROPN NNP 10 compound
      Orla PROPN NNP 10 compound
      Hall PROPN NNP 6 obl
    `;
    const names = (town: string): [NameType, string][] => [
      ["GPE", town],
      ["ORG", "Lyon Orla Hall"],
    ];
    expect(read(hall("Lyon"), names("Lyon"))).toEqual([
      ["Lyon", "city", "FRA"],
      ["Lyon Orla Hall", "city", "FRA"],
    ]);
    expect(read(hall("Nice"), names("Nice"))).toEqual([["Nice", "city", "FRA"]]);
  });

  it("a body is no place where somebody belongs to it, and a building of a known town is one", () => {
    const hospital = (verb: string) => `
      ${verb}
      outside ADP IN 5 case
      Orla PROPN NNP 5 compound
      Grand PROPN NNP 5 compound
      Hospital PROPN NNP 1 nmod
      in ADP IN 7 case
      Lyon PROPN NNP 5 nmod
    `;
    const names: [NameType, string][] = [
      ["ORG", "Orla Grand Hospital"],
      ["GPE", "Lyon"],
    ];
    const spoke = hospital("spoke VERB VBD 0 root speak").replace("1 nmod", "1 obl");
    expect(read(spoke, names)[0]).toEqual(["Orla Grand Hospital", "city", "FRA"]);
    expect(read(hospital("professor NOUN NN 0 root"), names)).toEqual([["Lyon", "city", "FRA"]]);
  });

  it("lies there wherever else the report names it", () => {
    const text = `
      Zarbul PROPN NNP 2 nsubj
      burned VERB VBD 0 root burn
      after ADP IN 4 case
      raids NOUN NNS 2 obl
      in ADP IN 6 case
      Zarbul PROPN NNP 4 nmod
      , PUNCT , 8 punct
      Yemen PROPN NNP 6 appos
    `;
    const plain = sentence(text);
    const at = (first: number) => ({
      type: "GPE" as const,
      first,
      last: first + 1,
      start: plain.words[first]!.start,
      end: plain.words[first]!.end,
    });
    const places = findPlaces(plainReport(plain.text), { ...plain, names: [at(0), at(5), at(7)] }, []);
    expect(places.map((w) => [w.name, w.precision, w.country])).toEqual([
      ["Zarbul", "country", "YEM"],
      ["Zarbul", "country", "YEM"],
      ["Yemen", "country", "YEM"],
    ]);
  });

  it("what bears the name of a large town stands there, unless people bear that name too", () => {
    const zoo = (town: string) => `
      Keepers NOUN NNS 2 nsubj
      rallied VERB VBD 0 root rally
      outside ADP IN 6 case
      the DET DT 6 det
      ${town} PROPN NNP 6 compound
      Zoo PROPN NNP 2 obl
    `;
    const names = (town: string): [NameType, string][] => [["FAC", `${town} Zoo`]];
    expect(read(zoo("Cincinnati"), names("Cincinnati"))).toEqual([["Cincinnati Zoo", "city", "USA"]]);
    expect(read(zoo("Houston"), names("Houston"))).toEqual([["Houston Zoo", "unknown", undefined]]);
  });
});
