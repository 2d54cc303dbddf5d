import { actScores } from "./act-scores.js";
import { actTellings } from "./act-tellings.js";
import type { ActScores, ActTelling, Evidence } from "./analysis.js";
import { batchesOf } from "./batches.js";
import type { BatchScores, Model } from "./model.js";
import { decodeNames, type NameSpan } from "./name-spans.js";
import { chooseRelations } from "./relations.js";
import { findRoles, type PlacedRole } from "./role-spans.js";
import { shareNameTypes } from "./shared-name-types.js";
import { maximumSpanningTree } from "./spanning-tree.js";
import { makeBatch, makeWindows, type Packable, type Window } from "./window.js";

/** What the model says of a report's words, before sentences are decided. Numbers point into `model.labels`. */
export interface Parsed {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  /** Probability that a word begins a sentence. */
  readonly starts: Float32Array;
  /** The places where a window begins: no sentence can reach over them. */
  readonly windowStarts: ReadonlySet<number>;
  /** Parts of attributions in text order. */
  readonly roles: readonly PlacedRole[];
  readonly evidence: Evidence | undefined;
  readonly acts: ActScores | undefined;
  /** Trees and names for sentences given as [first word, past last). */
  resolve(sentences: readonly (readonly [number, number])[]): Promise<Resolved>;
}

export interface Resolved {
  /** Governor's place in the list of words, -1 for a root. */
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly names: readonly NameSpan[];
  /** Of the words in `acts`. */
  readonly tellings: readonly ActTelling[] | undefined;
}

export interface Placed {
  readonly window: Window;
  readonly scores: BatchScores;
  readonly row: number;
  readonly words: number;
}

/**
 * One pass of the encoder over a report's words, its windows batched by length.
 *
 * Batches never mix reports: int8 activations are scaled over a whole batch, so a neighbour's text could otherwise
 * change a score in the last digit, and the same report would not always give the same rows.
 */
export async function parse(model: Model, list: Packable): Promise<Parsed> {
  const windows = makeWindows(list, model.pieces);
  windows.sort((a, b) => a.ids.length - b.ids.length || a.firstWord - b.firstWord);
  const placed: Placed[] = [];
  for (const [first, last] of batchesOf(windows.map((window) => window.ids.length))) {
    const group = windows.slice(first, last);
    const batch = makeBatch(group);
    const scores = await model.score(batch);
    group.forEach((window, row) => {
      placed.push({ window, scores, row, words: batch.words });
    });
  }
  return gather(model, list.forms, placed);
}

function gather(model: Model, forms: readonly string[], placed: readonly Placed[]): Parsed {
  const count = forms.length;
  const tags = model.labels.names;
  const upos = new Int32Array(count);
  const xpos = new Int32Array(count);
  const starts = new Float32Array(count);
  const names = new Float32Array(count * tags.length);
  const of = new Array<Placed>(count);
  for (const p of placed) {
    const from = p.row * p.words * tags.length;
    const read = (p.window.lastWord - p.window.firstWord) * tags.length;
    names.set(p.scores.names.subarray(from, from + read), p.window.firstWord * tags.length);
    for (let w = p.window.firstWord; w < p.window.lastWord; w++) {
      const at = p.row * p.words + (w - p.window.firstWord);
      upos[w] = p.scores.upos[at]!;
      xpos[w] = p.scores.xpos[at]!;
      starts[w] = p.scores.starts[at]!;
      of[w] = p;
    }
  }
  const proper = model.labels.upos.indexOf("PROPN");
  shareNameTypes(names, forms, (w) => upos[w] === proper, tags);
  const acts = actScores(placed, (w) => TELLING.has(model.labels.upos[upos[w]!]!));
  return {
    upos,
    xpos,
    starts,
    windowStarts: new Set(placed.map((p) => p.window.firstWord)),
    roles: placed
      .flatMap(({ window, scores, row, words }) =>
        findRoles(scores, row, words, window.lastWord - window.firstWord, model.labels.roles ?? []).map(
          (span) => ({
            ...span,
            first: window.firstWord + span.first,
            last: window.firstWord + span.last,
            cue: span.cue < 0 ? -1 : window.firstWord + span.cue,
          }),
        ),
      )
      .sort((a, b) => a.first - b.first),
    evidence: evidenceOf(model, placed, count),
    acts,
    resolve: (sentences) => resolve(model, of, names, sentences, acts?.words ?? []),
  };
}

/** Tags of the words that tell acts. */
const TELLING = new Set(["VERB", "NOUN", "ADJ"]);
/** Halves are fine enough: the choices stay the same, and the numbers are short where they are kept. */
const UNIT = 2;
/** Scores are kept as signed bytes. */
const MOST = 127;

function evidenceOf(model: Model, placed: readonly Placed[], count: number): Evidence | undefined {
  const { classes } = model.labels;
  if (!classes || placed.some((p) => !p.scores.evidence)) return undefined;
  const scores = new Array<number>(count * classes.length);
  for (const { window, scores: own, row, words } of placed) {
    const from = row * words * classes.length;
    const to = window.firstWord * classes.length;
    const length = (window.lastWord - window.firstWord) * classes.length;
    for (let i = 0; i < length; i++) {
      scores[to + i] = Math.max(-MOST, Math.min(MOST, Math.round(own.evidence![from + i]! * UNIT))) | 0;
    }
  }
  return { classes, unit: UNIT, scores };
}

async function resolve(
  model: Model,
  of: readonly Placed[],
  nameScores: Float32Array,
  sentences: readonly (readonly [number, number])[],
  telling: readonly number[],
): Promise<Resolved> {
  const count = of.length;
  const heads = new Int32Array(count).fill(-1);
  const names: NameSpan[] = [];
  const width = of[0]?.scores.width ?? 0;
  const dependents = new Float32Array(count * width);
  const governors = new Float32Array(count * width);
  for (const [first, last] of sentences) {
    const p = of[first]!;
    const { scores, row, words, window } = p;
    const base = first - window.firstWord;
    const length = last - first;
    const arcs = row * words * (words + 1) + base * (words + 1);
    const tree = maximumSpanningTree(
      length,
      (d, g) => scores.arcs[arcs + d * (words + 1) + (g === 0 ? 0 : base + g)]!,
    );
    for (let d = 0; d < length; d++) {
      const governor = tree[d]!;
      heads[first + d] = governor === 0 ? -1 : first + governor - 1;
      const from = (row * words + base + d) * width;
      dependents.set(scores.dependent.subarray(from, from + width), (first + d) * width);
      const to = (row * (words + 1) + (governor === 0 ? 0 : base + governor)) * width;
      governors.set(scores.governor.subarray(to, to + width), (first + d) * width);
    }
    const tags = model.labels.names;
    for (const span of decodeNames(nameScores, first * tags.length, length, tags)) {
      names.push({ first: first + span.first, last: first + span.last, type: span.type });
    }
  }
  const tellings = actTellings(telling, of, sentences);
  const relations = chooseRelations(
    await model.relate(dependents, governors, width),
    heads,
    model.labels.relations,
  );
  return { heads, relations, names, tellings };
}
