import { STORY_RULES } from "../stories/rules.js";
import { positionWords } from "./position-words.js";
import { POSITION_POINTS as POINTS } from "./rules.js";
import type { Stand } from "./stand.js";

/**
 * How much speaks for two stands' being the same position; undefined where they cannot: another actor or stance, or
 * neither has a day and their reports are about different things, so that decades may lie between them.
 */
export function standLikeness(
  a: Stand,
  b: Stand,
): { readonly points: number; readonly reasons: readonly string[] } | undefined {
  if (a.actor !== b.actor || a.stance !== b.stance || mayBeOfOtherTimes(a, b)) return undefined;
  const { answers, towards } = positionWords();
  const toward = shared(a.toward, b.toward);
  const apart = a.toward.length > 0 && b.toward.length > 0 && toward.length === 0;
  if (apart && towards.has(a.stance)) return undefined;
  const crossed = [...shared(a.about, b.toward), ...shared(a.toward, b.about)];
  // "refused calls by Sweden over Russia", "refused Russia's offer": either may be whom it is about.
  const about = [...shared(a.about, b.about), ...(answers.has(a.stance) ? crossed : [])];
  const words = sharedWords(a, b);
  const cosine = words.reduce((sum, [, weight]) => sum + weight, 0);
  const otherAbout = a.about.length > 0 && b.about.length > 0 && about.length + crossed.length === 0;
  return {
    points:
      (about.length === 0 ? 0 : answers.has(a.stance) ? POINTS.sameAboutOfAnswers : POINTS.sameAbout) +
      (toward.length + crossed.length > 0 ? POINTS.sameToward : 0) +
      (otherAbout ? POINTS.otherAbout : 0) +
      (apart ? POINTS.otherToward : 0) +
      POINTS.words * cosine,
    reasons: [
      ...(about.length > 0 ? [`both about ${about.join(", ")}`] : []),
      ...(toward.length > 0 ? [`both towards ${toward.join(", ")}`] : []),
      ...(words.length > 0
        ? [
            `both say ${words
              .slice(0, 4)
              .map(([word]) => word)
              .join(", ")}`,
          ]
        : []),
    ],
  };
}

function mayBeOfOtherTimes(a: Stand, b: Stand): boolean {
  if (a.report === b.report || !a.reportTerms || !b.reportTerms) return false;
  const weights = new Map(a.reportTerms);
  const cosine = b.reportTerms.reduce((sum, [term, weight]) => sum + weight * (weights.get(term) ?? 0), 0);
  return cosine < STORY_RULES.similarity;
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((code) => b.includes(code));
}

/** Words of both with the product of their weights, the heaviest first. */
export function sharedWords(a: Stand, b: Stand): [string, number][] {
  const weights = new Map(a.words);
  return b.words
    .flatMap(([word, weight]) =>
      weights.has(word) ? [[word, weight * weights.get(word)!] as [string, number]] : [],
    )
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
}
