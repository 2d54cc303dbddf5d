import type { Analysis, Word } from "../language/analysis.js";
import type { Paragraph, Report } from "../report/report.js";
import type { Candidate } from "./attribution.js";
import type { Cues } from "./cues.js";

/** "Q: ...", "MR. SPICER: ...", "RENEE MONTAGNE, HOST: ...": capitals, then a colon and a space, at the start of a paragraph. */
const LABEL = /^((?:Q|A|QUESTION|ANSWER)|\p{Lu}[\p{Lu}.,'’\- ]{1,60}\p{Lu}\.?):\s/u;
const UNNAMED = new Set(["Q", "A", "QUESTION", "ANSWER"]);
/** Labels that take turns make a transcript: this many labels, each this often. */
const LEAST_SPEAKERS = 2;
const LEAST_TURNS = 2;

interface Label {
  readonly name: string;
  /** Offset of the colon. */
  readonly colon: number;
}

/**
 * The turns of a transcript: what stands in a paragraph behind the label that names its speaker, and in paragraphs
 * without a label before the next one. One or two labels ("NOTE: ...") make no transcript.
 */
export function transcriptCandidates(report: Report, analysis: Analysis, cues: Cues): readonly Candidate[] {
  const labels = report.paragraphs.map((p) => labelOf(report.text, p, cues));
  const turns = new Map<string, number>();
  for (const label of labels) if (label) turns.set(label.name, (turns.get(label.name) ?? 0) + 1);
  if ([...turns.values()].filter((n) => n >= LEAST_TURNS).length < LEAST_SPEAKERS) return [];
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
    if (!speaking || from >= last) return;
    const known = speaking.head && !UNNAMED.has(speaking.label.name);
    const start = speaking.label.colon - speaking.label.name.length;
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
      names: known ? { start, end: speaking.label.colon } : "nobody",
      verbatim: true,
      rule: "transcript",
    });
  });
  return out;
}

function labelOf(text: string, paragraph: Paragraph, cues: Cues): Label | undefined {
  if (paragraph.role !== "body") return undefined;
  const match = LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 70)));
  if (!match) return undefined;
  const name = match[1]!;
  const words = name.toLowerCase().split(/[ ,]+/);
  if (words.some((word) => cues.notSpeakers.has(word))) return undefined;
  return { name, colon: paragraph.start + name.length };
}
