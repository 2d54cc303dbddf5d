import { describe, expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { goldDocuments } from "../../src/evaluate/gold-text.js";

function sentence(comments: string, text: string, misc = "_"): string {
  return `${comments}# text = ${text}\n1\t${text}\t_\tX\tX\t_\t0\troot\t_\t${misc}\n\n`;
}

describe("goldDocuments", () => {
  it("joins sentences by a blank, paragraphs by an empty line, and starts anew at a document", () => {
    const gold = parseConllu(
      sentence("# newdoc id = a\n# newpar id = a-1\n", "One.") +
        sentence("", "Two.", "SpaceAfter=No") +
        sentence("", "Three.") +
        sentence("# newpar_block = x\n# newpar\n", "Four.") +
        sentence("# newdoc id = b\n", "Five."),
    );
    const [a, b] = goldDocuments(gold);
    expect(a!.text).toBe("One. Two.Three.\n\nFour.");
    expect(a!.paragraphs.map((p) => a!.text.slice(p.start, p.end))).toEqual(["One. Two.Three.", "Four."]);
    expect(a!.paragraphOf).toEqual([0, 0, 0, 1]);
    expect(b!.text).toBe("Five.");
    expect(b!.paragraphs).toEqual([{ start: 0, end: 5 }]);
  });

  it("takes a file without marks as one paragraph", () => {
    const [document] = goldDocuments(parseConllu(sentence("", "One.") + sentence("", "Two.")));
    expect(document!.text).toBe("One. Two.");
    expect(document!.paragraphs).toEqual([{ start: 0, end: 9 }]);
    expect(goldDocuments([])).toEqual([]);
  });
});
