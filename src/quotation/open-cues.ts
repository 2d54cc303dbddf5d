import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Candidate } from "./attribution.js";
import type { QuotedWords } from "./content.js";
import { actOfCue } from "./cue-acts.js";
import type { Cues } from "./cues.js";
import { closingCharacter } from "./marks.js";
import { isSpeechLike } from "./speech.js";

/** Words between a quotation and the verb that may be its cue. */
const FARTHEST = 20;
const FINITE = new Set(["VBD", "VBZ", "VBP"]);

/**
 * Verbs that the cue list does not have with direct speech, and that such speech makes a cue: right behind it, with a subject of their own
 * ("'...,' an angry envoy retaliated"), where the list does not have them at all, and over a colon before it ("The envoy released the following statement: '...'").
 * Any verb may stand there; what it does is unknown unless its lemma is listed.
 */
export function openCues(
  analysis: Analysis,
  quoted: QuotedWords,
  cues: Cues,
  found: readonly Candidate[],
): readonly Candidate[] {
  const listed = new Set(found.map((c) => c.cue.index));
  const joined = new Set(found.flatMap((c) => (c.takesQuotations ? [c.cue.index] : [])));
  const out = new Map<number, Candidate>();
  quoted.ranges.forEach((range, index) => {
    if (range[0] >= range[1] || !isSpeechLike(analysis, range)) return;
    const closing = closingCharacter(analysis.text, quoted.quotations[index]!);
    const behind = verbBehind(analysis, quoted, range[1], closing);
    const cue = behind && !listed.has(behind.index) ? behind : verbOverColon(analysis, quoted, range[0]);
    if (!cue || joined.has(cue.index)) return;
    out.set(cue.index, {
      cue,
      first: cue.index,
      last: cue.index + 1,
      act: actOfCue(cues, cue),
      content: [],
      stance: false,
      unsaid: false,
      takesQuotations: "beside",
      sourceFrom: { by: "subject", word: cue },
      rule: "open cue",
    });
  });
  return [...out.values()];
}

/** The first verb behind a quotation that ends with a comma, where it is finite and its subject stands beside it. */
function verbBehind(
  analysis: Analysis,
  quoted: QuotedWords,
  from: number,
  closing: string,
): Word | undefined {
  if (closing !== ",") return undefined;
  const { words, sentences } = analysis;
  const paragraph = sentences[words[from - 1]!.sentence]!.paragraph;
  for (let i = from; i < Math.min(words.length, from + FARTHEST); i++) {
    const word = words[i]!;
    if (quoted.of[i]! >= 0 || sentences[word.sentence]!.paragraph !== paragraph) return undefined;
    if (word.upos === "AUX" || word.upos === "SCONJ" || word.upos === "CCONJ") return undefined;
    if (word.upos !== "VERB" || word.deprel === "acl:relcl" || word.deprel === "acl") continue;
    const subject = children(analysis, word).find((c) => relation(c) === "nsubj");
    return FINITE.has(word.xpos) && subject && subject.index >= from ? word : undefined;
  }
  return undefined;
}

/** The main verb of the sentence that a colon ends right before a quotation. */
function verbOverColon(analysis: Analysis, quoted: QuotedWords, first: number): Word | undefined {
  const { words, sentences } = analysis;
  let colon = first - 1;
  while (colon >= 0 && words[colon]!.upos === "PUNCT" && words[colon]!.form !== ":") colon--;
  if (words[colon]?.form !== ":" || quoted.of[colon]! >= 0) return undefined;
  const sentence = sentences[words[colon]!.sentence]!;
  const root = words[sentence.root]!;
  const tells =
    root.upos === "VERB" && FINITE.has(root.xpos) && root.index < colon && quoted.of[root.index]! < 0;
  return tells && children(analysis, root).some((c) => relation(c) === "nsubj") ? root : undefined;
}
