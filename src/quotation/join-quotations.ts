import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { QuotedWords } from "./content.js";
import type { Extents } from "./extent.js";
import { closingCharacter } from "./marks.js";

/** How a quotation that no clause of a cue covers came to its cue. */
export interface Join {
  readonly quotation: number;
  readonly candidate: Candidate;
  readonly rule: "cue after" | "cue before" | "object of cue" | "words in an object of cue";
  /** For words in marks inside what is said indirectly: all that is said. */
  readonly content?: WordRange;
}

/** Words between a quotation and its cue beyond which the cue is somebody else's. */
const FARTHEST_CUE = 40;
const OBJECTS = new Set([
  "obj",
  "xcomp",
  "ccomp",
  "obl",
  "parataxis",
  "dep",
  "advcl",
  "appos",
  "obl:unmarked",
]);

/** Finds the cue of direct quotations by what stands beside them: "...," he said; he said: "..."; wrote "...". */
export class QuotationJoiner {
  private readonly candidates: readonly (Candidate | undefined)[];
  private readonly depth: Uint16Array;

  constructor(
    private readonly analysis: Analysis,
    private readonly reach: Extents,
    private readonly quoted: QuotedWords,
    candidates: readonly Candidate[],
  ) {
    const byWord: (Candidate | undefined)[] = new Array(analysis.words.length).fill(undefined);
    for (const c of candidates) if (c.takesQuotations) byWord[c.cue.index] = c;
    this.candidates = byWord;
    this.depth = depths(analysis);
  }

  /** The cue of the quotation in the text around it, if there is one. */
  join(quotation: number, isSpeech: boolean): Join | undefined {
    const governing = this.governingCue(quotation);
    const leading = isSpeech ? this.leadingIn(quotation) : undefined;
    // "he explained, adding, '...'": the cue right before wins over one further off.
    const object = governing && leading && leading.cue.index > governing.cue.index ? undefined : governing;
    // "known as a 'smoke ring'": a name in marks is no thought.
    if (object?.act === "thinks" && !isSpeech) return undefined;
    if (object && (isSpeech || this.follows(quotation, object.cue))) {
      return { quotation, candidate: object, rule: "object of cue" };
    }
    const content = object && this.saidBehind(quotation, object.cue);
    if (content) return { quotation, candidate: object, rule: "words in an object of cue", content };
    if (!isSpeech) return undefined;
    const before = this.before(quotation);
    if (before?.tight) return { quotation, candidate: before.candidate, rule: "cue before" };
    const after = this.after(quotation);
    if (after) return { quotation, candidate: after, rule: "cue after" };
    return before && { quotation, candidate: before.candidate, rule: "cue before" };
  }

  /** The cue that leads straight into a quotation: "..., adding, '...'". */
  leadingIn(quotation: number): Candidate | undefined {
    const before = this.before(quotation);
    return before?.tight ? before.candidate : undefined;
  }

  /** "wrote 'shall not be infringed'": the quotation is the cue's object. */
  private governingCue(quotation: number): Candidate | undefined {
    const top = this.top(quotation);
    const above = top && governor(this.analysis, top);
    const candidate = above && this.candidates[above.index];
    if (!top || candidate?.takesQuotations !== "as object" || candidate.content.length > 0) return undefined;
    return OBJECTS.has(top.deprel) || OBJECTS.has(relation(top)) ? candidate : undefined;
  }

  /** True where nothing but marks and an article stand between a cue and a quotation. */
  private follows(quotation: number, cue: Word): boolean {
    const { words } = this.analysis;
    let at = this.quoted.ranges[quotation]![0] - 1;
    while (
      at > cue.index &&
      (words[at]!.upos === "PUNCT" || words[at]!.upos === "DET" || words[at]!.upos === "ADP")
    )
      at--;
    return at === cue.index;
  }

  /** "said it was of 'vital importance' that ...": the words behind the cue, up to a clause that is joined to it. */
  private saidBehind(quotation: number, cue: Word): WordRange | undefined {
    const [start, end] = this.quoted.ranges[quotation]!;
    if (start < cue.index) return undefined;
    let last = this.reach.last[cue.index]!;
    for (const child of children(this.analysis, cue)) {
      const joined = child.deprel === "conj" || child.deprel === "parataxis" || child.deprel === "advcl";
      if (joined && this.reach.first[child.index]! >= end)
        last = Math.min(last, this.reach.first[child.index]!);
    }
    return [cue.index + 1, Math.max(last, end)];
  }

  /** The word of the quotation that hangs on a word outside it, nearest to the root. */
  private top(quotation: number): Word | undefined {
    const [first, last] = this.quoted.ranges[quotation]!;
    let best: Word | undefined;
    for (let i = first; i < last; i++) {
      const word = this.analysis.words[i]!;
      if (word.upos === "PUNCT" || (word.head >= first && word.head < last)) continue;
      if (!best || this.depth[i]! < this.depth[best.index]!) best = word;
    }
    return best;
  }

