import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { QuotedWords } from "./quoted-words.js";
import { introducedBy } from "./voices.js";

/** Sentences before one that are looked at for whoever makes the declaration. */
const SENTENCES_BACK = 8;

/**
 * Who says "I" and "we" outside of all quotation marks: in declarations that are passed on as they are, whoever a colon
 * before them introduces ("Minister Berg said:", then paragraphs without marks), else for "we" the body that a declaring
 * verb of the present has as its subject ("Norway condemns the attack. We offer ...").
 */
export class Authors {
  readonly #analysis: Analysis;
  readonly #quoted: QuotedWords;
  /** By the paragraph's index: whom the colon at the end of the one before introduces. */
  #introduced: ReadonlyMap<number, number> | undefined;

  constructor(analysis: Analysis, quoted: QuotedWords) {
    this.#analysis = analysis;
    this.#quoted = quoted;
  }

  /** The head word of the author's name; undefined where the text tells none. */
  at(word: Word, plural: boolean): number | undefined {
    return this.#introducer(word) ?? (plural ? this.#declarer(word) : undefined);
  }

  #introducer(word: Word): number | undefined {
    this.#introduced ??= this.#introductions();
    let source: number | undefined;
    for (const [first, head] of this.#introduced) if (first <= word.index) source = head;
    return source;
  }

  /** By the first word of what follows. */
  #introductions(): ReadonlyMap<number, number> {
    const { words, sentences } = this.#analysis;
    const found = new Map<number, number>();
    for (const sentence of sentences) {
      const colon = words[sentence.last - 1]!;
      const next = sentences[sentence.index + 1];
      if (colon.form !== ":" || !next || next.paragraph === sentence.paragraph) continue;
      if (this.#quoted.of(colon.index) > 0 || OPENING.test(words[next.first]!.form)) continue;
      const head = introducedBy(this.#analysis, colon);
      if (head !== undefined) found.set(next.first, head);
    }
    return found;
  }

  #declarer(word: Word): number | undefined {
    const { words, sentences } = this.#analysis;
    const { declaring } = referenceWords();
    for (let s = word.sentence; s >= Math.max(0, word.sentence - SENTENCES_BACK); s--) {
      const verb = words[sentences[s]!.root];
      if (!verb || !PRESENT.has(verb.xpos) || !declaring.has(verb.lemma.toLowerCase())) continue;
      if (this.#quoted.of(verb.index) > 0) continue;
      const subject = children(this.#analysis, verb).find((c) => relation(c) === "nsubj");
      if (subject && subject.index < word.index && subject.upos !== "PRON") return subject.index;
    }
    return undefined;
  }
}

const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);
const OPENING = /^["“„«'‘`]/;
