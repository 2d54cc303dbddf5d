import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actor/find-mentions.js";
import { anaphorOf } from "../../src/actor/noun-match.js";
import { QuotedWords } from "../../src/actor/quoted-words.js";
import { loadCases } from "./cases.js";

const cases = loadCases("nominals.conllu");

function codesOf(id: string, form: string): readonly string[] | undefined {
  const { report, analysis } = cases.get(id)!;
  const word = analysis.words.findLast((w) => w.form === form)!;
  const mention = findMentions(report, analysis).find((m) => m.head === word.index);
  return mention?.actors.map((a) => [a.code, a.sector].filter(Boolean).join("."));
}

describe("definite nouns that take up a body", () => {
  it("takes a panel for the committee before it", () => {
    expect(codesOf("committee-panel", "panel")).toEqual(["USA.LEG"]);
  });

  it("leaves another one alone", () => {
    expect(codesOf("another-panel", "panel") ?? []).toEqual([]);
  });

  it("reads the noun, its determiner and what narrows it", () => {
    const { words } = cases.get("committee-panel")!.analysis;
    const { analysis } = cases.get("committee-panel")!;
    const panel = anaphorOf(analysis, words.find((w) => w.form === "panel")!, false);
    expect(panel).toMatchObject({
      lemma: "panel",
      determiner: "the",
      modifiers: [],
      after: "nothing",
      plural: false,
    });
    expect(panel?.kinds).toContain("committee");
    expect(anaphorOf(analysis, words.find((w) => w.form === "vote")!, false)).toBeUndefined();
    expect(anaphorOf(analysis, words.find((w) => w.form === "Committee")!, false)).toBeUndefined();
  });
});

describe("pronouns that the sentence decides", () => {
  it("lets a state that speaks of 'it' mean itself", () => {
    expect(codesOf("said-it", "it")).toEqual(["GHA"]);
  });

  it("leaves an 'it' that only holds a clause's place", () => {
    expect(codesOf("said-it-was-clear", "it")).toEqual([]);
  });

  it("lets whoever was accused deny", () => {
    expect(codesOf("accused-and-denied", "it")).toEqual(["TGO"]);
  });
});

describe("QuotedWords", () => {
  it("goes on where a second mark opens before the first is closed", () => {
    const { analysis } = cases.get("run-together")!;
    const quoted = new QuotedWords(analysis);
    const inside = analysis.words.filter((w) => quoted.of(w.index) > 0).map((w) => w.form);
    expect(inside).toEqual(["We", "are", "sorry", ".", "Our", "focus", "is", "clear", ","]);
    const our = analysis.words.find((w) => w.form === "Our")!;
    expect(quoted.firstOf(our.index)).toBe(1);
    expect(quoted.firstOf(analysis.words.at(-1)!.index)).toBeUndefined();
  });
});
