import type { z } from "zod";
import type { linkedExchange } from "../../../src/server/schemas/across.js";
import { dayNumber, type Period } from "./days.js";

export type Exchange = z.infer<typeof linkedExchange>;
export type AnswerKind = Exchange["answers"][number]["answerIs"];

/** What an answer does to a demand: the colour and the sign that it gets. */
export const TENORS = {
  yes: { label: "accepted or yielded", sign: "✓" },
  no: { label: "refused or denied", sign: "✕" },
  back: { label: "turned back: a counter-demand, charge or threat", sign: "↺" },
  other: { label: "answered otherwise", sign: "~" },
} as const;
export type Tenor = keyof typeof TENORS;

const TENOR_OF: Readonly<Record<AnswerKind, Tenor>> = {
  acceptance: "yes",
  yielding: "yes",
  refusal: "no",
  "conditional refusal": "no",
  denial: "no",
  "counter-demand": "back",
  "counter-charge": "back",
  charge: "back",
  threat: "back",
  deflection: "other",
  response: "other",
};

export function tenorOf(kind: AnswerKind): Tenor {
  return TENOR_OF[kind];
}

/** A turn on its side of the timeline, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly exchange: Exchange;
  readonly from: Point;
  readonly answers: readonly (Point & { readonly id: string; readonly tenor: Tenor })[];
}

export interface Layout {
  readonly placed: readonly Placed[];
  readonly height: number;
  /** Where the axis lies, between the sides. */
  readonly axis: number;
  /** How many exchanges have no day, so that the picture cannot show them. */
  readonly undated: number;
}

const SIZE = 18;
/** Room for the axis with its labels, and at the upper and lower edge for the sides' names. */
const GAP = 44;
const EDGE = 20;
const MOST_LEVELS = 12;

type Side = "above" | "below";

/** The first and last day of exchanges; undefined where none has one. */
export function periodOf(exchanges: readonly Exchange[]): Period | undefined {
  const days = exchanges
    .flatMap(({ firstDay, lastDay, answers }) => [firstDay, lastDay, ...answers.map(({ day }) => day)])
    .filter((day) => day !== undefined)
    .map(dayNumber);
  if (days.length === 0) return undefined;
  return { first: Math.min(...days), last: Math.max(...days) };
}

/**
 * Places exchanges: what the first side opens above the axis and its answers below it, the other side's the other way
 * round; turns of neighbouring days are stacked away from the axis.
 * @param first code of the first side; without one all that is opened stands above
 * @param xOf where a day lies, in pixels
 */
export function layOut(
  exchanges: readonly Exchange[],
  first: string | undefined,
  xOf: (day: number) => number,
): Layout {
  const stacks = { above: new Stack(), below: new Stack() };
  const place = (day: string, side: Side) => {
    const x = xOf(dayNumber(day));
    return { x, level: stacks[side].put(x), side };
  };
  const dated = exchanges
    .filter(({ firstDay }) => firstDay !== undefined)
    .sort((a, b) => (a.firstDay! < b.firstDay! ? -1 : 1));
  const drafts = dated.map((exchange) => {
    const side: Side = first === undefined || exchange.asks.includes(first) ? "above" : "below";
    const across: Side = side === "above" ? "below" : "above";
    const answers = exchange.answers.map(({ id, day, answerIs }) => ({
      ...place(day ?? exchange.firstDay!, across),
      id,
      tenor: tenorOf(answerIs),
    }));
    return { exchange, from: place(exchange.firstDay!, side), answers };
  });
  const axis = EDGE + stacks.above.levels * SIZE + GAP / 2;
  const pointOf = ({ x, level, side }: { x: number; level: number; side: Side }): Point => {
    const away = GAP / 2 + (level + 0.5) * SIZE;
    return { x, y: side === "above" ? axis - away : axis + away };
  };
  return {
    placed: drafts.map(({ exchange, from, answers }) => ({
      exchange,
      from: pointOf(from),
      answers: answers.map((answer) => ({ id: answer.id, tenor: answer.tenor, ...pointOf(answer) })),
    })),
    height: axis + GAP / 2 + stacks.below.levels * SIZE + EDGE,
    axis,
    undated: exchanges.length - dated.length,
  };
}

/** Levels of one side: each holds turns that do not touch, as long as there are levels. */
class Stack {
  private readonly taken: number[][] = [];

  get levels(): number {
    return Math.max(2, this.taken.length);
  }

  put(x: number): number {
    let level = this.taken.findIndex((others) => others.every((other) => Math.abs(other - x) >= SIZE));
    if (level < 0) level = Math.min(this.taken.length, MOST_LEVELS - 1);
    const others = this.taken[level];
    if (others) others.push(x);
    else this.taken[level] = [x];
    return level;
  }
}