  private after(quotation: number): Candidate | undefined {
    const { words, sentences } = this.analysis;
    const [, end] = this.quoted.ranges[quotation]!;
    const first = this.skipMarks(end, 1);
    const word = words[first];
    const last = words[end - 1];
    if (!word || !last || this.quoted.of[first]! >= 0 || !this.sameParagraph(word, last)) return undefined;
    const sameSentence = word.sentence === last.sentence;
    const closing = closingCharacter(this.analysis.text, this.quoted.quotations[quotation]!);
    const goesOn = sameSentence || ",!?…—–-".includes(closing) || /^\p{Ll}/u.test(word.form);
    if (!goesOn || (closing === "." && !sameSentence && !/^\p{Ll}/u.test(word.form))) return undefined;
    const stop = Math.min(sentences[word.sentence]!.last, first + FARTHEST_CUE);
    let best: Candidate | undefined;
    for (let i = first; i < stop && this.quoted.of[i]! < 0; i++) {
      const candidate = this.candidates[i];
      if (!candidate || candidate.content.some((r) => r[0] > i && !this.isQuoted(r))) continue;
      if (!best || this.depth[i]! < this.depth[best.cue.index]!) best = candidate;
    }
    return this.quotedAs(best) ?? best;
  }

  /** "KCNA quoted Kim as saying": the saying. */
  private quotedAs(candidate: Candidate | undefined): Candidate | undefined {
    if (!candidate) return undefined;
    for (const child of children(this.analysis, candidate.cue)) {
      const saying = child.xpos === "VBG" ? this.candidates[child.index] : undefined;
      if (saying && children(this.analysis, child).some((c) => c.lemma === "as" && c.index < child.index))
        return saying;
    }
    return undefined;
  }

  private before(quotation: number): { candidate: Candidate; tight: boolean } | undefined {
    const { words, sentences } = this.analysis;
    const [start] = this.quoted.ranges[quotation]!;
    const first = words[start];
    const last = words[this.skipMarks(start - 1, -1)];
    if (!first || !last || this.quoted.of[last.index]! >= 0) return undefined;
    const joint =
      words.slice(last.index + 1, start).find((w) => w.form === ":" || w.form === ",")?.form ?? last.form;
    // Only a colon leads over the end of a sentence or paragraph into a quotation.
    const leadsIn =
      joint === ":" || (this.sameParagraph(first, last) && (joint === "," || this.candidates[last.index]));
    if (!this.sameParagraph(first, last) && !leadsIn) return undefined;
    if (last.sentence !== first.sentence && !leadsIn) return undefined;
    if (last.xpos === ".") return undefined;
    const stop = Math.max(sentences[last.sentence]!.first, last.index - FARTHEST_CUE);
    let verbs = 0;
    for (let i = last.index; i >= stop && this.quoted.of[i]! < 0; i--) {
      const candidate = this.candidates[i];
      if (candidate && (joint === ":" || !candidate.content.some((r) => r[0] > i))) {
        return { candidate, tight: verbs === 0 };
      }
      if (words[i]!.upos === "VERB") verbs++;
    }
    return undefined;
  }

  private isQuoted(range: WordRange): boolean {
    for (let i = range[0]; i < range[1]; i++) {
      if (this.quoted.of[i]! < 0 && this.analysis.words[i]!.upos !== "PUNCT") return false;
    }
    return true;
  }

  /** The first word from `at` on, going by `step`, that is no quotation mark or other punctuation. */
  private skipMarks(at: number, step: 1 | -1): number {
    const { words } = this.analysis;
    let i = at;
    while (words[i]?.upos === "PUNCT" && words[i]!.xpos !== "." && this.quoted.of[i]! < 0) i += step;
    return i;
  }

  private sameParagraph(a: Word, b: Word): boolean {
    const { sentences } = this.analysis;
    return sentences[a.sentence]!.paragraph === sentences[b.sentence]!.paragraph;
  }
}

/** How far each word is from the root of its sentence. */
function depths({ words }: Analysis): Uint16Array {
  const out = new Uint16Array(words.length);
  const done = new Uint8Array(words.length);
  const path: number[] = [];
  for (const word of words) {
    let at = word.index;
    while (at >= 0 && !done[at]) {
      path.push(at);
      done[at] = 1;
      at = words[at]!.head;
    }
    let depth = at < 0 ? 0 : out[at]! + 1;
    for (let p = path.pop(); p !== undefined; p = path.pop()) out[p] = depth++;
  }
  return out;
}
