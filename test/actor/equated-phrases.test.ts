import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import type { Voice } from "../../src/actor/voices.js";
import { loadCases } from "./cases.js";

const cases = loadCases("equated-phrases.conllu");

/** The codes of the last word of a form; undefined where it is no mention. */
function codesOf(id: string, form: string, voices: readonly Voice[] = []): readonly string[] | undefined {
  const { report, analysis } = cases.get(id)!;
  const word = analysis.words.findLast((w) => w.form === form)!;
  const mention = findMentions(report, analysis, { voices }).find((m) => m.head === word.index);
  return mention?.actors.map(actorCode);
}

describe("nouns that the sentence says of somebody", () => {
  it("takes the predicate for its subject", () => {
    expect(codesOf("predicate", "exporter")).toEqual(["GHA"]);
    expect(codesOf("became", "country")).toEqual(["TGO"]);
  });

  it("leaves a predicate that is denied", () => {
    expect(codesOf("denied", "exporter") ?? []).toEqual([]);
  });

  it("takes the name that is set off from it or right behind it", () => {
    expect(codesOf("own-firm", "firm")).toEqual(["JPN.BUS"]);
    expect(codesOf("our-ally", "ally")).toEqual(["GHA"]);
  });

  it("does not take some of them for all", () => {
    expect(codesOf("some-of-them", "travellers") ?? []).toEqual([]);
    expect(codesOf("some-of-them", "Ghanaians")).toEqual(["GHA.CVL"]);
  });
});

describe("people by the body behind the noun", () => {
  it("reads a panel that an earlier name explains", () => {
    expect(codesOf("of-panel", "member")).toEqual(["USA.LEG"]);
    expect(codesOf("of-panel", "panel")).toEqual(["USA.LEG"]);
  });

  it("gives the second of two the owner of the first", () => {
    expect(codesOf("conjunct", "board")).toEqual(["JPN.BUS"]);
  });

  it("does not count attackers among those whom they attack", () => {
    expect(codesOf("their-attackers", "attackers")).toEqual([]);
  });
});

describe("'it' of which only things are told", () => {
  it("is no state that speaks of an event", () => {
    expect(codesOf("of-launch", "it")).toEqual([]);
  });

  it("is no state where something comes after something", () => {
    expect(codesOf("comes-after", "It")).toEqual([]);
  });

  it("may be a state otherwise", () => {
    expect(codesOf("it-was-told", "it")).toEqual(["JPN"]);
  });
});

describe("first persons", () => {
  it("speak for whoever is named before the colon, over paragraphs", () => {
    expect(codesOf("colon", "our")).toEqual(["JPN"]);
    expect(codesOf("colon", "We")).toEqual(["JPN"]);
  });

  it("are the speaker's side where a person's words are only told", () => {
    const { analysis } = cases.get("told-we")!;
    const source = analysis.words.findIndex((w) => w.form === "minister");
    const from = analysis.words.findIndex((w) => w.form === "that");
    const content = [{ start: analysis.words[from]!.start, end: analysis.text.length }];
    expect(codesOf("told-we", "we", [{ content, source, indirect: true }])).toEqual(["JPN"]);
    expect(codesOf("told-we", "we")).toEqual([]);
  });
});
