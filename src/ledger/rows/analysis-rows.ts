import { constants, deflateSync, inflateSync } from "node:zlib";
import type { Insertable, Selectable } from "kysely";
import type {
  ActScores,
  ActTelling,
  Analysis,
  AttributionRole,
  Evidence,
  Name,
  Sentence,
  Weighed,
  Word,
} from "../../language/analysis.js";
import type { Report } from "../../report/report.js";
import type { AnalysisTable } from "../schema.js";

/**
 * Names the layout, so that another can follow it: four bytes tell how long the columns below are, deflated; the scores of
 * the evidence follow, deflated, a signed byte each.
 */
const ENCODING = "deflate, JSON columns, then evidence";
/** As earlier versions wrote it: the columns alone, with the scores in base 64 among them. */
const WITH_SCORES = "deflate, JSON columns";
const LENGTH = 4;

/** Lists side by side instead of one object a word, in small numbers: a tenth of the size, and quick to pack. */
interface Columns {
  /** Only where it is not the report's own text. */
  readonly text?: string;
  readonly words: {
    /** Code units between the end of the word before and this one. */
    readonly gap: number[];
    readonly length: number[];
    /** null where it is the form. */
    readonly lemma: (string | null)[];
    readonly upos: string[];
    readonly xpos: string[];
    /** How many words on the governor stands; null for a root. */
    readonly head: (number | null)[];
    readonly deprel: string[];
    /** How many sentences on from the word before. */
    readonly sentence: number[];
    /** Forms that are not the text's own words at the offsets, by the word's index. */
    readonly forms: Record<number, string>;
  };
  readonly sentences: readonly number[][];
  readonly names: readonly [string, number, number, number, number][];
  readonly roles?: readonly (readonly [
    AttributionRole,
    number,
    number,
    number,
    number,
    number,
    (number | null)?,
  ])[];
  /** Scores only as earlier versions wrote them. */
  readonly evidence?: {
    readonly classes: readonly string[];
    readonly unit: number;
    readonly scores?: string;
  };
  /** Three characters a score: words on from the one before, type, score above the least. */
  readonly acts?: {
    readonly unit: number;
    readonly least: number;
    readonly scores: string;
    /** For each word its statuses, sources and targets: place and score by turns. */
    readonly tellings?: readonly (readonly [number[], number[], number[]])[];
  };
}

export function analysisRow(report: Report, analysis: Analysis): Insertable<AnalysisTable> {
  const { words, text } = analysis;
  const forms: Record<number, string> = {};
  for (const w of words) if (text.slice(w.start, w.end) !== w.form) forms[w.index] = w.form;
  const columns: Columns = {
    ...(text === report.text ? {} : { text }),
    words: {
      gap: words.map((w, i) => w.start - (words[i - 1]?.end ?? 0)),
      length: words.map((w) => w.end - w.start),
      lemma: words.map((w) => (w.lemma === w.form ? null : w.lemma)),
      upos: words.map((w) => w.upos),
      xpos: words.map((w) => w.xpos),
      head: words.map((w) => (w.head < 0 ? null : w.head - w.index)),
      deprel: words.map((w) => w.deprel),
      sentence: words.map((w, i) => w.sentence - (words[i - 1]?.sentence ?? 0)),
      forms,
    },
    sentences: analysis.sentences.map((s) => [s.start, s.end, s.first, s.last, s.root, s.paragraph]),
    names: analysis.names.map((n) => [n.type, n.start, n.end, n.first, n.last]),
    ...(analysis.roles
      ? {
          roles: analysis.roles.map((r) => [
            r.role,
            r.start,
            r.end,
            r.first,
            r.last,
            r.cue,
            r.confidence ?? null,
          ]),
        }
      : {}),
    ...(analysis.evidence
      ? { evidence: { classes: analysis.evidence.classes, unit: analysis.evidence.unit } }
      : {}),
    ...(analysis.acts ? { acts: packedActs(analysis.acts) } : {}),
  };
  // Level 1: reading speed matters more than the last tenth of the size.
  return {
    report: report.id,
    encoding: ENCODING,
    analysis: packed(columns, analysis.evidence),
  };
}

function packed(columns: Columns, evidence: Evidence | undefined): Buffer {
  const own = deflateSync(JSON.stringify(columns), { level: 1 });
  const length = Buffer.allocUnsafe(LENGTH);
  length.writeUInt32LE(own.length);
  if (!evidence) return Buffer.concat([length, own]);
  const { scores } = evidence;
  const bytes = Buffer.allocUnsafe(scores.length);
  for (let i = 0; i < scores.length; i++) bytes[i] = scores[i]!;
  // Scores hardly repeat each other, but few of their values are common.
  const { Z_HUFFMAN_ONLY } = constants;
  return Buffer.concat([length, own, deflateSync(bytes, { level: 1, strategy: Z_HUFFMAN_ONLY })]);
}

