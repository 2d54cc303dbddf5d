import { describe, expect, it } from "vitest";
import { codePointOffsets } from "../../src/evaluate/code-points.js";
import type { Stretch } from "../../src/evaluate/gold-words.js";
import {
  type GoldArticle,
  type GoldAttribution,
  type Score,
  scoreQuotations,
} from "../../src/evaluate/quotations-score.js";

const text =
  'Talks 😀 begin.\n\n“We will talk,” said Berg. “We hope for peace.”\n\nShe said the plan was "a trap" and left.' +
  '\n\nThe premier denied it.\n\nHe wrote: "Go.';

/** The stretch of `words` in `text`, in code points. */
function at(words: string, from = ""): Stretch {
  const start = text.indexOf(words, text.indexOf(from));
  const offsets = codePointOffsets(text);
  return [offsets[start]!, offsets[start + words.length]!];
}

const gold: GoldArticle = {
  id: "a",
  text,
  attributions: [
    { source: [at("Berg")], cue: [at("said")], content: [at("“We will talk,”"), at("“We hope for peace.”")] },
    { source: [at("She")], cue: [at("said", "She")], content: [at('the plan was "a trap"')] },
    { source: [at("The premier")], cue: [at("denied")], content: [at("it", "denied")] },
    { source: [at("He", "denied")], cue: [at("wrote:")], content: [at('"Go.')] },
  ],
};

const predicted: readonly GoldAttribution[] = [
  { source: [at("Berg")], cue: [at("said")], content: [at("We will talk,")] },
  { source: [at("Berg")], cue: [at("said")], content: [at("We hope for peace.")], source_head: at("Berg") },
  { source: [at("Berg")], cue: [at("said", "She")], content: [at('the plan was "a trap" and left')] },
  { source: [at("He", "denied")], cue: [at("wrote")], content: [at("Go")] },
  { source: [], cue: [], content: [at("begin")] },
];

function rounded({ precision, recall, f1 }: Score): number[] {
  return [precision, recall, f1].map((n) => Math.round(n * 1e4) / 1e4);
}

describe("scoreQuotations", () => {
  const scores = scoreQuotations([gold], new Map([["a", predicted]]));

  it("gives the reference scorer's figures", () => {
    expect([scores.gold, scores.predicted]).toEqual([4, 5]);
    expect(rounded(scores.contentDirectExact)).toEqual([0, 0, 0]);
    expect(rounded(scores.words.content)).toEqual([0.8125, 0.9286, 0.8667]);
    expect(rounded(scores.words.cue)).toEqual([1, 0.75, 0.8571]);
    expect(rounded(scores.words.source)).toEqual([1, 0.4, 0.5714]);
    expect(rounded(scores.linked.content)).toEqual([0.625, 0.7143, 0.6667]);
    expect(rounded(scores.linked.cue)).toEqual([0.75, 0.75, 0.75]);
    expect(rounded(scores.linked.source)).toEqual([0.5, 0.4, 0.4444]);
    expect(rounded(scores.linked.all)).toEqual([0.625, 0.6522, 0.6383]);
    expect(rounded(scores.detected)).toEqual([0.6, 0.75, 0.6667]);
    expect(rounded(scores.relation)).toEqual([0.4, 0.5, 0.4444]);
    expect(rounded(scores.relationCue)).toEqual([0.4, 0.5, 0.4444]);
    expect(scores.relationRecall).toEqual({ direct: 1, mixed: 0, indirect: 0.5 });
  });

  it("counts quoted segments by the gold source's kind", () => {
    expect(Object.fromEntries(scores.speaker)).toEqual({
      all: { segments: 3, right: 2, rightWord: 2, found: 3 },
      direct: { segments: 2, right: 2, rightWord: 2, found: 2 },
      mixed: { segments: 1, right: 0, rightWord: 0, found: 1 },
      name: { segments: 2, right: 2, rightWord: 2, found: 2 },
      pronoun: { segments: 1, right: 0, rightWord: 0, found: 1 },
      long: { segments: 1, right: 1, rightWord: 1, found: 1 },
      short: { segments: 2, right: 1, rightWord: 1, found: 2 },
    });
  });

  it("gives full marks to the gold itself and none to nothing", () => {
    const full = scoreQuotations([gold], new Map([["a", gold.attributions]]));
    for (const s of [full.relation, full.linked.all, full.words.content])
      expect(rounded(s)).toEqual([1, 1, 1]);
    const empty = scoreQuotations([gold], new Map());
    for (const s of [empty.relation, empty.linked.all, empty.words.content])
      expect(rounded(s)).toEqual([0, 0, 0]);
  });
});
