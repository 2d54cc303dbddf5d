import { fileURLToPath } from "node:url";
import type { Report } from "../report/report.js";
import { isRead } from "../report/told.js";
import type {
  Analysis,
  AttributionRole,
  Name,
  NameType,
  RoleSpan,
  Sentence,
  UniversalTag,
  Word,
} from "./analysis.js";
import { lemma } from "./lemmas.js";
import { Model } from "./model.js";
import { type Parsed, parse } from "./parse.js";
import { splitSentences } from "./sentences.js";
import { splitWords } from "./tokens.js";
import type { Packable } from "./window.js";

const WEIGHTS = fileURLToPath(new URL("../../models/en", import.meta.url));

/** A word that is given, for reading text whose words somebody else has split. */
export interface GivenWord {
  readonly form: string;
  readonly spaceAfter: boolean;
}

/** A sentence of given words. */
export interface GivenSentence {
  readonly words: readonly GivenWord[];
  readonly startsParagraph: boolean;
}

/** The door of the room: text in, one `Analysis` out. Nothing outside this folder knows that a neural model exists. */
export interface Language {
  /** Reads one report's title and body. */
  analyse(report: Report): Promise<Analysis>;
  /** Reads several at once, so that one report's words are split while the encoder reads another's. */
  analyseAll(reports: readonly Report[]): Promise<Analysis[]>;
  /** Reads words and sentences that are given (treebanks, name sets); the analysis has exactly these words. */
  analyseWords(sentences: readonly GivenSentence[]): Promise<Analysis>;
  close(): Promise<void>;
}

interface Slice {
  start: number;
  end: number;
}

/**
 * Loads the learned model from `models/en` (or `folder`). One encoder pass gives universal and Penn tags, trees, names
 * and sentence starts. `threads`: processor threads for the encoder, 1 by default.
 */
export async function loadLanguage(options: { folder?: string; threads?: number } = {}): Promise<Language> {
  const model = await Model.load(options.folder ?? WEIGHTS, options.threads ?? 1);
  const analyse = async (report: Report): Promise<Analysis> => {
    const split = splitReport(report);
    return assemble(model, report.text, split, await parse(model, split.packable));
  };
  return {
    analyse,
    analyseAll: (reports) => Promise.all(reports.map(analyse)),
    analyseWords: (sentences) => analyseWords(model, sentences),
    close: () => model.release(),
  };
}

interface Split {
  readonly packable: Packable;
  readonly words: readonly Slice[];
  /** For each paragraph that is read: its number, and its words from `first` to `last`. */
  readonly paragraphs: readonly { readonly index: number; readonly first: number; readonly last: number }[];
}

function splitReport(report: Report): Split {
  const words: Slice[] = [];
  const startsParagraph: boolean[] = [];
  const maySplit: boolean[] = [];
  const paragraphs: { index: number; first: number; last: number }[] = [];
  report.paragraphs.forEach((paragraph, index) => {
    if (!isRead(paragraph)) return;
    const first = words.length;
    const own = splitWords(report.text, paragraph.start, paragraph.end);
    if (own.length === 0) return;
    // One by one: a paragraph may have more words than a call may have arguments.
    for (const word of own) words.push(word);
    const starts = new Set(splitSentences(own, report.text));
    own.forEach((_, i) => {
      startsParagraph.push(i === 0);
      maySplit.push(starts.has(i));
    });
    paragraphs.push({ index, first, last: words.length });
  });
  const forms = words.map((w) => report.text.slice(w.start, w.end));
  return { packable: { forms, startsParagraph, maySplit }, words, paragraphs };
}

async function assemble(model: Model, text: string, split: Split, parsed: Parsed): Promise<Analysis> {
  const bounds: [number, number][] = [];
  const paragraphOf: number[] = [];
  for (const { index, first, last } of split.paragraphs) {
    const own = split.words.slice(first, last);
    const starts = new Set(
      splitSentences(own, text, parsed.starts.subarray(first, last)).map((i) => first + i),
    );
    starts.add(first);
    for (let word = first + 1; word < last; word++) if (parsed.windowStarts.has(word)) starts.add(word);
    const sorted = [...starts].sort((a, b) => a - b);
    sorted.forEach((start, i) => {
      bounds.push([start, sorted[i + 1] ?? last]);
      paragraphOf.push(index);
    });
  }
  return finish(model, text, split.words, bounds, paragraphOf, parsed);
}

