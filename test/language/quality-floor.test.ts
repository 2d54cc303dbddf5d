import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluateSyntax } from "../../src/evaluate/syntax.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

// The committed weights on a part of EWT's development data that they never met. A floor lies half a point under what
// was measured: rounding differs a little between processors, and nothing else may.
const GOLD = fileURLToPath(new URL("gold/ewt-dev-part.conllu", import.meta.url));

describe("the committed language model", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it("tags and parses gold words as well as measured", async () => {
    const { metrics } = await evaluateSyntax(GOLD, language, {});
    expect(metrics.upos).toBeGreaterThan(97.3);
    expect(metrics.xpos).toBeGreaterThan(96.6);
    expect(metrics.las).toBeGreaterThan(89.2);
    expect(metrics.lemmas).toBeGreaterThan(98.6);
  });

  it("splits raw text as well as measured", async () => {
    const { metrics } = await evaluateSyntax(GOLD, language, { raw: true });
    expect(metrics.words).toBeGreaterThan(99.3);
    expect(metrics.sentences).toBeGreaterThan(93.6);
    expect(metrics.las).toBeGreaterThan(88.9);
  });
});
