/** A gold name: a sentence's words from `first` to `last` (one past the end) and the type that the file gives. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

export interface NameSentence {
  readonly forms: readonly string[];
  readonly names: readonly NameSpan[];
  readonly startsDocument: boolean;
  /** Numbers of the sentence's lines in the file, from 0. */
  readonly lines: readonly number[];
}

/** A file of words with IOB tags, kept with its lines so that predictions can be written in its own layout. */
export interface NameFile {
  /** Universal NER's columns (number, word, tag, two more; tabs), or words and tags as CoNLL-2003 has them (blanks). */
  readonly layout: "uner" | "conll";
  readonly lines: readonly string[];
  readonly sentences: readonly NameSentence[];
}

/** Reads Universal NER's five columns (IOB2) or CoNLL-2003's (IOB1 or IOB2 in the last). Throws an Error on neither. */
export function parseNameFile(source: string): NameFile {
  const lines = source.split(/\r?\n/);
  const layout = lines.some((line) => /^\d+\t[^\t]+\t(?:O|[BI]-)/.test(line)) ? "uner" : "conll";
  const sentences: NameSentence[] = [];
  let rows: { form: string; tag: string; line: number }[] = [];
  let startsDocument = true;
  const flush = () => {
    if (rows.length === 0) return;
    const names = namesOf(rows.map((r) => r.tag));
    sentences.push({ forms: rows.map((r) => r.form), names, startsDocument, lines: rows.map((r) => r.line) });
    rows = [];
    startsDocument = false;
  };
  for (const [line, text] of lines.entries()) {
    if (text.trim() === "") {
      flush();
      continue;
    }
    if (layout === "uner" ? /^# newdoc\b/.test(text) : text.startsWith("-DOCSTART-")) {
      flush();
      startsDocument = true;
      continue;
    }
    if (layout === "uner" && text.startsWith("#")) continue;
    const columns = text.split(layout === "uner" ? "\t" : /\s+/);
    const [form, tag] = layout === "uner" ? [columns[1], columns[2]] : [columns[0], columns.at(-1)];
    if (!form || !tag || !/^(?:O|[BI]-.+)$/.test(tag)) {
      throw new Error(`Names, line ${line + 1}: a word and an IOB tag expected, ${JSON.stringify(text)} met`);
    }
    rows.push({ form, tag, line });
  }
  flush();
  return { layout, lines, sentences };
}

/** The spans of a tag sequence as conlleval reads it: an I that continues nothing opens a span (IOB1). */
export function namesOf(tags: readonly string[]): NameSpan[] {
  const names: NameSpan[] = [];
  let first = -1;
  let type = "";
  for (let i = 0; i <= tags.length; i++) {
    const tag = tags[i] ?? "O";
    if (first >= 0 && tag !== `I-${type}`) {
      names.push({ first, last: i, type });
      first = -1;
    }
    if (tag !== "O" && first < 0) {
      first = i;
      type = tag.slice(2);
    }
  }
  return names;
}

/** The file's lines with its tags replaced by those of `predicted` (one list a sentence), in IOB2. */
export function formatNameFile(file: NameFile, predicted: readonly (readonly NameSpan[])[]): string {
  const lines = [...file.lines];
  file.sentences.forEach((sentence, s) => {
    const tags = sentence.forms.map(() => "O");
    for (const { first, last, type } of predicted[s] ?? []) {
      for (let i = first; i < last; i++) tags[i] = `${i === first ? "B" : "I"}-${type}`;
    }
    sentence.lines.forEach((line, i) => {
      lines[line] = withTag(lines[line]!, tags[i]!, file.layout);
    });
  });
  return lines.join("\n");
}

function withTag(line: string, tag: string, layout: NameFile["layout"]): string {
  if (layout === "conll") return line.replace(/\S+(?=\s*$)/, tag);
  const columns = line.split("\t");
  columns[2] = tag;
  return columns.join("\t");
}
