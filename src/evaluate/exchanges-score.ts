import { overlaps, type Span } from "../record/span.js";
import type { GoldExchange, GoldHappening, LedgerMark } from "./ledger-gold.js";

/** Words that were found, in the measure of the gold. */
export interface FoundWords extends Span {
  /** The key of its report. */
  readonly report: string;
}

/** An answer that was found, with all words that tell its opening and it. */
export interface FoundAnswer {
  readonly id: string;
  readonly answerIs: string;
  readonly link: string;
  readonly opening: readonly FoundWords[];
  readonly answer: readonly FoundWords[];
}

export interface ScoredExchanges {
  /** Answers of the gold that count, each with the one that was found; in the order of the gold. */
  readonly asked: readonly {
    readonly exchange: number;
    readonly answer: number;
    readonly found?: FoundAnswer;
  }[];
  /** What was found, each with the answer of the gold that it is, which may be one that a reading may leave out. */
  readonly found: readonly { readonly found: FoundAnswer; readonly right: boolean; readonly kind: boolean }[];
}

/** Compares answers with the gold, as docs/ledger-gold.md counts them. */
export function scoreExchanges(
  exchanges: readonly GoldExchange[],
  happenings: readonly GoldHappening[],
  found: readonly FoundAnswer[],
): ScoredExchanges {
  const mentions = new Map(happenings.map((happening) => [happening.id, happening.mentions]));
  type Side = GoldExchange["opening"];
  const told = (side: Side, words: readonly FoundWords[]) =>
    [...side.spans, ...(mentions.get(side.happening ?? "") ?? [])].some((mark) => at(mark, words));
  const golds = exchanges.flatMap(({ opening, answers }, exchange) =>
    answers.map((gold, answer) => ({ exchange, answer, opening, gold })),
  );
  const fits = ({ opening, gold }: (typeof golds)[number], one: FoundAnswer) =>
    told(opening, one.opening) && told(gold, one.answer);
  return {
    asked: golds
      .filter(({ gold }) => !gold.may)
      .map((row) => {
        const one = found.find((f) => fits(row, f));
        return { exchange: row.exchange, answer: row.answer, ...(one && { found: one }) };
      }),
    found: found.map((one) => {
      const rows = golds.filter((row) => fits(row, one));
      return {
        found: one,
        right: rows.length > 0,
        kind: rows.some(({ gold }) => [gold.kind].flat().includes(one.answerIs)),
      };
    }),
  };
}

function at(mark: LedgerMark, words: readonly FoundWords[]): boolean {
  return [mark, ...(mark.also ? [mark.also] : [])].some(({ span: [start, end] }) =>
    words.some((one) => one.report === mark.report && overlaps(one, { start, end })),
  );
}
