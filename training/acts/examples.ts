/**
 * Writes what the learned coder of acts is trained on, from reports that were read whole (docs/event-marks.md):
 *
 *     npx tsx training/acts/examples.ts GOLD PAIRS FOLDS FOLDER REPORTS...
 *
 * FOLDER gets `words.jsonl` (every word that may tell an act, in the sentences that were read: its type or none, what the
 * codebook says, clues), `roles.jsonl` (for each marked act, who may be its source and target, and who is right) and
 * `windows.jsonl` (the pieces as the encoder reads them).
 */
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actorCode } from "../../src/actor/actor.js";
import type { GoldEvent } from "../../src/evaluate/marked-events-score.js";
import { ActClueFinder } from "../../src/event/act-clues.js";
import { loadCodebook } from "../../src/event/codebook.js";
import type { Draft } from "../../src/event/draft-events.js";
import { rulesOf } from "../../src/event/learned-acts.js";
import { roleChoices } from "../../src/event/role-clues.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { WordPieces } from "../../src/language/word-pieces.js";
import { makeWindows } from "../../src/language/window.js";
import { overlaps } from "../../src/record/span.js";
import { caseReadings, type MarkedReading, markedReadings, pairReadings } from "./reports.js";

const [gold, pairs, folds, folder, ...files] = process.argv.slice(2);
if (!gold || !pairs || !folds || !folder || files.length === 0) throw new Error("a gold file, pairs and their folds, a folder and files of reports expected");
mkdirSync(folder, { recursive: true });
const [words, roles, windows] = ["words", "roles", "windows"].map((n) => createWriteStream(join(folder, `${n}.jsonl`)));
const models = new URL("../../models/en/", import.meta.url);
const { maximumPieces } = JSON.parse(readFileSync(new URL("labels.json", models), "utf8"));
const pieces = new WordPieces(readFileSync(new URL("word-pieces.txt", models), "utf8").trimEnd().split("\n"), maximumPieces);
/** What a word of the codebook's own sentences and of pairs counts: they are short, and the patterns were made with them in sight. */
const OF_CASES = 0.5;
let read = 0;
for await (const reading of markedReadings(gold, files)) write(reading);
const reports = read;
for await (const reading of caseReadings()) write({ ...reading, offset: reports + reading.offset });
const withCases = read;
for await (const reading of pairReadings(pairs, folds)) write({ ...reading, offset: withCases + reading.offset });

function write(reading: MarkedReading): void {
  read = reading.offset + reading.analysis.words.length;
  writeWindows(reading);
  writeActs(reading);
}

function writeActs({ id, analysis, cast, drafts, marks, labels, offset }: MarkedReading): void {
  const finder = new ActClueFinder(cast, loadCodebook(), drafts);
  const marked = marks ? markedWords(analysis, marks.events) : labels!;
  const weight = marks ? 1 : OF_CASES;
  const isPair = id.startsWith("pair ");
  const drafted = new Set(drafts.drafts.map((d) => d.act.match.frame.trigger));
  let before: Draft | undefined;
  for (const word of analysis.words) {
    const isRead = marks ? marks.ranges.some((r) => r.start <= word.start && word.end <= r.end) : labels!.has(word);
    if (!isRead) continue;
    const clues = finder.of(word);
    if (!clues) continue;
    const { draft, basis, type } = clues;
    // A draft may tell the act with the word beside the marked one: "held", "talks".
    const beside = marks && draft && !marked.has(word) ? besideOf(word, type!, marked, drafted) : undefined;
    const event = marked.get(word) ?? beside;
    words!.write(
      `${JSON.stringify({ report: id, weight, word: offset + word.index, basis, type: type ?? null, gold: event?.type ?? null, clues: clues.clues })}\n`,
    );
    if (event) {
      for (const role of ["source", "target"] as const) {
        const codes = new Set((role === "source" ? event.sources : event.targets).flatMap((s) => (s.code ? [short(s.code)] : [])));
        const choices = roleChoices(cast, word, event.type, role, rulesOf(cast, clues), before);
        const side = role === "source" ? event.sources : event.targets;
        const right = choices.map(({ participants }) => {
          // Pairs are marked by their words alone.
          if (isPair) return participants.some((p) => p.span && side.some((s) => s.span && overlaps(s.span, p.span!)));
          const own = participants.flatMap(({ actor }) => (actor.known ? [short(actorCode(actor.value))] : []));
          return codes.size === 0 ? own.length === 0 : own.length > 0 && own.every((code) => codes.has(code));
        });
        const heads = choices.map((c) => (c.word ? offset + c.word.index : -1));
        roles!.write(
          `${JSON.stringify({ report: id, weight, word: offset + word.index, role, drafted: draft !== undefined, heads, clues: choices.map((c) => c.clues), right })}\n`,
        );
      }
    }
    before = draft ?? before;
  }
}

function short(code: string): string {
  return code.slice(0, 3);
}

function markedWords(analysis: Analysis, events: readonly GoldEvent[]): Map<Word, GoldEvent> {
  return new Map(events.map((e) => [analysis.words.find((w) => overlaps(w, e.trigger))!, e]));
}

function besideOf(
  word: Word,
  type: string,
  marked: ReadonlyMap<Word, GoldEvent | undefined>,
  drafted: ReadonlySet<Word>,
): GoldEvent | undefined {
  for (const [other, event] of marked) {
    const joined = other.head === word.index || word.head === other.index;
    if (joined && event?.type === type && !drafted.has(other)) return event;
  }
  return undefined;
}

/** The windows that the program reads; where it may cut a long paragraph, it cuts here at a sentence. */
function writeWindows({ analysis, offset }: MarkedReading): void {
  const starts = new Map(analysis.sentences.map((s) => [s.first, s]));
  const paragraphs = new Map(analysis.sentences.map((s) => [s.paragraph, s.first]).reverse() as [number, number][]);
  const list = {
    forms: analysis.words.map((w) => w.form),
    startsParagraph: analysis.words.map((w) => paragraphs.get(starts.get(w.index)?.paragraph ?? -1) === w.index),
    maySplit: analysis.words.map((w) => starts.has(w.index)),
  };
  for (const { ids, shapes, first, firstWord } of makeWindows(list, pieces))
    windows!.write(`${JSON.stringify({ word: offset + firstWord, ids, shapes, first })}\n`);
}
