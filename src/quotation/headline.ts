import type { Analysis, Sentence, Word } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { Cues } from "./cues.js";
import { waysOfPassingOn } from "./passing-on.js";

/** Longest name of a source in a headline, in words. */
const LONGEST_SOURCE = 6;
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const NAMES = new Set(["PERSON", "ORG", "NORP"]);

/**
 * Headlines with a colon or dash for their cue: "Kremlin: launch raises tensions", "Launch raises tensions: Kremlin",
 * "US 'ready to talk' - Tillerson". One side names a person, an organisation or an office, the other is a clause; a topic ("North Korea: what next")
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
  const says = (words: readonly Word[], range: WordRange) =>
    isClause(words, range) || hasSpeech(range, isQuoted);
  let colon = sentence.first;
  while (colon < sentence.last && (words[colon]!.form !== ":" || isQuoted(colon))) colon++;
  if (colon > sentence.first && colon < sentence.last - 1) {
    const before: WordRange = [sentence.first, colon];
    const after: WordRange = [colon + 1, sentence.last];
    const turned = addressed(analysis, before);
    if (turned) return candidate(words, colon, after, words[turned[0]]!, turned);
    const name = sourceOf(analysis, cues, before, !makesCondition(words, cues, after));
    if (name && says(words, after)) return candidate(words, colon, after, name, before);
    const last = sourceOf(analysis, cues, after, false);
    return last && says(words, before) ? candidate(words, colon, before, last, after) : undefined;
  }
  // What follows the last dash may be the outlet's name too, which is no source.
  let dash = sentence.last - 1;
  while (dash > sentence.first && (!isDash(analysis, dash) || isQuoted(dash))) dash--;
  if (dash <= sentence.first || dash >= sentence.last - 1) return undefined;
  for (let i = sentence.first; i < dash; i++) if (isDash(analysis, i)) return undefined;
  const behind: WordRange = [dash + 1, sentence.last];
  const source = isOutlet(analysis, behind) ? undefined : sourceOf(analysis, cues, behind, false);
  const said: WordRange = [sentence.first, dash];
  return source && says(words, said) ? candidate(words, dash, said, source, behind) : undefined;
}

/** A dash between spaces. */
function isDash({ text, words }: Analysis, index: number): boolean {
  const { form, start, end } = words[index]!;
  return /^[-–—]+$/.test(form) && text[start - 1] === " " && text[end] === " ";
}

/** "BBC News", "Reuters". */
function isOutlet({ words }: Analysis, range: WordRange): boolean {
  const { names, passingOn } = waysOfPassingOn();
  return words
    .slice(range[0], range[1])
    .some((w) => names.has(w.form) || passingOn.has(w.form.toLowerCase()));
}

/** True where some but not only a word or two of a range stand in marks. */
function hasSpeech(range: WordRange, isQuoted: (word: number) => boolean): boolean {
  let quoted = 0;
  for (let i = range[0]; i < range[1]; i++) if (isQuoted(i)) quoted++;
  return quoted >= 3;
}

function candidate(
  words: readonly Word[],
  mark: number,
  content: WordRange,
  source: Word,
  named: WordRange,
): Candidate {
  return {
    cue: words[mark]!,
    first: mark,
    last: mark + 1,
    act: "asserts",
    content: [content],
    stance: false,
    unsaid: false,
    takesQuotations: undefined,
    sourceFrom: { by: "itself", word: source },
    names: { start: words[named[0]]!.start, end: words[named[1] - 1]!.end },
    rule: words[mark]!.form === ":" ? "headline colon" : "headline dash",
  };
}

/** Who speaks in "Beijing to Washington: ...": the name before "to", where both sides are names. */
function addressed({ words, names }: Analysis, range: WordRange): WordRange | undefined {
  const isName = (first: number, last: number) =>
    names.some((n) => n.first === first && n.last === last && (NAMES.has(n.type) || n.type === "GPE"));
  for (let to = range[0] + 1; to < range[1] - 1; to++) {
    if (words[to]!.form.toLowerCase() !== "to") continue;
    return isName(range[0], to) && isName(to + 1, range[1]) ? [range[0], to] : undefined;
  }
  return undefined;
}

/** "no talks before troops leave": what is refused but on a condition is said by the country before the colon. */
function makesCondition(words: readonly Word[], cues: Cues, range: WordRange): boolean {
  const forms = words.slice(range[0], range[1]).map((w) => w.form.toLowerCase());
  return ["no", "not", "never"].includes(forms[0] ?? "") && forms.some((f) => cues.headlineConditions.has(f));
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
