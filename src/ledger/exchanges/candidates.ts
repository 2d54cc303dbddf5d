import { type Between, type Features, pairFeatures, REACH, withinFeatures } from "./answer-features.js";
import { answerKindOf } from "./answer-kind.js";
import type { AnswerKind } from "./exchange.js";
import type { Turn } from "./turn.js";

/** An opening that a turn of the same report may answer, and what speaks for it. */
export interface Candidate {
  readonly opening: Turn;
  readonly answer: Turn;
  readonly answerIs: AnswerKind;
  readonly features: Features;
}

/** The openings of its report that `answer` may be the answer to. `turns`: all of the report, in text order. */
export function candidatesWithin(turns: readonly Turn[], answer: Turn): Candidate[] {
  if (!answer.answers) return [];
  const near = turns.filter(({ sentence }) => {
    const distance = answer.sentence - sentence;
    return distance <= REACH.after && distance >= -REACH.before;
  });
  return near.flatMap((opening) => {
    const answerIs = answerKindOf(opening, answer);
    const pair = pairFeatures(opening, answer, answerIs);
    const features = pair && withinFeatures(pair, opening, answer, between(near, opening, answer));
    return features ? [{ opening, answer, answerIs, features }] : [];
  });
}

function between(turns: readonly Turn[], opening: Turn, answer: Turn): Between {
  const codes = answer.by.map(({ code }) => code);
  const inside = turns.filter(({ sentence }) => sentence > opening.sentence && sentence < answer.sentence);
  return {
    openings: inside.some(
      ({ opens, to, about }) => opens && codes.some((c) => [...to, ...about].includes(c)),
    ),
    answers: inside.some(({ answers, by }) => answers && by.some(({ code }) => codes.includes(code))),
  };
}
