import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { WordPieces } from "./word-pieces.js";

/** The inventories that the heads' numbers point into: `models/en/labels.json`. */
interface Labels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  readonly names: readonly string[];
  /** BIO tags of source, cue and content; absent from weights that were not trained on attributions. */
  readonly roles?: readonly string[];
  /** Classes of the event coder; absent from weights without one. */
  readonly classes?: readonly string[];
  readonly maximumPieces: number;
}

/** Windows of like length, padded to one size, ready for the encoder. Rows are windows. */
export interface Batch {
  readonly size: number;
  readonly pieces: number;
  readonly words: number;
  readonly ids: Int32Array;
  readonly shapes: Int32Array;
  /** Place of each word's first piece. */
  readonly first: Int32Array;
}

/** What the encoder says of a batch; arrays are row-major in the shapes given. */
export interface BatchScores {
  /** [size, words] */
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  /** Logarithms of probabilities, [size, words, labels.names]. */
  readonly names: Float32Array;
  /** Probability that a word begins a sentence, [size, words]. */
  readonly starts: Float32Array;
  /** [size, words, 1 + words]; column 0 is the root. */
  readonly arcs: Float32Array;
  /** Halves of the label scorer: [size, words, width] and [size, 1 + words, width]. */
  readonly dependent: Float32Array;
  readonly governor: Float32Array;
  readonly width: number;
  /** Logarithms of probabilities of roles in attributions, [size, words, labels.roles]. */
  readonly roles?: Float32Array;
  /** How well a word begins the cue of the span that a word (row) begins, [size, words, words]. */
  readonly links?: Float32Array;
  /** What a word says about the class of an act, [size, words, labels.classes]. */
  readonly evidence?: Float32Array;
  /** How much speaks for each type of event at a word, against none, [size, words, types]. */
  readonly acts?: Float32Array;
  /** Of the event that a word tells, [size, words, statuses]. */
  readonly statuses?: Float32Array;
  /** How well a word (column; 0 is nobody) is source, target of the event that a word (row) tells, [size, 2, words, 1 + words]. */
  readonly sides?: Float32Array;
}

/** The encoder and its heads: the only file that knows ONNX. Loads in well under a second. */
export class Model {
  private constructor(
    readonly labels: Labels,
    readonly pieces: WordPieces,
    readonly encoder: InferenceSession,
    readonly relationScorer: InferenceSession,
  ) {}

  /** Loads the weights of `folder` (models/en). `threads`: how many the runtime may use for one batch. */
  static async load(folder: string, threads = 1): Promise<Model> {
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: "sequential",
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
    };
    const [labels, vocabulary, encoder, relations] = await Promise.all([
      readFile(join(folder, "labels.json"), "utf8").then((text) => JSON.parse(text) as Labels),
      readFile(join(folder, "word-pieces.txt"), "utf8"),
      InferenceSession.create(join(folder, "encoder.onnx"), options),
      InferenceSession.create(join(folder, "relations.onnx"), options),
    ]);
    const pieces = new WordPieces(vocabulary.trimEnd().split("\n"), labels.maximumPieces);
    return new Model(labels, pieces, encoder, relations);
  }

  /** One pass of the encoder over a batch. */
  async score(batch: Batch): Promise<BatchScores> {
    const { size, pieces, words } = batch;
    const out = await this.encoder.run({
      ids: new Tensor("int32", batch.ids, [size, pieces]),
      shapes: new Tensor("int32", batch.shapes, [size, pieces]),
      first: new Tensor("int32", batch.first, [size, words]),
    });
    return {
      upos: out.upos!.data as Int32Array,
      xpos: out.xpos!.data as Int32Array,
      names: out.names!.data as Float32Array,
      starts: out.starts!.data as Float32Array,
      arcs: out.arcs!.data as Float32Array,
      dependent: out.dependent!.data as Float32Array,
      governor: out.governor!.data as Float32Array,
      width: out.dependent!.dims[2]!,
      ...(out.roles && out.links
        ? { roles: out.roles.data as Float32Array, links: out.links.data as Float32Array }
        : {}),
      ...(out.evidence ? { evidence: out.evidence.data as Float32Array } : {}),
      ...(out.acts ? { acts: out.acts.data as Float32Array } : {}),
      ...(out.statuses && out.sides
        ? { statuses: out.statuses.data as Float32Array, sides: out.sides.data as Float32Array }
        : {}),
    };
  }

  /** Scores of the relations for rows of halves, [rows, width] each: [rows, relations]. */
  async relate(dependent: Float32Array, governor: Float32Array, width: number): Promise<Float32Array> {
    if (dependent.length === 0) return new Float32Array(0);
    const rows = dependent.length / width;
    const out = await this.relationScorer.run({
      dependent: new Tensor("float32", dependent, [rows, width]),
      governor: new Tensor("float32", governor, [rows, width]),
    });
    return out.relations!.data as Float32Array;
  }

  async release(): Promise<void> {
    await Promise.all([this.encoder.release(), this.relationScorer.release()]);
  }
}
