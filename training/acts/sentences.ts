/**
 * Writes the sentences of whole reports that were read, with their events, for the encoder to learn from:
 *
 *     npx tsx training/acts/sentences.ts GOLD FILE REPORTS...
 *
 * GOLD as in docs/event-marks.md. FILE gets JSON Lines, a report a line: `report`, and `sentences`, each with its `words`,
 * the `spaces` after them, `paragraph` (true where it begins one) and `acts`: `word` (in the sentence), `type`, `status`, and
 * `source` and `target`, the heads of the phrases that name them, none where the sentence names nobody. The codebook's own
 * cases follow; `told` are the words of which they say something.
 */
import { createWriteStream } from "node:fs";
import type { GoldEvent } from "../../src/evaluate/marked-events-score.js";
import type { Analysis, Sentence, Word } from "../../src/language/analysis.js";
import { overlaps, type Span } from "../../src/record/span.js";
import { caseReadings, type MarkedReading, markedReadings, markedWords } from "./reports.js";

const [gold, file, ...reports] = process.argv.slice(2);
if (!gold || !file || reports.length === 0) throw new Error("a gold file, a file to write and files of reports expected");
const out = createWriteStream(file);
for await (const reading of markedReadings(gold, reports)) out.write(`${JSON.stringify(sentencesOf(reading))}\n`);
for await (const reading of caseReadings()) out.write(`${JSON.stringify(sentencesOf(reading))}\n`);
out.end();

function sentencesOf({ id, report, analysis, marks, labels }: MarkedReading): object {
  const events: ReadonlyMap<Word, GoldEvent | undefined> = marks ? markedWords(analysis, marks.events) : labels!;
  let paragraph: number | undefined;
  const sentences = analysis.sentences.flatMap((sentence) => {
    const words = analysis.words.slice(sentence.first, sentence.last);
    const [start, end] = [words[0]!.start, words.at(-1)!.end];
    if (marks && !marks.ranges.some((r) => r.start <= start && end <= r.end)) return [];
    const told = words.filter((w) => labels?.has(w)).map((w) => w.index - sentence.first);
    const begins = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    return [
      {
        words: words.map((w) => w.form),
        spaces: words.map((w) => /\s/.test(report.text[w.end] ?? "")),
        paragraph: begins,
        acts: words.flatMap((word) => actOf(events.get(word), analysis, sentence, words, word)),
        ...(labels ? { told } : {}),
      },
    ];
  });
  return { report: id, sentences };
}

function actOf(event: GoldEvent | undefined, analysis: Analysis, sentence: Sentence, words: readonly Word[], word: Word): object[] {
  if (!event) return [];
  const heads = (side: GoldEvent["sources"]) =>
    side.flatMap(({ span }) => (span ? headOf(analysis, words, span) : [])).map((w) => w.index - sentence.first);
  const { type, status, sources, targets } = event;
  return [{ word: word.index - sentence.first, type, status, source: heads(sources), target: heads(targets) }];
}

/** The word of a phrase that none of its other words governs. */
function headOf({ words: all }: Analysis, words: readonly Word[], span: Span): Word[] {
  const inside = words.filter((w) => overlaps(w, span));
  const head = inside.find((w) => w.head < 0 || !inside.includes(all[w.head]!));
  return head ? [head] : [];
}