async function finish(
  model: Model,
  text: string,
  slices: readonly Slice[],
  bounds: readonly (readonly [number, number])[],
  paragraphOf: readonly number[],
  parsed: Parsed,
): Promise<Analysis> {
  const { heads, relations, names, tellings } = await parsed.resolve(bounds);
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  bounds.forEach(([first, last], sentence) => {
    let root = first;
    for (let i = first; i < last; i++) {
      const { start, end } = slices[i]!;
      const form = text.slice(start, end);
      const upos = model.labels.upos[parsed.upos[i]!] as UniversalTag;
      const xpos = model.labels.xpos[parsed.xpos[i]!]!;
      const head = heads[i]!;
      if (head < 0) root = i;
      const deprel = model.labels.relations[relations[i]!]!;
      words.push({
        index: i,
        start,
        end,
        form,
        lemma: lemma(form, upos, xpos),
        upos,
        xpos,
        head,
        deprel,
        sentence,
      });
    }
    const paragraph = paragraphOf[sentence]!;
    sentences.push({
      index: sentence,
      start: slices[first]!.start,
      end: slices[last - 1]!.end,
      first,
      last,
      root,
      paragraph,
    });
  });
  return Object.freeze({
    kind: "analysis",
    text,
    sentences,
    words,
    names: names.map(
      ({ first, last, type }): Name => ({
        type: type as NameType,
        first,
        last,
        start: slices[first]!.start,
        end: slices[last - 1]!.end,
      }),
    ),
    roles: parsed.roles.map(
      ({ role, first, last, cue, confidence }): RoleSpan => ({
        role: role as AttributionRole,
        first,
        last,
        cue,
        confidence: Math.round(confidence * 100) / 100,
        start: slices[first]!.start,
        end: slices[last - 1]!.end,
      }),
    ),
    ...(parsed.evidence ? { evidence: parsed.evidence } : {}),
    ...(parsed.acts ? { acts: { ...parsed.acts, ...(tellings ? { tellings } : {}) } } : {}),
  });
}

async function analyseWords(model: Model, sentences: readonly GivenSentence[]): Promise<Analysis> {
  const slices: Slice[] = [];
  const bounds: [number, number][] = [];
  const paragraphOf: number[] = [];
  const startsParagraph: boolean[] = [];
  const maySplit: boolean[] = [];
  let text = "";
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.words.length === 0) continue;
    const starts = sentence.startsParagraph || paragraph < 0;
    if (starts) paragraph++;
    const first = slices.length;
    if (text) text = text.trimEnd() + (starts ? "\n\n" : " ");
    for (const word of sentence.words) {
      slices.push({ start: text.length, end: text.length + word.form.length });
      text += word.spaceAfter ? `${word.form} ` : word.form;
      startsParagraph.push(starts && slices.length - 1 === first);
      maySplit.push(slices.length - 1 === first);
    }
    bounds.push([first, slices.length]);
    paragraphOf.push(paragraph);
  }
  const forms = slices.map((s) => text.slice(s.start, s.end));
  const parsed = await parse(model, { forms, startsParagraph, maySplit });
  // A given sentence that is longer than any window is read in parts, and its parts hang from its first root.
  const parts: [number, number][] = [];
  bounds.forEach(([first, last]) => {
    let start = first;
    for (let i = first + 1; i <= last; i++) {
      if (i === last || parsed.windowStarts.has(i)) {
        parts.push([start, i]);
        start = i;
      }
    }
  });
  if (parts.length === bounds.length)
    return finish(model, text.trimEnd(), slices, bounds, paragraphOf, parsed);
  const resolved = await parsed.resolve(parts);
  const joined: Parsed = {
    ...parsed,
    resolve: async () => ({ ...resolved, heads: join(resolved.heads, bounds) }),
  };
  return finish(model, text.trimEnd(), slices, bounds, paragraphOf, joined);
}

function join(heads: Int32Array, bounds: readonly (readonly [number, number])[]): Int32Array {
  const out = heads.slice();
  for (const [first, last] of bounds) {
    let root = -1;
    for (let i = first; i < last; i++) {
      if (out[i] !== -1) continue;
      if (root < 0) root = i;
      else out[i] = root;
    }
  }
  return out;
}
