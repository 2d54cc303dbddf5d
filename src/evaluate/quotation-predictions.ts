import type { Analysis, Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import type { Attribution } from "../quotation/attribution.js";
import { closeBracket, type Extents, extents } from "../quotation/extent.js";
import { findAttributions } from "../quotation/find-attributions.js";
import type { Span } from "../record/span.js";
import type { Paragraph, Report } from "../report/report.js";
import { codePointOffsets } from "./code-points.js";
import { goldReport } from "./gold-report.js";
import type { Stretch } from "./gold-words.js";
import type { GoldAttribution } from "./quotations-score.js";

/** The article as a report whose text is the gold's to the letter; its first line is the headline. */
export function reportOf(article: { readonly id: string; readonly text: string }): Report {
  const paragraphs: Paragraph[] = [];
  for (const match of article.text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    const role = paragraphs.length === 0 ? "title" : "body";
    paragraphs.push({ start: match.index, end: match.index + match[0].length, role });
  }
  return goldReport({ id: article.id, text: article.text, paragraphs });
}

/**
 * What the reader finds, in PolNeAR's manner: only outermost attributions; all that hangs on one cue, or goes on from
 * it, as one attribution; the cue with its auxiliaries and adverbs; the source as the whole phrase, "who" as itself.
 */
export function predictAttributions(
  report: Report,
  analysis: Analysis,
  alone?: "rules" | "learned",
): readonly GoldAttribution[] {
  const attributions = findAttributions(report, analysis, alone);
  const codePoint = codePointOffsets(report.text);
  const reach = extents(analysis);
  const stretch = (span: Span): Stretch => [codePoint[span.start]!, codePoint[span.end]!];
  const merged = new Map<unknown, { first: Attribution; content: Span[] }>();
  for (const attribution of outermost(analysis, attributions)) {
    let origin = attribution;
    while (!origin.cue && origin.goesOnFrom !== undefined) origin = attributions[origin.goesOnFrom]!;
    const key = origin.cue?.cue ?? origin;
    const entry = merged.get(key);
    if (entry) entry.content.push(...attribution.content);
    else merged.set(key, { first: origin, content: [...attribution.content] });
  }
  return [...merged.values()].map(({ first, content }) => {
    const { subject } = first.source ?? {};
    const source = subject && wholePhrase(analysis, reach, subject, first.cue?.cue);
    return {
      source: source ? [stretch(source)] : [],
      cue: first.cue ? [stretch(verbGroup(analysis, first.cue.first, first.cue.last, first.cue.cue))] : [],
      content: content.sort((a, b) => a.start - b.start).map(stretch),
      ...(subject ? { source_head: stretch(subject) } : {}),
      by: first.cue
        ? `${first.cue.cue.upos} ${first.cue.rule} ${first.cue.cue.lemma.toLowerCase()}`
        : first.rule,
      ...(first.by ? { decided: first.by } : {}),
    };
  });
}

function outermost(analysis: Analysis, attributions: readonly Attribution[]): readonly Attribution[] {
  const { words } = analysis;
  const contents = attributions.flatMap((a) => a.content.map((span) => ({ span, a })));
  contents.sort((x, y) => x.span.start - y.span.start);
  return attributions.filter((a) => {
    if (!a.cue) return true;
    const at = words[a.cue.cue.index]!.start;
    return !contents.some(
      ({ span, a: other }) => other !== a && other.cue !== a.cue && span.start <= at && at < span.end,
    );
  });
}

/** The phrase of `head` with all that describes it, up to the cue. */
function wholePhrase(analysis: Analysis, reach: Extents, head: Word, cue: Word | undefined): Span {
  const { words } = analysis;
  let first = reach.first[head.index]!;
  let last = reach.last[head.index]!;
  if (cue && cue.index > head.index) last = Math.min(last, cue.index);
  else if (cue && cue.index < head.index) first = Math.max(first, cue.index + 1);
  const leading = (w: Word) =>
    w.upos === "PUNCT" ||
    w.upos === "CCONJ" ||
    w.deprel === "mark" ||
    w.deprel === "fixed" ||
    (w.deprel === "case" && w.index < head.index);
  while (first < head.index && leading(words[first]!)) first++;
  while (last > head.index + 1 && (words[last - 1]!.upos === "PUNCT" || words[last - 1]!.xpos === "POS"))
    last--;
  last = closeBracket(words, first, last);
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

/** The cue with the auxiliaries, adverbs and catenative verbs before it: "has repeatedly said", "went on to say". */
function verbGroup(analysis: Analysis, first: number, last: number, cue: Word): Span {
  const { words } = analysis;
  let start = first;
  let verb: Word | undefined = cue;
  while (verb) {
    const kids: readonly Word[] = children(analysis, verb);
    while (
      start > 0 &&
      kids.some(
        (c) =>
          c.index === start - 1 &&
          (c.deprel.startsWith("aux") || c.deprel === "advmod" || c.deprel === "mark" || c.deprel === "cop"),
      ) &&
      (words[start - 1]!.deprel !== "mark" || verb.deprel === "xcomp")
    ) {
      start--;
    }
    const above: Word | undefined = verb.deprel === "xcomp" ? governor(analysis, verb) : undefined;
    if (!above || above.index !== start - 1) break;
    start = above.index;
    verb = above;
  }
  return { start: words[start]!.start, end: words[last - 1]!.end };
}
