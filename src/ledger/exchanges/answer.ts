import { daysFrom } from "../../record/day.js";
import { answerKindOf } from "./answer-kind.js";
import type { AnswerKind } from "./exchange.js";
import { EXCHANGE_RULES, ANSWER_POINTS as POINTS } from "./rules.js";
import { lastName } from "./sides.js";
import type { Turn } from "./turn.js";

/** Why a turn is taken for the answer to another. */
export interface Answer {
  readonly opening: string;
  readonly answerIs: AnswerKind;
  /** How sure, 0 to 1. */
  readonly sure: number;
  /** For people, what counts most first. */
  readonly reasons: readonly string[];
}

/** What tells that a deed is done because it was asked for. */
export const DONE = { sure: 0.6, reason: "what was asked for is done" };

type Evidence = readonly [points: number, reason?: string | undefined];

/** An answer to a turn of another report; the points decide which is the best. */
export interface PointedAnswer extends Answer {
  readonly points: number;
}

/**
 * What speaks for the answer's answering the opening of another report; undefined where it cannot: another than was
 * asked does it, or it comes before.
 * @param reports how alike the words of the two reports are, 0 to 1
 */
export function answers(opening: Turn, answer: Turn, reports: number): PointedAnswer | undefined {
  if (!opening.opens || !answer.answers || opening.id === answer.id) return undefined;
  if (answer.deed && !answer.opens) return doneAsAsked(opening, answer);
  const asked = askedOf(opening, answer);
  const when = asked && whenOf(opening, answer);
  if (!when) return undefined;
  const kind = answerKindOf(opening, answer);
  const evidence: Evidence[] = [
    asked,
    toOf(opening, answer, kind),
    when,
    wordsOf(opening, answer),
    [POINTS.reports * reports],
    peopleOf(opening, answer),
    answer.deflects ? [POINTS.deflects, "it passes what is asked on to others"] : [0],
    [POINTS.kinds[kind]],
  ];
  const points = evidence.reduce((sum, [p]) => sum + p, 0);
  return {
    opening: opening.id,
    answerIs: kind,
    sure: Number(
      (1 / (1 + Math.exp((EXCHANGE_RULES.points - points) / EXCHANGE_RULES.scale - 1))).toFixed(2),
    ),
    points: Number(points.toFixed(3)),
    reasons: [...evidence]
      .sort((a, b) => b[0] - a[0])
      .flatMap(([p, reason]) => (reason && p > 0 ? [reason] : [])),
  };
}

/** A body that was asked for an act of one type does it soon after: the Council meets. */
function doneAsAsked(opening: Turn, answer: Turn): PointedAnswer | undefined {
  if (!isAskedFor(opening, answer) || !opening.day || !answer.day) return undefined;
  const after = daysFrom(opening.day, answer.day);
  if (after < 0 || after > EXCHANGE_RULES.doneWithin) return undefined;
  const { sure, reason } = DONE;
  return {
    opening: opening.id,
    answerIs: "acceptance",
    sure,
    reasons: [reason],
    points: EXCHANGE_RULES.points + 1 / (1 + after),
  };
}

/** True where `opening` asks the body that takes `answer`, not one of its people, for a deed of the type that it is. */
export function isAskedFor({ deed, to, opens }: Turn, answer: Turn): boolean {
  return (
    opens !== undefined &&
    deed === answer.deed &&
    answer.by.some(({ code, person }) => !person && to.includes(code))
  );
}

/** Who was asked must be the one who answers, and nobody answers himself. */
function askedOf(opening: Turn, answer: Turn): Evidence | undefined {
  const askers = new Set(opening.by.map(({ code }) => code));
  const answerers = answer.by.map(({ code }) => code).filter((code) => !askers.has(code));
  if (answerers.length === 0) return undefined;
  const asked = answerers.find((code) => opening.to.includes(code));
  if (asked) return [POINTS.asked, `${asked} was asked`];
  const named = answerers.find((code) => opening.about.includes(code));
  return named && opening.to.length === 0 ? [POINTS.named, `the opening names ${named}`] : undefined;
}

function toOf(opening: Turn, answer: Turn, kind: AnswerKind): Evidence {
  const askers = opening.by.map(({ code }) => code);
  const to = answer.to.find((code) => askers.includes(code));
  if (to) return [POINTS.toAsker, `it is said or done to ${to}, who asked`];
  // What is demanded or charged in return is put to those who asked.
  const back = kind === "counter-demand" || kind === "counter-charge";
  const about = back ? undefined : answer.about.find((code) => askers.includes(code));
  if (about) return [POINTS.aboutAsker, `it names ${about}, who asked`];
  return [answer.to.length > 0 && askers.length > 0 ? POINTS.toAnother : 0];
}

function whenOf(opening: Turn, answer: Turn): Evidence | undefined {
  if (!opening.day || !answer.day) return [POINTS.noDay];
  const after = daysFrom(opening.day, answer.day);
  if (after < 0 || after > EXCHANGE_RULES.days) return undefined;
  const near = POINTS.days.find(({ days }) => after <= days)!;
  return [near.points, near.points > 0 ? (after === 0 ? "on the same day" : "the day after") : undefined];
}

/** An opening is compared with many answers. */
const known = new WeakMap<Turn, ReadonlyMap<string, number>>();

function weightsOf(turn: Turn): ReadonlyMap<string, number> {
  let weights = known.get(turn);
  if (!weights) {
    weights = new Map(turn.words);
    known.set(turn, weights);
  }
  return weights;
}

function wordsOf(opening: Turn, answer: Turn): Evidence {
  const weights = weightsOf(opening);
  const shared = answer.words
    .map(([word, weight]) => [word, weight * (weights.get(word) ?? 0)] as const)
    .filter(([, worth]) => worth > 0)
    .sort((a, b) => b[1] - a[1]);
  const cosine = shared.reduce((sum, [, worth]) => sum + worth, 0);
  return [
    POINTS.words * cosine,
    `they share ${shared
      .slice(0, 4)
      .map(([word]) => word)
      .join(", ")}`,
  ];
}

function peopleOf(opening: Turn, answer: Turn): Evidence {
  const people = weightsOf(opening);
  const person = answer.by.find((party) => party.person && people.has(lastName(party.person)))?.person;
  return person ? [POINTS.samePeople, `the opening names ${person}`] : [0];
}
