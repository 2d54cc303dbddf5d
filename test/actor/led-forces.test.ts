import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases } from "./cases.js";

const cases = loadCases("led-forces.conllu");

function codesOf(id: string, form: string): readonly string[] {
  const { report, analysis } = cases.get(id)!;
  const word = analysis.words.findLast((w) => w.form === form)!;
  const mention = findMentions(report, analysis).find((m) => m.head === word.index);
  return mention?.actors.map(actorCode) ?? [];
}

describe("forces of several states", () => {
  it("are of whoever leads them, not of the place", () => {
    expect(codesOf("led", "coalition")).toEqual(["DNK.MIL"]);
    expect(codesOf("led", "troops")).toEqual(["NATO.MIL"]);
  });

  it("are not of whoever backs them, and people are no forces", () => {
    expect(codesOf("backed", "coalition")).toEqual([]);
    expect(codesOf("backed", "officers")).toEqual([]);
  });
});

describe("others of those who are named first", () => {
  it("are of the same state, except where they are called foreign", () => {
    expect(codesOf("others", "officials")).toEqual(["NOR.GOV"]);
    expect(codesOf("others", "leaders")).toEqual([]);
  });
});
