import type { Analysis, Word } from "../language/analysis.js";
import type { Paragraph, Report } from "../report/report.js";
import type { Candidate } from "./attribution.js";
import type { Cues } from "./cues.js";
import type { Quotation } from "./marks.js";

/**
 * "Q: ...", "MR. SPICER: ...", "RENEE MONTAGNE, HOST: ...": capitals, then a colon and a space, at the start of a
 * paragraph, an opening mark aside.
 */
const LABEL = /^["“”«\s]*((?:Q|A|QUESTION|ANSWER)(?=[:.])|\p{Lu}[\p{Lu}.,'’\- ]{1,60}\p{Lu}\.?(?=:))[:.]\s/u;
/** "Chris Wallace: ...", "Reporter: ...": the same in small letters, for people and those who ask. */
const SMALL_LABEL = /^["“”«\s]*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}):\s/u;
const UNNAMED = new Set(["Q", "A", "QUESTION", "ANSWER"]);
/** "(CROSSTALK.)", "[applause]": told of the talk, not said. */
const ASIDE = /^["“”«\s]*(?:\([^()]*\)|\[[^[\]]*\])\.?\s*$/u;
/** Labels that take turns make a transcript: this many labels, each this often. */
const LEAST_SPEAKERS = 2;
const LEAST_TURNS = 2;

interface Label {
  readonly name: string;
  readonly start: number;
  /** True for a label in small letters, which must come again to be one. */
  readonly small: boolean;
  /** Offset of the colon. */
  readonly colon: number;
}

/**
 * The turns of a transcript: what stands in a paragraph behind the label that names its speaker, and in paragraphs
 * without a label before the next one. One or two labels ("NOTE: ...") make no transcript.
 */
export function transcriptCandidates(report: Report, analysis: Analysis, cues: Cues): readonly Candidate[] {
  const people = new Set(analysis.names.flatMap((n) => (n.type === "PERSON" ? [n.start] : [])));
  const met = report.paragraphs.map((p) => labelOf(report.text, p, cues, people));
  const turns = new Map<string, number>();
  for (const label of met) if (label) turns.set(label.name, (turns.get(label.name) ?? 0) + 1);
  if ([...turns.values()].filter((n) => n >= LEAST_TURNS).length < LEAST_SPEAKERS) return [];
  const labels = met.map((label) =>
    label?.small && turns.get(label.name)! < LEAST_TURNS ? undefined : label,
  );
  const lastLabel = labels.findLastIndex((l) => l !== undefined);
  const out: Candidate[] = [];
  let first = 0;
  const { words } = analysis;
  let speaking: { label: Label; colon: Word; head: Word | undefined } | undefined;
  report.paragraphs.forEach((paragraph, index) => {
    if (paragraph.role !== "body") return;
    while (first < words.length && words[first]!.start < paragraph.start) first++;
    let last = first;
    while (last < words.length && words[last]!.start < paragraph.end) last++;
    const label = labels[index];
    let from = first;
    if (label) {
      while (from < last && words[from]!.start < label.colon) from++;
      const colon = words[from];
      speaking = colon && { label, colon, head: from > first ? words[from - 1] : undefined };
      from++;
    } else if (index > lastLabel) return;
    if (!speaking || from >= last || ASIDE.test(report.text.slice(paragraph.start, paragraph.end))) return;
    const known = speaking.head && !UNNAMED.has(speaking.label.name);
    out.push({
      cue: speaking.colon,
      first: speaking.colon.index,
      last: speaking.colon.index + 1,
      act: "asserts",
      content: [[from, last]],
      stance: false,
      unsaid: false,
      takesQuotations: undefined,
      sourceFrom: { by: "itself", word: speaking.head ?? speaking.colon },
      names: known ? { start: speaking.label.start, end: speaking.label.colon } : "nobody",
      verbatim: true,
      rule: "transcript",
    });
  });
  return out;
}

function labelOf(
  text: string,
  paragraph: Paragraph,
  cues: Cues,
  people: ReadonlySet<number>,
): Label | undefined {
  if (paragraph.role !== "body") return undefined;
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 70));
  const capitals = LABEL.exec(opening);
  const match = capitals ?? SMALL_LABEL.exec(opening);
  if (!match) return undefined;
  const name = match[1]!;
  const words = name.toLowerCase().split(/[ ,]+/);
  if (words.some((word) => cues.notSpeakers.has(word))) return undefined;
  const start = paragraph.start + match[0].indexOf(name);
  const small = capitals === null;
  if (small && !people.has(start) && !cues.turnTakers.has(words.at(-1)!)) return undefined;
  return { name, start, small, colon: start + name.length };
}

/**
 * The quotations without those that a transcript sets around its turns, labels and all: the turns are speech to the
 * letter anyway.
 */
export function withoutTurns(
  report: Report,
  analysis: Analysis,
  quotations: readonly Quotation[],
  transcript: readonly Candidate[],
): readonly Quotation[] {
  if (transcript.length === 0) return quotations;
  /** For each paragraph with a turn where the turn begins. */
  const turns = new Map<number, number>();
  for (const { content } of transcript) {
    const word = analysis.words[content[0]![0]]!;
    turns.set(analysis.sentences[word.sentence]!.paragraph, word.start);
  }
  return quotations.filter(({ outer, paragraph, closed }) => {
    const turn = turns.get(paragraph);
    if (turn === undefined) return true;
    if (outer.start < turn && turn < outer.end) return false;
    return closed || report.text.slice(report.paragraphs[paragraph]!.start, outer.start).trim() !== "";
  });
}
