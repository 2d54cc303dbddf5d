import { writeFileSync } from "node:fs";
import type { Language } from "../language/language.js";
import { Ledger } from "../ledger/ledger.js";
import { read } from "../reading/read.js";
import type { Reading } from "../reading/reading.js";
import type { Span } from "../record/span.js";
import type { Evaluation } from "./evaluations.js";
import { type FoundAnswer, type FoundWords, scoreExchanges } from "./exchanges-score.js";
import { readGoldFile } from "./gold-file.js";
import { sourceReports } from "./gold-sources.js";
import { type FoundEvent, happeningFigures, scoredMentions } from "./happenings-score.js";
import { type LedgerGold, marksOf, readLedgerGold } from "./ledger-gold.js";
import { markedText } from "./marked-text.js";

/** A report that was marked, as it was read. */
export interface MarkedReading {
  readonly key: string;
  readonly reading: Reading;
  readonly inGold: (span: Span) => Span;
}

/**
 * Scores the happenings and exchanges that a ledger makes of marked reports against a gold file (docs/ledger-gold.md).
 * `reports`: files in which the texts are looked up by identifier. `out`: a file of JSON Lines, an answer each that was
 * found or missed. Throws an Error where the gold is not in its format or a text is not the one that was marked.
 */
export async function evaluateLedger(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[]; readonly out?: string } = {},
): Promise<Evaluation> {
  const gold = readLedgerGold(readGoldFile(goldPath));
  const sources = sourceReports(options.reports ?? []);
  const readings: MarkedReading[] = [];
  for (const marked of gold.reports) {
    const marks = marksOf(gold, marked.key).map(({ span: [start, end], surface }) => ({
      start,
      end,
      surface,
    }));
    const { report, inGold } = markedText(marked, marks, sources);
    readings.push({ key: marked.key, reading: await read(report, language as Language), inGold });
  }
  return scoreLedger(gold, readings, options.out);
}

/** The figures of a ledger that holds these readings and no others. */
export async function scoreLedger(
  gold: LedgerGold,
  readings: readonly MarkedReading[],
  out?: string,
): Promise<Evaluation> {
  const ledger = await Ledger.open(":memory:", { readerVersion: "no reader" });
  try {
    for (const { reading } of readings) await ledger.add(reading);
    const words = wordsOf(readings);
    const happenings = await ledger.happenings();
    const events = happenings.flatMap(({ id, events }) =>
      events.flatMap((event) =>
        (words.get(event.id) ?? []).map((w): FoundEvent => ({ ...w, id: event.id, happening: id })),
      ),
    );
    const told = new Map(
      happenings.map(({ id, events }) => [id, events.flatMap((e) => words.get(e.id) ?? [])]),
    );
    const side = (id: string, happening: string | undefined) => [
      ...(words.get(id) ?? []),
      ...(told.get(happening ?? "") ?? []),
    ];
    const answers = (await ledger.linkedExchanges()).flatMap((exchange) =>
      exchange.answers.map(
        (answer): FoundAnswer => ({
          id: exchange.id,
          answerIs: answer.answerIs,
          link: answer.link,
          opening: side(exchange.opening.id, exchange.happening),
          answer: side(answer.id, answer.happening),
        }),
      ),
    );
    const scored = scoreExchanges(gold.exchanges, gold.happenings, answers);
    if (out)
      writeFileSync(
        out,
        linesOf(gold, scored)
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(""),
      );
    return { metrics: figuresOf(gold, events, scored) };
  } finally {
    await ledger.close();
  }
}

/** The words of each event (its trigger), statement (its cue and content) and exchange (what joins it). */
function wordsOf(readings: readonly MarkedReading[]): Map<string, FoundWords[]> {
  const words = new Map<string, FoundWords[]>();
  for (const { key, reading, inGold } of readings) {
    const put = (id: string, spans: readonly Span[]) =>
      words.set(
        id,
        spans.map((span) => ({ report: key, ...inGold(span) })),
      );
    for (const { id, trigger } of reading.events) put(id, [trigger]);
    for (const { id, cue, content } of reading.statements) put(id, [...(cue ? [cue] : []), ...content]);
    for (const { id, joinedBy } of reading.exchanges) put(id, joinedBy ? [joinedBy] : []);
  }
  return words;
}

function figuresOf(
  gold: LedgerGold,
  events: readonly FoundEvent[],
  { asked, found }: ReturnType<typeof scoreExchanges>,
): Record<string, number> {
  const mentions = scoredMentions(gold.happenings, events);
  const news = mentions.filter(({ mark }) => !mark.refers);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const { precision, recall, f1 } = happeningFigures(mentions, false);
  const right = found.filter((row) => row.right);
  return {
    happenings: f1,
    happenings_precision: precision,
    happenings_recall: recall,
    happenings_news: happeningFigures(news, false).f1,
    happenings_all: happeningFigures(mentions, true).f1,
    mentions: mentions.length,
    mentions_found: mentions.filter((m) => m.found).length,
    exchanges_precision: share(right.length, found.length),
    exchanges_recall: share(asked.filter((row) => row.found).length, asked.length),
    kinds: share(right.filter(({ kind }) => kind).length, right.length),
    answers: asked.length,
    answers_found: found.length,
  };
}

function linesOf(gold: LedgerGold, { asked, found }: ReturnType<typeof scoreExchanges>): object[] {
  return [
    ...asked.map(({ exchange, answer, found: one }) => {
      const { id, answers } = gold.exchanges[exchange]!;
      return { gold: id, position: exchange, answer: answers[answer]!.kind, found: one?.id ?? null };
    }),
    ...found.map(({ found: one, right }) => ({ right, ...one })),
  ];
}
