import type { Batch } from "./model.js";
import { shapeOf } from "./shape.js";
import type { WordPieces } from "./word-pieces.js";

/** Pieces that a window holds where its paragraphs allow: short windows cost less, long ones see more neighbours. */
const USUAL = 128;
/** A sentence longer than a usual window still stands in one, up to this; the encoder has 512 positions. */
const LONGEST = 384;

/** A stretch of words that the encoder reads at once. */
export interface Window {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly first: readonly number[];
}

/** Words to pack: their forms, where a paragraph begins, and where a sentence may begin for want of anything better. */
export interface Packable {
  readonly forms: readonly string[];
  readonly startsParagraph: readonly boolean[];
  readonly maySplit: readonly boolean[];
}

/**
 * Packs words into windows of whole paragraphs: [CLS], the paragraphs with [SEP] between them, [SEP]. A paragraph that
 * is longer than a window is cut where a sentence may begin, and where it has no such place, at LONGEST pieces.
 */
export function makeWindows(words: Packable, pieces: WordPieces): Window[] {
  const windows: Window[] = [];
  const count = words.forms.length;
  const lengths = words.forms.map((form) => pieces.of(form).length);
  let start = 0;
  while (start < count) {
    let end = start;
    let used = 2;
    let paragraphEnd = -1;
    let sentenceEnd = -1;
    while (end < count) {
      const length = lengths[end]! + (end > start && words.startsParagraph[end] ? 1 : 0);
      if (end > start && words.startsParagraph[end]) paragraphEnd = end;
      if (end > start && words.maySplit[end]) sentenceEnd = end;
      if (used + length > USUAL && (paragraphEnd > 0 || sentenceEnd > 0)) break;
      if (used + length > LONGEST) break;
      used += length;
      end++;
    }
    if (end < count && paragraphEnd > start) end = paragraphEnd;
    else if (end < count && sentenceEnd > start) end = sentenceEnd;
    windows.push(build(words, pieces, start, end));
    start = end;
  }
  return windows;
}

function build(words: Packable, pieces: WordPieces, start: number, end: number): Window {
  const ids: number[] = [pieces.classifier];
  const shapes: number[] = [0];
  const first: number[] = [];
  for (let i = start; i < end; i++) {
    if (i > start && words.startsParagraph[i]) {
      ids.push(pieces.separator);
      shapes.push(0);
    }
    first.push(ids.length);
    const shape = shapeOf(words.forms[i]!);
    for (const id of pieces.of(words.forms[i]!)) {
      ids.push(id);
      shapes.push(shape);
    }
  }
  ids.push(pieces.separator);
  shapes.push(0);
  return { firstWord: start, lastWord: end, ids, shapes, first };
}

/** Windows as one padded batch. */
export function makeBatch(windows: readonly Window[]): Batch {
  const size = windows.length;
  const pieces = Math.max(...windows.map((w) => w.ids.length));
  const words = Math.max(...windows.map((w) => w.first.length));
  const ids = new Int32Array(size * pieces);
  const shapes = new Int32Array(size * pieces);
  const first = new Int32Array(size * words);
  windows.forEach((window, row) => {
    ids.set(window.ids, row * pieces);
    shapes.set(window.shapes, row * pieces);
    first.set(window.first, row * words);
  });
  return { size, pieces, words, ids, shapes, first };
}
