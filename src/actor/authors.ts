import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, prepositionOf, relation } from "../language/tree.js";
import type { QuotedWords } from "./quoted-words.js";
import { introducedBy } from "./voices.js";

/** Sentences before one that are looked at for whoever makes the declaration. */
const SENTENCES_BACK = 8;

/** Sentences of a report that may be its title and what stands under it. */
const TITLES = 6;

/**
 * Who says "I" and "we" outside of all quotation marks: in declarations that are passed on as they are, whose the title
 * calls them ("Statement by Minister Berg") or whoever a colon before them introduces ("Minister Berg said:", "Berg's
 * remarks:", then paragraphs without marks), else for "we" the body that a declaring verb of the present has as its subject
 * ("Norway condemns the attack. We offer ...").
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
      if (!next || next.paragraph === sentence.paragraph) continue;
      if (this.#quoted.of(colon.index) > 0 || OPENING.test(words[next.first]!.form)) continue;
      let head: number | undefined;
      if (colon.form === ":") head = this.#ownerBefore(colon) ?? introducedBy(this.#analysis, colon);
      else if (sentence.index < TITLES) head = this.#ownerOfTitle(words[sentence.root]!);
      if (head !== undefined) found.set(next.first, head);
    }
    return found;
  }

  /** "Below are the Speaker's remarks:". */
  #ownerBefore(colon: Word): number | undefined {
    const { words, sentences } = this.#analysis;
    const { root, first } = sentences[colon.sentence]!;
    for (let i = colon.index - 1; i >= first; i--) {
      const word = words[i]!;
      const near = word.index === root || word.head === root;
      if (near && isDeclaration(word)) return this.#ownerOf(word);
    }
    return undefined;
  }

  /** "Statement by Minister Berg on the talks", "Berg's Inaugural Address"; a sentence about one is no title. */
  #ownerOfTitle(root: Word): number | undefined {
    if (!isDeclaration(root)) return undefined;
    const own = children(this.#analysis, root);
    if (own.some((c) => NO_TITLE.has(relation(c)) || c.deprel === "acl:relcl")) return undefined;
    return this.#ownerOf(root) ?? own.find((c) => c.upos === "PROPN" && relation(c) === "compound")?.index;
  }

  #ownerOf(noun: Word): number | undefined {
    const own = children(this.#analysis, noun);
    const owner =
      own.find((c) => c.deprel === "nmod:poss" && c.upos !== "PRON") ??
      own.find((c) => relation(c) === "nmod" && BY.has(prepositionOf(this.#analysis, c) ?? ""));
    return owner?.index;
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

function isDeclaration({ upos, lemma }: Word): boolean {
  return (upos === "NOUN" || upos === "PROPN") && referenceWords().declarations.has(lemma.toLowerCase());
}

const BY: ReadonlySet<string> = new Set(["by", "of", "from"]);
const NO_TITLE: ReadonlySet<string> = new Set(["det", "nsubj", "cop", "aux"]);
const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);
const OPENING = /^["“„«'‘`]/;
