import { lastName, otherSide } from "./sides.js";
import type { Turn } from "./turn.js";

/** How an opening leaves it to somebody to answer. */
export type Asked =
  | "who was asked answers"
  | "the opening names who answers"
  | "the opening names the person";

/** Answers that no words join are looked for so many sentences after what they answer. */
export const REACH = 6;

/**
 * How `opening` leaves it to who takes `answer` to answer it; undefined where it does not: the same side's, or neither
 * asked nor named. Somebody of the asker's own state is asked by name only, since that state is the asker's, too.
 */
export function askedHow(opening: Turn, answer: Turn): Asked | undefined {
  const answerers = answer.by.filter((party) => otherSide(opening.by, party));
  const ofAnother = answerers.filter(({ code }) => opening.by.every((asker) => asker.code !== code));
  if (ofAnother.some(({ code }) => opening.to.includes(code))) return "who was asked answers";
  if (opening.to.length === 0 && ofAnother.some(({ code }) => opening.about.includes(code)))
    return "the opening names who answers";
  return answerers.some(({ person }) => person && opening.people?.includes(lastName(person)))
    ? "the opening names the person"
    : undefined;
}
