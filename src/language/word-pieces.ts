const CLASSIFIER = "[CLS]";
const SEPARATOR = "[SEP]";
const UNKNOWN = "[UNK]";
/** A stretch without white space or punctuation that is longer than this is one unknown piece, as in BERT's tokenizer. */
const LONGEST_STRETCH = 100;
const PUNCTUATION = /[\p{P}!-/:-@[-`{-~]/u;
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/u;
const DROPPED = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\ufffd]/u;
const PLAIN = /^[a-z]+$/;

/**
 * WordPiece as BERT's uncased vocabulary needs it (Wu et al. 2016; Devlin et al. 2019): lower case, accents off,
 * punctuation apart, then the longest pieces first.
 */
export class WordPieces {
  readonly classifier: number;
  readonly separator: number;
  readonly #pieces: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #maximum: number;
  readonly #known = new Map<string, readonly number[]>();

  /** `vocabulary`: the pieces in the order of their numbers; `maximum`: pieces kept of one word. */
  constructor(vocabulary: readonly string[], maximum: number) {
    this.#pieces = new Map(vocabulary.map((piece, index) => [piece, index]));
    this.classifier = this.#number(CLASSIFIER);
    this.separator = this.#number(SEPARATOR);
    this.#unknown = this.#number(UNKNOWN);
    this.#maximum = maximum;
  }

  /** The numbers of a word's pieces, at least one. */
  of(word: string): readonly number[] {
    let numbers = this.#known.get(word);
    if (!numbers) {
      numbers = this.#split(word);
      // The cache is bounded: a hostile text of a million different words must not fill the memory.
      if (this.#known.size > 50_000) this.#known.clear();
      this.#known.set(word, numbers);
    }
    return numbers;
  }

  #number(piece: string): number {
    const number = this.#pieces.get(piece);
    if (number === undefined) throw new Error(`the vocabulary has no ${piece}`);
    return number;
  }

  #split(word: string): readonly number[] {
    // What is kept is the first few pieces: the tail of an endless "word" need not be looked at.
    const text = word.slice(0, 400).toLowerCase();
    const whole = this.#pieces.get(text);
    if (whole !== undefined && PLAIN.test(text)) return [whole];
    const out: number[] = [];
    let stretch = "";
    const flush = () => {
      if (stretch) this.#stretch(stretch, out);
      stretch = "";
    };
    for (const character of text.normalize("NFD")) {
      if (/\s/u.test(character)) flush();
      else if (/\p{Mn}/u.test(character) || DROPPED.test(character)) continue;
      else if (PUNCTUATION.test(character) || IDEOGRAPH.test(character)) {
        flush();
        this.#stretch(character, out);
      } else stretch += character;
    }
    flush();
    return out.length > 0 ? out.slice(0, this.#maximum) : [this.#unknown];
  }

  #stretch(stretch: string, out: number[]): void {
    const before = out.length;
    if (stretch.length > LONGEST_STRETCH) {
      out.push(this.#unknown);
      return;
    }
    let start = 0;
    while (start < stretch.length) {
      let end = stretch.length;
      let number: number | undefined;
      for (; end > start; end--) {
        number = this.#pieces.get((start > 0 ? "##" : "") + stretch.slice(start, end));
        if (number !== undefined) break;
      }
      if (number === undefined) {
        out.length = before;
        out.push(this.#unknown);
        return;
      }
      out.push(number);
      start = end;
    }
  }
}
