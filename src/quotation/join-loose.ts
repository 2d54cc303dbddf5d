import type { Analysis } from "../language/analysis.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Attribution, Candidate } from "./attribution.js";
import { contentOf, type QuotedWords } from "./content.js";
import type { Act } from "./cues.js";
import type { QuotationJoiner } from "./join-quotations.js";
import { isSpeechLike } from "./speech.js";

/** Acts after which a quotation of its own paragraph goes on with what was said. */
const SAID = new Set<Act>(["asserts", "thinks", "warns", "denies"]);

/** An attribution in the making. */
export interface Draft {
  readonly candidate?: Candidate;
  spans: readonly Span[];
  readonly form: Attribution["form"];
  readonly rule: string;
  readonly goesOnFrom?: Draft;
}

export interface Loose {
  readonly report: Report;
  readonly analysis: Analysis;
  readonly quoted: QuotedWords;
  /** The attributions found so far, in the order of their cues. */
  readonly drafts: readonly Draft[];
  /** Quotations that stand in the content of one of them. */
  readonly owned: ReadonlySet<number>;
  readonly joiner: QuotationJoiner;
}

/**
 * Gives quotations that no cue's clause covers their cue, or the speaker of what goes before: in the same paragraph
 * the cue of the sentence before, in a paragraph that opens with a quotation the speaker of the paragraph before.
 */
export function joinLoose({ report, analysis, quoted, drafts, owned, joiner }: Loose): readonly Draft[] {
  const { sentences, words } = analysis;
  const out: Draft[] = [];
  const outer = outermost(analysis, drafts);
  const paragraphOf = (word: number) => sentences[words[word]!.sentence]!.paragraph;
  const previousBody = bodyBefore(report);
  const byCue = new Map<Candidate, Draft>(
    drafts.flatMap((d) => (d.candidate ? [[d.candidate, d] as const] : [])),
  );
  /** The last attribution of each paragraph that direct speech may go on from. */
  const lastIn = new Map<number, Draft>();
  const lastSpokenIn = new Map<number, Draft>();
  let next = 0;
  /** What the paragraph before says last, where this one is nothing but a quotation or that was direct speech. */
  const spokenBefore = (quotation: number, paragraph: number): Draft | undefined => {
    const [first, last] = quoted.ranges[quotation]!;
    if (!opensParagraph(analysis, quoted, first)) return undefined;
    const before = previousBody[paragraph]!;
    const direct = lastSpokenIn.get(before);
    if (direct) return direct;
    const said = lastIn.get(before);
    const closes = said && endsParagraph(analysis, said) && said.candidate?.takesQuotations === "as object";
    const act = said?.candidate?.act;
    return closes && act && SAID.has(act) && fillsParagraph(analysis, quoted, last) ? said : undefined;
  };
  const pass = (draft: Draft, paragraph: number) => {
    lastIn.set(paragraph, draft);
    if (draft.form !== "indirect") lastSpokenIn.set(paragraph, draft);
  };

  quoted.quotations.forEach((quotation, index) => {
    const [first, last] = quoted.ranges[index]!;
    if (first >= last) return;
    for (; next < outer.length && outer[next]!.candidate!.cue.index < first; next++) {
      pass(outer[next]!, paragraphOf(outer[next]!.candidate!.cue.index));
    }
    if (owned.has(index)) return;
    const paragraph = paragraphOf(first);
    const speech = isSpeechLike(analysis, [first, last]);
    const join = joiner.join(index, speech);
    const add = (draft: Draft) => {
      out.push(draft);
      pass(draft, paragraph);
    };
    if (join?.content) {
      const { candidate, content, rule } = join;
      const { spans, form } = contentOf(analysis, quoted, [content], candidate.cue.index);
      if (byCue.has(candidate) || spans.length === 0) return;
      const draft: Draft = { candidate, spans, form, rule };
      byCue.set(candidate, draft);
      add(draft);
      return;
    }
    if (join) {
      const { candidate } = join;
      const before = byCue.get(candidate);
      if (
        before?.form === "direct" &&
        !sentenceEndsBetween(analysis, quoted, before.spans, quotation.inner)
      ) {
        before.spans = [...before.spans, quotation.inner].sort((a, b) => a.start - b.start);
        pass(before, paragraph);
        return;
      }
      // "The envoy called them on it: '...'": direct speech is said, whatever else the cue tells.
      const said = candidate.stance ? { ...candidate, stance: false } : candidate;
      const draft: Draft = { candidate: said, spans: [quotation.inner], form: "direct", rule: join.rule };
      if (!before) byCue.set(candidate, draft);
      add(draft);
      return;
    }
    if (!speech) return;
    const here = lastIn.get(paragraph);
    if (here && isWholeSentence(analysis, quoted, first)) {
      const cue = here.candidate ? { candidate: here.candidate } : {};
      add({
        ...cue,
        spans: [quotation.inner],
        form: "direct",
        rule: "goes on in the paragraph",
        goesOnFrom: here,
      });
      return;
    }
    if (report.paragraphs[paragraph]!.role !== "body") return;
    const earlier = spokenBefore(index, paragraph);
    if (earlier) {
      add({
        spans: [quotation.inner],
        form: "direct",
        rule: "goes on from the paragraph before",
        goesOnFrom: earlier,
      });
    } else if (isWholeSentence(analysis, quoted, first) && last - first > 4) {
      add({ spans: [quotation.inner], form: "direct", rule: "no cue" });
    }
  });
  return out;
}

