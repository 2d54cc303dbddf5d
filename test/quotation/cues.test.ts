import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ACTS, FRAMES, loadCues } from "../../src/quotation/cues.js";

type Lists = Record<string, Record<string, string[]>>;
const file = parse(
  readFileSync(new URL("../../knowledge/quotation/cues.yaml", import.meta.url), "utf8"),
) as Record<"verbs" | "nouns" | "adjectives", Lists>;

describe("cues.yaml", () => {
  it.each(["verbs", "nouns", "adjectives"] as const)("gives each of its %s one act in each frame", (part) => {
    const seen = new Set<string>();
    for (const [act, frames] of Object.entries(file[part])) {
      expect(ACTS).toContain(act);
      for (const [frame, lemmas] of Object.entries(frames)) {
        expect(FRAMES).toContain(frame);
        for (const lemma of lemmas) {
          expect(lemma).toMatch(/^[a-z][a-z-]*$/);
          expect(seen, `${lemma} is listed twice under ${frame}`).not.toContain(`${frame} ${lemma}`);
          seen.add(`${frame} ${lemma}`);
        }
      }
    }
  });

  it("is read by lemma and frame", () => {
    const { verbs, nouns, prepositions } = loadCues();
    expect(verbs.get("say")?.get("clause")).toBe("asserts");
    expect(verbs.get("call")?.get("for")).toBe("demands");
    expect(verbs.get("call")?.get("predicate")).toBe("asserts");
    expect(nouns.get("threat")?.get("infinitive")).toBe("threatens");
    expect(prepositions.get("according")).toEqual({ whole: "according to", act: "asserts" });
    expect(verbs.has("reject") && verbs.get("reject")?.has("clause")).toBe(false);
  });
});
