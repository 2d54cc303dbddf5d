import type { AnswerKind } from "./exchange.js";
import { lastName, otherSide } from "./sides.js";
import { asksItself, type Turn } from "./turn.js";

/** What speaks for or against one turn's being the answer to another, by names that a person can read. */
export type Features = ReadonlyMap<string, number>;

/** Answers are looked for so many sentences after what they answer, and told before it. */
export const REACH = { after: 4, before: 3 } as const;

/**
 * What the two turns themselves tell, in whatever reports they stand; undefined where the one cannot answer the other: it
 * is the same side's, or neither named nor asked.
 */
export function pairFeatures(opening: Turn, answer: Turn, answerIs: AnswerKind): Features | undefined {
  if (!opening.opens || !asksItself(opening) || !answer.answers || opening.id === answer.id) return undefined;
  const answerers = answer.by.filter((party) => otherSide(opening.by, party));
  if (answerers.length === 0) return undefined;
  const features = new Map<string, number>();
  const has = (name: string, value = 1) => features.set(name, value);
  const askers = opening.by.map(({ code }) => code);
  const codes = answerers.map(({ code }) => code);
  const asked = codes.find((code) => opening.to.includes(code));
  const named = codes.find((code) => opening.about.includes(code));
  if (!asked && (!named || opening.to.length > 0)) return undefined;
  has(asked ? "who was asked answers" : "the opening names who answers");
  if (askers.length === 0) has("nobody knows who asked");
  else if (!codes.some((code) => !askers.includes(code))) has("both are of one state");
  if (answer.to.some((code) => askers.includes(code))) has("said or done to who asked");
  else if (answer.about.some((code) => askers.includes(code))) has("names who asked");
  else if (answer.to.length > 0 && askers.length > 0) has("said or done to another");
  const people = new Set(opening.words.map(([word]) => word));
  if (answerers.some(({ person }) => person && people.has(lastName(person))))
    has("the opening names the person");
  has(`${opening.opens} and ${answerIs}`);
  has(`answer: ${answerIs}`);
  has(`${answer.kind === "statement" ? "words" : "an act"} as the answer`);
  if (opening.kind === "statement") has("words as the opening");
  if (
    answer.takesUp?.includes(
      opening.opens === "request" || opening.opens === "offer" ? "demand" : opening.opens,
    )
  )
    has("takes up what was asked by its name");
  if (answer.replies) has("a word of replying");
  if (answer.negates) has("says no");
  if (answer.contrasts) has("begins with but or however");
  if (answer.deflects) has("passes it on to others");
  // What stands in one sentence shares its words, whatever it is.
  if (opening.report !== answer.report || opening.sentence !== answer.sentence)
    has("words that both share", likeness(opening, answer));
  return features;
}

/** Adds how the two stand in one report; undefined where they are too far apart, or the text joins it to another. */
export function withinFeatures(
  features: Features,
  opening: Turn,
  answer: Turn,
  between: Between,
): Features | undefined {
  const distance = answer.sentence - opening.sentence;
  if (distance > REACH.after || distance < -REACH.before) return undefined;
  // Two turns of one sentence that answer each other are joined by its words.
  if (distance === 0) return undefined;
  // Whose answer the text itself joins to it has answered.
  if (answer.by.some(({ code }) => opening.answered?.includes(code))) return undefined;
  const all = new Map(features);
  all.set(
    distance < 0
      ? "told before the opening"
      : distance === 1
        ? "in the next sentence"
        : distance <= 3
          ? "two or three sentences on"
          : "further on",
    1,
  );
  if (between.openings) all.set("something else was asked of it in between", 1);
  if (between.answers) all.set("has answered in between", 1);
  return all;
}

/** What stands between an opening and an answer. */
export interface Between {
  /** Another opening that is aimed at who answers. */
  readonly openings: boolean;
  /** Another turn of who answers. */
  readonly answers: boolean;
}

/** The words that both share, heaviest first, and the cosine of all. */
export function sharedWords(opening: Turn, answer: Turn): readonly (readonly [string, number])[] {
  const weights = new Map(opening.words);
  return answer.words
    .map(([word, weight]) => [word, weight * (weights.get(word) ?? 0)] as const)
    .filter(([, worth]) => worth > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function likeness(opening: Turn, answer: Turn): number {
  return sharedWords(opening, answer).reduce((sum, [, worth]) => sum + worth, 0);
}
