import { overlaps, type Span } from "../record/span.js";
import { type BCubed, bcubed } from "./bcubed.js";
import type { GoldHappening, LedgerMark } from "./ledger-gold.js";

/** An event that was found, in the measure of the gold. */
export interface FoundEvent extends Span {
  readonly id: string;
  /** The key of its report. */
  readonly report: string;
  readonly happening: string;
}

/** A mention of a happening in the gold, with the event that was found there. */
export interface ScoredMention {
  readonly gold: string;
  readonly mark: LedgerMark;
  readonly found?: FoundEvent;
}

/** The mentions that count: not `may`, and of one happening that is no series and not made of others. */
export function scoredMentions(
  happenings: readonly GoldHappening[],
  events: readonly FoundEvent[],
): ScoredMention[] {
  return happenings
    .filter(({ series, parts }) => !series && !parts)
    .flatMap(({ id, mentions }) =>
      mentions
        .filter(({ may }) => !may)
        .map((mark) => {
          const found = eventAt(mark, events);
          return { gold: id, mark, ...(found && { found }) };
        }),
    );
}

/** The event whose trigger shares a character with the mark, or else with the other word that a reader may take. */
export function eventAt(mark: LedgerMark, events: readonly FoundEvent[]): FoundEvent | undefined {
  const at = (words: { readonly span: readonly [number, number] } | undefined) =>
    words &&
    events.find(
      (event) =>
        event.report === mark.report && overlaps(event, { start: words.span[0], end: words.span[1] }),
    );
  return at(mark) ?? at(mark.also);
}

/** BCubed over the mentions that were found; with `all`, those that were not are groups of one. */
export function happeningFigures(mentions: readonly ScoredMention[], all: boolean): BCubed {
  return bcubed(
    mentions.flatMap(({ gold, found }, i) =>
      found ? [{ gold, found: found.happening }] : all ? [{ gold, found: `missed ${i}` }] : [],
    ),
  );
}
