import type { AnswerKind } from "./exchange.js";
import type { Turn } from "./turn.js";

/** What `answer` is as the answer to `opening`, by what both do. */
export function answerKindOf(opening: Turn, answer: Turn): AnswerKind {
  const kind = answer.answers ?? "response";
  if (answer.deflects && ["counter-demand", "counter-charge", "response"].includes(kind)) return "deflection";
  const asks = opening.opens !== undefined && opening.opens !== "act" && opening.opens !== "remark";
  if (kind === "response" && answer.negates && asks) return opening.opens === "charge" ? "denial" : "refusal";
  if (kind === "refusal" && opening.opens === "charge") return "denial";
  if (kind !== "counter-charge") return kind;
  const askers = opening.by.map(({ code }) => code);
  return [...answer.to, ...answer.about].some((code) => askers.includes(code)) ? kind : "charge";
}
