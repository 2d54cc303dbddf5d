import type { Answer } from "./answer.js";
import { DONE, isAskedFor } from "./answer.js";
import { answerKindOf } from "./answer-kind.js";
import { type Asked, askedHow, REACH } from "./asked.js";
import { asksItself, type Turn } from "./turn.js";

/** What tells that a turn answers another though no words join them, and how sure that is (docs/exchange-marks.md). */
const TAKES_UP = { sure: 0.6, reason: "it takes up by its name what was put" };
const PASSES_ON = { sure: 0.5, reason: "who was asked passes it on to others" };

/**
 * The opening of its own report that `answer` answers, though no words join the two: it takes it up by its name ("such
 * accusations"), or says that others should do what another state asked; undefined where there is none.
 * @param turns all of the report
 */
export function answerWithin(turns: readonly Turn[], answer: Turn): Answer | undefined {
  const [best] = turns
    .flatMap((opening) => {
      const asked = mayBeAnswered(opening, answer) ? askedHow(opening, answer) : undefined;
      const rule = asked && ruleFor(turns, opening, answer, asked);
      return rule ? { opening, ...rule, reasons: [rule.reason, asked] } : [];
    })
    .sort(
      (a, b) =>
        b.sure - a.sure || b.opening.sentence - a.opening.sentence || (a.opening.id < b.opening.id ? -1 : 1),
    );
  if (!best) return undefined;
  const { opening, sure, reasons } = best;
  return { opening: opening.id, answerIs: answerKindOf(opening, answer), sure, reasons };
}

function mayBeAnswered(opening: Turn, { answers, by, sentence }: Turn): boolean {
  const distance = sentence - opening.sentence;
  // Two turns of one sentence that answer each other are joined by its words.
  if (!answers || distance < 1 || distance > REACH || !asksItself(opening)) return false;
  // Whose answer the text itself joins to it has answered.
  return !by.some(({ code }) => opening.answered?.includes(code));
}

function ruleFor(turns: readonly Turn[], opening: Turn, answer: Turn, asked: Asked) {
  if (answer.deed && !answer.opens) return isAskedFor(opening, answer) ? DONE : undefined;
  if (takesUp(opening, answer)) return TAKES_UP;
  return passesOn(turns, opening, answer, asked) ? PASSES_ON : undefined;
}

function takesUp({ opens }: Turn, answer: Turn): boolean {
  return answer.takesUp?.includes(opens === "request" ? "demand" : opens!) ?? false;
}

/** True where who was asked by another state says that others should do it, and has not answered in between. */
function passesOn(turns: readonly Turn[], opening: Turn, answer: Turn, asked: Asked): boolean {
  if (answerKindOf(opening, answer) !== "deflection" || asked !== "who was asked answers") return false;
  const codes = answer.by.map(({ code }) => code);
  return !turns.some(
    ({ answers, by, sentence }) =>
      answers &&
      sentence > opening.sentence &&
      sentence < answer.sentence &&
      by.some(({ code }) => codes.includes(code)),
  );
}
