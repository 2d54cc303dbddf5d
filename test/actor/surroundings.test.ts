import { describe, expect, it } from "vitest";
import { actorCode, type Mention } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { PHRASE_FEATURES } from "../../src/actor/phrase-features.js";
import { STATE_FEATURES } from "../../src/actor/surrounding-features.js";
import { SurroundingWeights } from "../../src/actor/surrounding-weights.js";
import { loadCases } from "./cases.js";

const cases = loadCases("surroundings.conllu");

const found = (id: string, words: string): Mention | undefined => {
  const { report, analysis } = cases.get(id)!;
  return findMentions(report, analysis).findLast((m) => analysis.text.slice(m.start, m.end) === words);
};

const codeOf = (id: string, words: string) => found(id, words)?.actors.map(actorCode).join(" & ");

describe("the state of the surroundings", () => {
  it.each([
    ["police", "Police", "NOR.COP"],
    ["minister", "Cabinet member Ola Lund", "NOR.GOV"],
    ["firm", "Holmvik Life", "NOR.BUS"],
    ["firm", "Holmvik", "NOR.BUS"],
    ["intelligence", "Norwegian intelligence", "NOR.SPY"],
  ])("%s: %s is %s", (id, words, code) => {
    expect(codeOf(id, words)).toBe(code);
  });

  it("is that of two others, and of a building to which something is done", () => {
    expect(codeOf("numbered", "two other journalists")).toBe("NOR.MED");
    expect(codeOf("numbered", "other reporters")).toBe("");
    expect(codeOf("numbered", "allied forces")).toBe("");
    expect(codeOf("numbered", "schools")).toBe("NOR.EDU");
    expect(codeOf("numbered", "hospitals")).toBe("");
  });

  it("is told with how often it is named and how surely it is meant", () => {
    const police = found("police", "Police")!;
    expect(police.by).toContain("state of the surroundings: Norway, named 4 times of 4");
    expect(police.confidence).toBeGreaterThan(0.7);
    expect(police.confidence).toBeLessThan(1);
  });

  it("is not taken where several states are named alike, and the reason names them", () => {
    const police = found("contested", "Police")!;
    expect(police.actors).toEqual([]);
    expect(police.reason).toContain("no state clearly leads around it");
    expect(police.reason).toContain("Denmark");
    expect(codeOf("contested-firm", "Holmvik Life")).toBe("");
  });

  it("is that of a country which nothing describes", () => {
    const country = found("country", "the country")!;
    expect(country.actors.map(actorCode)).toEqual(["NOR"]);
    expect(country.by).toContain("state of the surroundings");
    expect(found("country", "This country")!.by).toContain("the state spoken of");
  });

  it("is not taken where the text speaks of no state", () => {
    expect(found("nothing", "Police")!.reason).toContain("speaks of no state");
  });

  it("is not where the companies that the text names sit", () => {
    expect(found("companies", "Police")!.reason).toContain("speaks of no state");
  });

  it.each([
    ["general", "Foreign soldiers"],
    ["school", "School officials"],
    ["office", "University presidents"],
    ["opposition", "The opposition"],
  ])("%s: is not that of %s", (id, words) => {
    expect(found(id, words)?.actors ?? []).toEqual([]);
  });

  it("is that of soldiers whom a name that nobody knows describes", () => {
    expect(codeOf("other-body", "Ostvang soldiers")).toBe("NOR.MIL");
  });

  it.each([
    ["Two civilians", "NOR.CVL"],
    ["The two strikers", "NOR.LAB"],
    ["Its workers", "NOR.LAB"],
  ])("is that of %s of whom nothing was told before", (words, code) => {
    expect(codeOf("two-civilians", words)).toBe(code);
  });

  it("is not asked for what is only known by its owner", () => {
    expect(codeOf("intelligence", "intelligence")).toBeUndefined();
    expect(found("embassy", "embassy staff in Cuba")?.actors.map(actorCode) ?? []).not.toContain("CUB.GOV");
  });
});

describe("the weights", () => {
  const table = [
    "sentence\t2\t0\t0\t0\t0",
    "none of them\t0\t0\t0\t1\t0",
    "noun: people\t1",
    "threshold\t0.6\t0.6\t0.6\t0.5\t0.6",
  ].join("\n");
  const values = (name: string) => STATE_FEATURES.map((f) => (f === name ? 1 : 0));
  const phrase = PHRASE_FEATURES.map((f) => (f === "none of them" ? 1 : 0));
  const states = new Map([
    ["NOR", values("sentence")],
    ["SWE", values("title")],
  ]);

  it("give each state a probability and leave a rest for none of them", () => {
    const p = new SurroundingWeights(table).probabilities({ kind: "place", states, phrase });
    expect(p.get("NOR")).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 2));
    expect(p.get("SWE")).toBeCloseTo(1 / (Math.exp(2) + 2));
  });

  it("differ by the kind of phrase", () => {
    const weights = new SurroundingWeights(table);
    const p = weights.probabilities({ kind: "body", states, phrase });
    expect(p.get("NOR")).toBeCloseTo(1 / (2 + Math.E));
    expect([weights.thresholdOf("place"), weights.thresholdOf("body")]).toEqual([0.6, 0.5]);
  });

  it("tell nouns for anybody from others", () => {
    const weights = new SurroundingWeights(table);
    const p = weights.probabilities({ kind: "place", states, phrase, noun: "people" });
    expect(p.get("SWE")).toBeCloseTo(1 / (Math.exp(2) + 1 + Math.E));
  });

  it("name the line that is no weight", () => {
    expect(() => new SurroundingWeights("sentence\tmuch")).toThrow("line 1");
    expect(() => new SurroundingWeights("# weights\nsentence\t1\t2")).toThrow("line 2");
  });
});
