import type { Analysis } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import { isTold } from "../report/told.js";
import type { Attribution, Candidate, Source, WordRange } from "./attribution.js";
import { findCandidates } from "./candidates.js";
import { combine } from "./combine.js";
import { contentOf, type QuotedWords, quotedIn, quotedWords } from "./content.js";
import { cueContext } from "./cue-context.js";
import { loadCues } from "./cues.js";
import { settleDirectCues } from "./direct-cues.js";
import { extents } from "./extent.js";
import { closeForgotten } from "./forgotten-marks.js";
import { goOn } from "./go-on.js";
import { headlineCandidates } from "./headline.js";
import { type Draft, joinLoose } from "./join-loose.js";
import { QuotationJoiner } from "./join-quotations.js";
import { learnedAttributions } from "./learned.js";
import { findQuotations } from "./marks.js";
import { openCues } from "./open-cues.js";
import { signedPosts } from "./signed-posts.js";
import { findSource } from "./source.js";
import { transcriptCandidates, withoutTurns } from "./transcript.js";

const LETTER = /\p{L}/u;

/**
 * What a report attributes to somebody, in the order of the contents: rules over Universal Dependencies trees and
 * quotation marks, with the cues of `knowledge/quotation/cues.yaml`. Candidates, then sources, contents and quotations,
 * each in its own file; then, where the language model tells attributions too, both are combined.
 * @param alone what to ask where it is not both: for measuring
 */
export function findAttributions(
  report: Report,
  analysis: Analysis,
  alone?: "rules" | "learned",
): readonly Attribution[] {
  // Without a letter nobody is named and nothing is said: a megabyte of marks is answered at once.
  if (!LETTER.test(report.text)) return [];
  const cues = loadCues();
  const reach = extents(analysis);
  const transcript = transcriptCandidates(report, analysis, cues);
  const marked = withoutTurns(report, analysis, findQuotations(report.text, report.paragraphs), transcript);
  const quoted = quotedWords(analysis, closeForgotten(analysis, marked, cues));
  const paragraphOf = (word: number) =>
    report.paragraphs[analysis.sentences[analysis.words[word]!.sentence]!.paragraph]!;
  const isTitle = (word: number) => paragraphOf(word).role === "title";
  const isSaid = (word: number) => isTold(paragraphOf(word));
  const isQuoted = (word: number) => quoted.of[word]! >= 0;
  const context = cueContext(analysis, reach, cues, isQuoted);
  const learned =
    alone === "rules" ? [] : learnedAttributions(analysis).filter((l) => isSaid(l.content[0]![0]));
  if (alone === "learned") return combine(context, quoted, [], learned);
  const found = findCandidates(context, isSaid);
  const headlines = headlineCandidates(report, analysis, cues, isQuoted);
  const listed = [
    ...headlines,
    ...transcript,
    ...signedPosts(report, analysis),
    ...settleDirectCues(analysis, quoted, goOn(analysis, cues, found)),
  ];
  const candidates = [...listed, ...openCues(analysis, quoted, cues, listed)];
  const cuesBehind = new Set(
    candidates.flatMap(({ cue, content }) => (content.some((r) => r[1] <= cue.index) ? [cue.index] : [])),
  );
  const sources = new Map<Candidate, Source | undefined>();
  const sourceOf = (candidate: Candidate): Source | undefined => {
    if (!sources.has(candidate)) sources.set(candidate, findSource(analysis, reach, cues, quoted, candidate));
    return sources.get(candidate);
  };

  const joiner = new QuotationJoiner(analysis, reach, quoted, candidates);
  const drafts: Draft[] = [];
  const owned = new Set<number>();
  for (const candidate of candidates) {
    if (candidate.content.length === 0) continue;
    const own = withoutSource(analysis, candidate, sourceOf(candidate));
    const ranges = own.flatMap((range) => withoutLed(quoted, joiner, candidate, range));
    const content = contentOf(analysis, quoted, ranges, candidate.cue.index, (word) => cuesBehind.has(word));
    if (content.spans.length === 0) continue;
    for (const q of content.quotations) owned.add(q);
    // An object that is direct speech is said, not only named ("the crowd chanted 'Go home!'"); in a headline also one
    // that is in part ("Kremlin says talks 'on track'"), which has lost its verb.
    const said =
      content.form !== "indirect" &&
      (content.form === "direct" || isTitle(candidate.cue.index)) &&
      candidate.rule === "object" &&
      candidate.takesQuotations === "as object";
    const cue = said ? { ...candidate, stance: false, rule: "object of cue" } : candidate;
    const form = cue.verbatim ? "direct" : content.form;
    drafts.push({ candidate: cue, spans: content.spans, form, rule: cue.rule });
  }
  const all = [...drafts, ...joinLoose({ report, analysis, quoted, drafts, owned, joiner })];
  all.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end);
  const places = new Map(all.map((d, index) => [d, index]));
  const ruled = all.map((draft): Attribution => {
    const { candidate } = draft;
    const source = candidate && sourceOf(candidate);
    return {
      content: draft.spans,
      form: draft.form,
      ...(draft.form === "mixed" ? { quoted: quotedIn(quoted, draft.spans) } : {}),
      rule: draft.rule,
      ...(candidate ? { cue: candidate, ...(candidate.act ? { act: candidate.act } : {}) } : {}),
      ...(source ? { source } : {}),
      ...(draft.goesOnFrom ? { goesOnFrom: places.get(draft.goesOnFrom)! } : {}),
    };
  });
  return analysis.roles && alone !== "rules" ? combine(context, quoted, ruled, learned) : ruled;
}

/** The content ranges cut where the tree put the source's own words into them. */
function withoutSource(
  analysis: Analysis,
  candidate: Candidate,
  source: Source | undefined,
): readonly WordRange[] {
  if (!source || candidate.sourceFrom.by === "itself") return candidate.content;
  const { start, end } = source.span;
  const { words } = analysis;
  return candidate.content.flatMap(([first, last]): WordRange[] => {
    if (source.head.index < first || source.head.index >= last) return [[first, last]];
    if (source.head.index < candidate.cue.index) {
      let at = source.head.index;
      while (at > first && words[at - 1]!.start >= start) at--;
      return [[first, at]];
    }
    let at = source.head.index + 1;
    while (at < last && words[at]!.end <= end) at++;
    return [[at, last]];
  });
}

/** "'...,' he explained, adding, '...'": the second quotation is the second cue's, whatever the tree says. */
function withoutLed(
  quoted: QuotedWords,
  joiner: QuotationJoiner,
  candidate: Candidate,
  range: WordRange,
): readonly WordRange[] {
  let before = -1;
  for (let i = Math.max(range[0], candidate.cue.index); i < range[1]; i++) {
    const quotation = quoted.of[i]!;
    if (quotation < 0 || quotation === before) continue;
    before = quotation;
    const leading = joiner.leadingIn(quotation);
    const led = leading && leading.cue.head === candidate.cue.index && leading.content.length === 0;
    if (led) return leading.cue.index > range[0] ? [[range[0], leading.cue.index]] : [];
  }
  return [range];
}