/** The attributions whose cue stands in no other's content, by the place of the cue. */
function outermost(analysis: Analysis, drafts: readonly Draft[]): readonly Draft[] {
  const change = new Int32Array(analysis.words.length + 1);
  for (const { candidate } of drafts) {
    for (const [first, last] of candidate?.content ?? []) {
      change[first]!++;
      change[last]!--;
    }
  }
  let depth = 0;
  const covered = change.map((c) => {
    depth += c;
    return depth;
  });
  return drafts.filter((d) => d.candidate?.takesQuotations && covered[d.candidate.cue.index] === 0);
}

/** For each paragraph the place of the body paragraph before it, -1 for none. */
function bodyBefore(report: Report): readonly number[] {
  let before = -1;
  return report.paragraphs.map((p, index) => {
    const here = before;
    if (p.role === "body") before = index;
    return here;
  });
}

/** True where the quotation that begins at word `first` begins a sentence, marks aside. */
function isWholeSentence(analysis: Analysis, quoted: QuotedWords, first: number): boolean {
  const { words, sentences } = analysis;
  const word = words[first]!;
  let before = first - 1;
  const start = sentences[word.sentence]!.first;
  while (before >= start && words[before]!.upos === "PUNCT") {
    if (words[before]!.xpos === "." || quoted.of[before]! >= 0) return true;
    before--;
  }
  return before < start;
}

function opensParagraph(analysis: Analysis, quoted: QuotedWords, first: number): boolean {
  const { words, sentences } = analysis;
  const paragraph = sentences[words[first]!.sentence]!.paragraph;
  for (let before = first - 1; before >= 0; before--) {
    const word = words[before]!;
    if (sentences[word.sentence]!.paragraph !== paragraph) return true;
    if (word.upos !== "PUNCT" || quoted.of[before]! >= 0) return false;
  }
  return true;
}

/** True where nothing but quotations and punctuation follows the word before `last` in its paragraph. */
function fillsParagraph(analysis: Analysis, quoted: QuotedWords, last: number): boolean {
  const { words, sentences } = analysis;
  const paragraph = sentences[words[last - 1]!.sentence]!.paragraph;
  for (let i = last; i < words.length; i++) {
    if (sentences[words[i]!.sentence]!.paragraph !== paragraph) return true;
    if (words[i]!.upos !== "PUNCT" && quoted.of[i]! < 0) return false;
  }
  return true;
}

/** True where the cue of an attribution stands in the last sentence of its paragraph. */
function endsParagraph({ sentences, words }: Analysis, { candidate }: Draft): boolean {
  const sentence = candidate && sentences[words[candidate.cue.index]!.sentence]!;
  return sentence !== undefined && sentences[sentence.index + 1]?.paragraph !== sentence.paragraph;
}

/** True where unquoted text between the spans and a quotation beside them ends a sentence: "...," he said. "..." */
function sentenceEndsBetween(
  analysis: Analysis,
  quoted: QuotedWords,
  spans: readonly Span[],
  quotation: Span,
): boolean {
  const { words } = analysis;
  const behind = quotation.start >= spans.at(-1)!.end;
  const from = behind ? spans.at(-1)!.end : quotation.end;
  const to = behind ? quotation.start : spans[0]!.start;
  for (let i = wordAt(analysis, from); i < words.length && words[i]!.start < to; i++) {
    if (quoted.of[i]! < 0 && words[i]!.xpos === "." && words[i]!.form !== ":") return true;
  }
  return false;
}

/** The first word that begins at or behind an offset. */
function wordAt({ words }: Analysis, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
