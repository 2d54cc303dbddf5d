import type { Answer } from "./answer.js";
import { answerWeights } from "./answer-weights.js";
import { type Candidate, candidatesWithin } from "./candidates.js";
import type { Turn } from "./turn.js";

/** How sure a deflection is that nothing but the rule tells. */
const PASSES_ON = 0.5;

/** The opening of its own report that `answer` most likely answers; undefined where none is likely. */
export function answerWithin(turns: readonly Turn[], answer: Turn): Answer | undefined {
  const weights = answerWeights();
  const [best] = candidatesWithin(turns, answer)
    .map((candidate) => {
      const learned = weights.probability(candidate.features);
      const rule = passesOn(candidate) ? PASSES_ON : 0;
      const reasons = [
        ...(rule > learned ? ["who was asked passes it on to others"] : []),
        ...weights.reasons(candidate.features),
      ];
      return { ...candidate, sure: Math.max(learned, rule), reasons };
    })
    .filter(({ sure }) => sure >= weights.threshold)
    .sort((a, b) => b.sure - a.sure || (a.opening.id < b.opening.id ? -1 : 1));
  if (!best) return undefined;
  const { opening, answerIs, sure, reasons } = best;
  return { opening: opening.id, answerIs, sure: Number(sure.toFixed(2)), reasons };
}

/** True where who was asked by another state says that others should do it, of which the marks have too few to learn. */
function passesOn({ opening, answer, answerIs, features }: Candidate): boolean {
  const against = ["both are of one state", "nobody knows who asked", "has answered in between"];
  return (
    answerIs === "deflection" &&
    opening.sentence < answer.sentence &&
    features.has("who was asked answers") &&
    !against.some((name) => features.has(name))
  );
}
