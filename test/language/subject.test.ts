import { describe, expect, it } from "vitest";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { subjectOf } from "../../src/language/subject.js";

/** Words given as "form relation head", head -1 for the root. */
function tree(...rows: readonly string[]): Analysis {
  const words = rows.map((row, index) => {
    const [form, deprel, head] = row.split(" ");
    return { index, form, deprel, head: Number(head) } as Word;
  });
  return { words } as unknown as Analysis;
}

const subject = (analysis: Analysis, verb: number) => subjectOf(analysis, analysis.words[verb]!)?.form;

describe("subjectOf", () => {
  it("is the verb's own", () => {
    expect(subject(tree("Peru nsubj 1", "objected root -1"), 1)).toBe("Peru");
  });

  it("is shared with the verb above, whose object comes first under control", () => {
    const joined = tree("Peru nsubj 1", "objected root -1", "left conj 1", "saying advcl 2");
    expect([2, 3].map((verb) => subject(joined, verb))).toEqual(["Peru", "Peru"]);
    expect(subject(tree("Peru nsubj 1", "urged root -1", "Chile obj 1", "leave xcomp 1"), 3)).toBe("Chile");
  });

  it("is the noun that a clause describes", () => {
    expect(subject(tree("funds root -1", "buying acl 0"), 1)).toBe("funds");
  });

  it("is nobody where the verb stands alone or in a clause of another kind", () => {
    expect(subject(tree("Go root -1"), 0)).toBeUndefined();
    expect(subject(tree("Peru nsubj 1", "said root -1", "rain ccomp 1"), 2)).toBeUndefined();
  });
});
