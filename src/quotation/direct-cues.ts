import type { Analysis } from "../language/analysis.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { QuotedWords } from "./content.js";
import { closingCharacter } from "./marks.js";
import { isSpeechLike } from "./speech.js";

/** Words between a quotation's comma and its cue: a name with its title. */
const FARTHEST = 25;
const FINITE = new Set(["VBD", "VBZ", "VBP"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);

/**
 * "'...,' the senator said": what ends with a comma inside its marks and is followed by a subject and a finite cue is
 * that cue's, whatever the tree says. Gives the candidates with contents put right: the cue keeps no unquoted content
 * behind it, and no other cue keeps the quotation.
 */
export function settleDirectCues(
  analysis: Analysis,
  quoted: QuotedWords,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const byWord = new Map(candidates.map((c) => [c.cue.index, c]));
  /** For each settled quotation its cue. */
  const settled = new Map<number, Candidate>();
  for (const quotation of quoted.ranges.keys()) {
    const cue = cueBehind(analysis, quoted, byWord, quotation);
    if (cue) settled.set(quotation, cue);
  }
  if (settled.size === 0) return candidates;
  const direct = new Set(settled.values());
  return candidates.map((candidate) => {
    let content = candidate.content;
    if (direct.has(candidate)) {
      content = content.filter((r) => r[1] <= candidate.cue.index || isSpeechAt(analysis, quoted, r[0]));
    }
    content = content.flatMap((range) => withoutOthers(quoted, settled, candidate, range));
    return content === candidate.content ? candidate : { ...candidate, content };
  });
}

function cueBehind(
  analysis: Analysis,
  quoted: QuotedWords,
  byWord: ReadonlyMap<number, Candidate>,
  quotation: number,
): Candidate | undefined {
  const { words, sentences, text } = analysis;
  const range = quoted.ranges[quotation]!;
  const closing = closingCharacter(text, quoted.quotations[quotation]!);
  if (closing !== "," || !isSpeechLike(analysis, range)) return undefined;
  const home = sentences[words[range[1] - 1]!.sentence]!.paragraph;
  let nominal = false;
  for (let i = range[1]; i < Math.min(words.length, range[1] + FARTHEST); i++) {
    const word = words[i]!;
    if (quoted.of[i]! >= 0 || sentences[word.sentence]!.paragraph !== home) return undefined;
    nominal ||= NOMINAL.has(word.upos);
    if (word.upos !== "VERB") continue;
    const candidate = byWord.get(i);
    const inverted = !nominal && word.deprel !== "conj" && words[i + 1] && words[i + 1]!.upos !== "SCONJ";
    const fits = candidate?.takesQuotations && FINITE.has(word.xpos) && (nominal || inverted);
    if (fits) return candidate;
    // A clause that only describes the speaker ("who visited") may stand between.
    if (word.deprel !== "acl:relcl" && word.deprel !== "acl" && word.deprel !== "amod") return undefined;
  }
  return undefined;
}

function isSpeechAt(analysis: Analysis, quoted: QuotedWords, word: number): boolean {
  const quotation = quoted.of[word] ?? -1;
  return quotation >= 0 && isSpeechLike(analysis, quoted.ranges[quotation]!);
}

/** The range up to the first quotation in it that is another cue's. */
function withoutOthers(
  quoted: QuotedWords,
  settled: ReadonlyMap<number, Candidate>,
  candidate: Candidate,
  range: WordRange,
): readonly WordRange[] {
  for (let i = range[0]; i < range[1]; i++) {
    const owner = settled.get(quoted.of[i]!);
    if (!owner || owner.cue === candidate.cue) continue;
    // "'...,' the commander said, according to the agency": the whole saying is what the agency tells.
    if (owner.cue.index < range[1] && owner.cue.index < candidate.cue.index) continue;
    return i > range[0] ? [[range[0], i]] : [];
  }
  return [range];
}
