import type { Analysis, Sentence, Word } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { Cues } from "./cues.js";

/** Longest name of a source in a headline, in words. */
const LONGEST_SOURCE = 6;
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const NAMES = new Set(["PERSON", "ORG", "NORP"]);

/**
 * Headlines with a colon for their cue: "Kremlin: launch raises tensions", "Launch raises tensions: Kremlin".
 * One side names a person, an organisation or an office, the other is a clause; a topic ("North Korea: what next")
 * is no source.
 */
export function headlineCandidates(
  report: Report,
  analysis: Analysis,
  cues: Cues,
  isQuoted: (word: number) => boolean,
): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const sentence of analysis.sentences) {
    if (report.paragraphs[sentence.paragraph]!.role !== "title") continue;
    const found = readColon(analysis, cues, sentence, isQuoted);
    if (found) out.push(found);
  }
  return out;
}

function readColon(
  analysis: Analysis,
  cues: Cues,
  sentence: Sentence,
  isQuoted: (word: number) => boolean,
): Candidate | undefined {
  const { words } = analysis;
  let colon = sentence.first;
  while (colon < sentence.last && (words[colon]!.form !== ":" || isQuoted(colon))) colon++;
  if (colon === sentence.first || colon >= sentence.last - 1) return undefined;
  const before: WordRange = [sentence.first, colon];
  const after: WordRange = [colon + 1, sentence.last];
  const name = sourceOf(analysis, cues, before, true);
  if (name && isClause(words, after)) return candidate(words[colon]!, after, name);
  const last = sourceOf(analysis, cues, after, false);
  return last && isClause(words, before) ? candidate(words[colon]!, before, last) : undefined;
}

function candidate(colon: Word, content: WordRange, source: Word): Candidate {
  return {
    cue: colon,
    first: colon.index,
    last: colon.index + 1,
    act: "asserts",
    content: [content],
    stance: false,
    unsaid: false,
    takesQuotations: undefined,
    sourceFrom: { by: "itself", word: source },
    rule: "headline colon",
  };
}

/** The head of a short phrase that names a source; a country before the colon is rather the topic. */
function sourceOf(analysis: Analysis, cues: Cues, range: WordRange, first: boolean): Word | undefined {
  const words = analysis.words.slice(range[0], range[1]).filter((w) => w.upos !== "PUNCT");
  if (words.length === 0 || words.length > LONGEST_SOURCE) return undefined;
  if (words.some((w) => w.upos === "VERB" || w.upos === "AUX")) return undefined;
  const head = words.find((w) => w.head < range[0] || w.head >= range[1]);
  if (!head || (head.upos !== "PROPN" && head.upos !== "NOUN")) return undefined;
  if (cues.headlineSources.has(head.lemma.toLowerCase())) return head;
  const names = analysis.names.filter((n) => n.first >= range[0] && n.last <= range[1]);
  const named = names.some((n) => NAMES.has(n.type) || (n.type === "GPE" && !first));
  return named ? head : undefined;
}

function isClause(words: readonly Word[], range: WordRange): boolean {
  for (let i = range[0]; i < range[1]; i++) if (FINITE.has(words[i]!.xpos)) return true;
  return false;
}
