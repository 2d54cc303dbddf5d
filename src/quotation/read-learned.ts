import type { Attribution, Candidate, Source, WordRange } from "./attribution.js";
import { readCue } from "./candidates.js";
import { contentOf, type QuotedWords, quotedIn } from "./content.js";
import { actOfCue } from "./cue-acts.js";
import type { CueContext } from "./cue-context.js";
import { type LearnedAttribution, topOf } from "./learned.js";
import { quotesAs } from "./quoted-as.js";
import { findSource } from "./source.js";

/** A learned attribution as the rules would tell it, its words ended where quotations end, undefined where its words are no content. */
export function readLearned(
  context: CueContext,
  quoted: QuotedWords,
  one: LearnedAttribution,
): Attribution | undefined {
  const { analysis } = context;
  if (one.cue && quotesAs(context, one.cue.word)) return undefined;
  const ranges = [...one.content].sort((a, b) => a[0] - b[0]);
  const { spans, form } = contentOf(analysis, quoted, ranges, one.cue?.word.index ?? -1);
  // Without a cue and without marks nothing tells that the words are anybody's.
  if (spans.length === 0 || (!one.cue && form === "indirect")) return undefined;
  // A cue inside the quotation that it would be the cue of is the speaker's own affair.
  const at = one.cue?.word.start ?? -1;
  if (spans.some((span) => span.start <= at && at < span.end)) return undefined;
  const cue = one.cue && candidateOf(context, one, ranges);
  const source = sourceOf(context, quoted, one, cue);
  return {
    content: spans,
    form,
    ...(form === "mixed" ? { quoted: quotedIn(quoted, spans) } : {}),
    rule: "learned",
    by: "learned",
    ...(cue ? { cue, ...(cue.act ? { act: cue.act } : {}) } : {}),
    ...(source ? { source } : {}),
  };
}

/** The cue list's reading of a learned cue, as far as it has one, with the learned content and source. */
function candidateOf(
  context: CueContext,
  { cue, source: learned }: LearnedAttribution,
  content: readonly WordRange[],
): Candidate {
  const { word, first, last } = cue!;
  const listed = readCue(context, word);
  const source = learned && topOf(context.analysis, learned);
  return {
    takesQuotations: undefined,
    act: actOfCue(context.cues, word),
    stance: false,
    unsaid: false,
    ...listed,
    cue: word,
    first,
    last,
    content,
    sourceFrom: source ? { by: "itself", word: source } : (listed?.sourceFrom ?? { by: "subject", word }),
    rule: "learned",
  };
}

function sourceOf(
  context: CueContext,
  quoted: QuotedWords,
  { source, content }: LearnedAttribution,
  cue: Candidate | undefined,
): Source | undefined {
  const { analysis, reach, cues } = context;
  const word = source && topOf(analysis, source);
  // "Neu was charged with fraud": of whom something is said is not who says it.
  if (cue && word?.deprel === "nsubj:pass" && word.head === cue.cue.index) return undefined;
  if (word) return findSource(analysis, reach, cues, quoted, { content, sourceFrom: { by: "itself", word } });
  return cue && findSource(analysis, reach, cues, quoted, cue);
}
