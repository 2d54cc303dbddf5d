import { judge, type ScoredEvent } from "./marked-events-score.js";

/** How sure of an event the program is, and whether all of it is right. */
export interface ProbableEvent {
  readonly probability: number;
  /** Type, status, source and target. */
  readonly right: boolean;
}

/** The found events of which a probability is told; one where nothing is marked is wrong. */
export function probableEvents(scored: readonly ScoredEvent[]): ProbableEvent[] {
  return scored.flatMap(({ gold, found }) => {
    if (found?.probability === undefined) return [];
    const { type, status, source, target } = gold ? judge(gold, found) : NOTHING;
    return [{ probability: found.probability, right: type && status && source && target }];
  });
}

const NOTHING = { type: false, status: false, source: false, target: false };

/** Bands of a tenth each, the last with 1 itself. */
const BANDS = 10;

interface Band {
  readonly from: number;
  readonly events: number;
  /** What the program says and what is right, each as a share of the events. */
  readonly told: number;
  readonly right: number;
}

/** The bands of probability that have events, the least sure first. */
export function bandsOf(events: readonly ProbableEvent[]): Band[] {
  const bands: ProbableEvent[][] = Array.from({ length: BANDS }, () => []);
  for (const event of events) bands[Math.min(BANDS - 1, Math.floor(event.probability * BANDS))]!.push(event);
  return bands.flatMap((own, band) => {
    if (own.length === 0) return [];
    const told = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
    const right = own.filter((event) => event.right).length / own.length;
    return [{ from: band / BANDS, events: own.length, told, right }];
  });
}

/**
 * The expected calibration error, in points: how far what is told and what is right lie apart, on average over the events
 * (Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015; ten bands).
 */
export function calibrationError(events: readonly ProbableEvent[]): number {
  const apart = bandsOf(events).reduce(
    (sum, band) => sum + band.events * Math.abs(band.told - band.right),
    0,
  );
  return Math.round((1000 * apart) / Math.max(1, events.length)) / 10;
}

/** A table for people: of events told with so much probability, how many are right. */
export function bandLines(events: readonly ProbableEvent[]): string[] {
  return [
    "probability  events   told  right",
    ...bandsOf(events).map(
      ({ from, events, told, right }) =>
        `from ${from.toFixed(1)}    ${cell(String(events))} ${cell(percent(told))} ${cell(percent(right))}`,
    ),
  ];
}

/** A table for people: what a filter keeps that asks for so much probability, and how many of those and of all marks are right. */
export function thresholdLines(scored: readonly ScoredEvent[]): string[] {
  const events = probableEvents(scored);
  const marks = scored.filter(({ gold }) => gold).length;
  const line = (least: number) => {
    const kept = events.filter(({ probability }) => probability >= least);
    const right = kept.filter((event) => event.right).length;
    const shares = [right / Math.max(1, kept.length), right / Math.max(1, marks)];
    return `at least ${least.toFixed(1)} ${[String(kept.length), ...shares.map(percent)].map(cell).join(" ")}`;
  };
  const none = scored.filter(({ found }) => found && found.probability === undefined).length;
  return [
    "surer than   events  right  of marks",
    ...Array.from({ length: BANDS }, (_, band) => line(band / BANDS)),
    ...(none > 0 ? [`of unknown probability ${none}`] : []),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function cell(text: string): string {
  return text.padStart(6);
}
