import { describe, expect, it } from "vitest";
import { analysisFromConllu, parseConllu } from "../../src/evaluate/conllu.js";

const GOLD = `# sent_id = 1
# text = Oslo won't answer.
1	Oslo	Oslo	PROPN	NNP	_	4	nsubj	_	_
2-3	won't	_	_	_	_	_	_	_	_
2	wo	will	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
3.1	_	_	_	_	_	_	_	_	_
4	answer	answer	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = It waits.
1	It	it	PRON	PRP	_	2	nsubj	_	_
2	waits	wait	VERB	VBZ	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`;

describe("parseConllu", () => {
  it("reads words, multiword tokens and texts, without empty nodes", () => {
    const sentences = parseConllu(GOLD);
    expect(sentences.map((s) => s.text)).toEqual(["Oslo won't answer.", "It waits."]);
    expect(sentences[0]!.words.map((w) => w.form)).toEqual(["Oslo", "wo", "n't", "answer", "."]);
    expect(sentences[0]!.tokens).toEqual([{ first: 2, last: 3, form: "won't", misc: "_" }]);
  });

  it("reads Windows line ends and a file without a last empty line", () => {
    expect(parseConllu(GOLD.trimEnd().replaceAll("\n", "\r\n"))).toEqual(parseConllu(GOLD));
  });

  it("names the line that has not ten columns", () => {
    expect(() => parseConllu("# text = x\n1\tx\tx\n")).toThrow("line 2: 10 columns expected, 3 met");
  });
});

describe("analysisFromConllu", () => {
  it("gives words whose spans cover their forms and governors across the whole text", () => {
    const analysis = analysisFromConllu(parseConllu(GOLD));
    expect(analysis.text).toBe("Oslo won't answer. It waits.");
    for (const word of analysis.words) expect(analysis.text.slice(word.start, word.end)).toBe(word.form);
    expect(analysis.words.map((w) => w.head)).toEqual([3, 3, 3, -1, 3, 6, -1, 6]);
    expect(analysis.sentences.map((s) => s.root)).toEqual([3, 6]);
  });
});
