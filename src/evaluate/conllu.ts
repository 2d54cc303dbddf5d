import type { Analysis, Sentence, UniversalTag, Word } from "../language/analysis.js";

/** One word line of a CoNLL-U file; columns as in https://universaldependencies.org/format.html. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** 1-based index of the governor, 0 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly deps: string;
  readonly misc: string;
}

/** A multiword token: words `first` to `last` (1-based, inclusive) written together as `form`. */
export interface ConlluToken {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly misc: string;
}

export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  readonly tokens: readonly ConlluToken[];
  /** The sentence's text, from `# text = `. */
  readonly text: string;
}

/** Reads a CoNLL-U file's text. Empty nodes (8.1) are left out. Throws an Error that names the line on a bad one. */
export function parseConllu(source: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let tokens: ConlluToken[] = [];
  const flush = () => {
    if (words.length > 0) {
      const text =
        comments.find((c) => c.startsWith("# text = "))?.slice(9) ?? words.map((w) => w.form).join(" ");
      sentences.push({ comments, words, tokens, text });
    }
    comments = [];
    words = [];
    tokens = [];
  };
  source.split(/\r?\n/).forEach((line, number) => {
    if (line === "") {
      flush();
      return;
    }
    if (line.startsWith("#")) {
      comments.push(line);
      return;
    }
    const c = line.split("\t");
    if (c.length !== 10) throw new Error(`CoNLL-U line ${number + 1}: 10 columns expected, ${c.length} met`);
    const [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = c as [string, ...string[]] &
      string[];
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) tokens.push({ first: Number(range[1]), last: Number(range[2]), form: form!, misc: misc! });
    else if (/^\d+$/.test(id)) {
      words.push({
        form: form!,
        lemma: lemma!,
        upos: upos!,
        xpos: xpos!,
        feats: feats!,
        head: Number(head),
        deprel: deprel!,
        deps: deps!,
        misc: misc!,
      });
    }
  });
  flush();
  return sentences;
}

/**
 * Gold trees as an `Analysis` (names left empty), sentences joined by single spaces, so that the readers
 * can be tried on gold syntax. Every sentence counts as standing in paragraph 0.
 */
export function analysisFromConllu(gold: readonly ConlluSentence[]): Analysis {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let text = "";
  for (const sentence of gold) {
    if (text) text += " ";
    const start = text.length;
    const first = words.length;
    let cursor = 0;
    sentence.words.forEach((w) => {
      const at = sentence.text.indexOf(w.form, cursor);
      // A word of a multiword token may be spelt otherwise than the text ("wo" is, "n't" is; rarely not): then it is empty.
      const from = at < 0 ? cursor : at;
      const to = at < 0 ? cursor : at + w.form.length;
      cursor = to;
      words.push({
        index: words.length,
        start: start + from,
        end: start + to,
        form: w.form,
        lemma: w.lemma,
        upos: w.upos as UniversalTag,
        xpos: w.xpos,
        head: w.head === 0 ? -1 : first + w.head - 1,
        deprel: w.deprel,
        sentence: sentences.length,
      });
    });
    text += sentence.text;
    const root = words.findIndex((w, i) => i >= first && w.head === -1);
    sentences.push({
      index: sentences.length,
      start,
      end: text.length,
      first,
      last: words.length,
      root,
      paragraph: 0,
    });
  }
  return { kind: "analysis", text, sentences, words, names: [] };
}