/** The columns of a row, and the scores that follow them. */
function unpacked({ report, encoding, analysis }: Selectable<AnalysisTable>): [Columns, number[]] {
  const bytes = Buffer.from(analysis);
  const read = (part: Buffer) => JSON.parse(inflateSync(part).toString()) as Columns;
  if (encoding === WITH_SCORES) {
    const columns = read(bytes);
    return [columns, numbersOf(Buffer.from(columns.evidence?.scores ?? "", "base64"))];
  }
  if (encoding !== ENCODING) throw new Error(`analysis of ${report}: encoding "${encoding}"`);
  const end = LENGTH + bytes.readUInt32LE();
  const scores = bytes.subarray(end);
  return [read(bytes.subarray(LENGTH, end)), scores.length > 0 ? numbersOf(inflateSync(scores)) : []];
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}

export function analysisOf(row: Selectable<AnalysisTable>, reportText: string): Analysis {
  const [columns, scores] = unpacked(row);
  const text = columns.text ?? reportText;
  const sentences = columns.sentences.map(([start, end, first, last, root, paragraph], index) => {
    return { index, start, end, first, last, root, paragraph } as Sentence;
  });
  const names = columns.names.map(([type, start, end, first, last]) => {
    return { type, start, end, first, last } as Name;
  });
  const roles = columns.roles?.map(([role, start, end, first, last, cue, confidence]) => {
    const sure = confidence === undefined || confidence === null ? {} : { confidence };
    return { role, start, end, first, last, cue, ...sure };
  });
  const words = wordsOf(columns.words, text);
  const { classes, unit } = columns.evidence ?? {};
  const evidence = classes && unit ? { evidence: { classes, unit, scores } } : {};
  const acts = columns.acts ? { acts: unpackedActs(columns.acts) } : {};
  return {
    kind: "analysis",
    text,
    sentences,
    words,
    names,
    ...(roles ? { roles } : {}),
    ...evidence,
    ...acts,
  };
}

/** The first character that stands for a number, nought. */
const NOUGHT = "0".charCodeAt(0);

function packedActs({
  words,
  types,
  scores,
  unit,
  least,
  tellings,
}: ActScores): NonNullable<Columns["acts"]> {
  const numbers = words.flatMap((w, i) => [w - (words[i - 1] ?? 0), types[i]!, scores[i]! - least]);
  return {
    unit,
    least,
    scores: numbers.map((n) => String.fromCodePoint(NOUGHT + n)).join(""),
    ...(tellings
      ? { tellings: tellings.map((t) => [t.statuses.flat(), t.source.flat(), t.target.flat()] as const) }
      : {}),
  };
}

function unpackedActs({ unit, least, scores, tellings: packed }: NonNullable<Columns["acts"]>): ActScores {
  const out = { words: [] as number[], types: [] as number[], scores: [] as number[] };
  const numbers = Array.from(scores, (c) => c.codePointAt(0)! - NOUGHT);
  let word = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    word += numbers[i]!;
    out.words.push(word);
    out.types.push(numbers[i + 1]!);
    out.scores.push(numbers[i + 2]! + least);
  }
  if (!packed) return { unit, least, ...out };
  const telling = [...new Set(out.words)];
  const tellings = packed.map(([statuses, source, target], i): ActTelling => {
    return { word: telling[i]!, statuses: pairs(statuses), source: pairs(source), target: pairs(target) };
  });
  return { unit, least, ...out, tellings };
}

function pairs(numbers: readonly number[]): readonly Weighed[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

function wordsOf(columns: Columns["words"], text: string): Word[] {
  let end = 0;
  let sentence = 0;
  return columns.gap.map((gap, index) => {
    const start = end + gap;
    end = start + columns.length[index]!;
    sentence += columns.sentence[index]!;
    const form = columns.forms[index] ?? text.slice(start, end);
    const head = columns.head[index] ?? null;
    return {
      index,
      start,
      end,
      form,
      lemma: columns.lemma[index] ?? form,
      upos: columns.upos[index] as Word["upos"],
      xpos: columns.xpos[index]!,
      head: head === null ? -1 : index + head,
      deprel: columns.deprel[index]!,
      sentence,
    };
  });
}
