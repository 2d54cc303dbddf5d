import type { Event } from "../../event/event.js";
import type { Analysis, Word } from "../../language/analysis.js";
import { children, relation } from "../../language/tree.js";
import type { Statement } from "../../quotation/statement.js";
import type { AnswerKind, Exchange } from "./exchange.js";
import type { ExchangeIndex } from "./exchange-index.js";
import { type ExchangePatterns, exchangePatterns } from "./exchange-patterns.js";
import type { Told } from "./told-words.js";

/** What an answer is that the joining words leave open: by the event that it is or tells, or by what its words do. */
export function answerIs(
  index: ExchangeIndex,
  patterns: ExchangePatterns,
  answer: Event | Statement,
): Exchange["answerIs"] {
  const act = answer.kind === "statement" && answer.act !== undefined ? [answer.act] : [];
  const names = [...index.toldBy(answer).map((event) => event.type), ...act];
  return names.map((name) => patterns.answerIs.get(name)).find((kind) => kind !== undefined) ?? "response";
}

/**
 * What an answer is by its verb, seen with what was put: a charge that is refused is denied, a demand that is denied
 * refused, an offer that is not accepted refused; undefined for "did not reject" and "has not responded". `charge`: undefined where no word says.
 */
export function turned(
  is: AnswerKind,
  charge: boolean | undefined,
  negated: boolean,
): AnswerKind | undefined {
  if (negated) return is === "acceptance" ? (charge ? "denial" : "refusal") : undefined;
  if (is === "refusal" && charge) return "denial";
  return is === "denial" && charge === false ? "refusal" : is;
}

/**
 * True for a noun of charging, false for one of demanding; one that may be an offer, too, is a charge with a clause
 * ("suggestions that it had"). Undefined for all others.
 */
export function isCharge(
  { reading }: ExchangeIndex,
  { charges, demandNouns, ownedNouns }: ExchangePatterns,
  word: Word,
): boolean | undefined {
  const lemma = word.lemma.toLowerCase();
  if (!charges.has(lemma)) return demandNouns.has(lemma) ? false : undefined;
  if (!ownedNouns.has(lemma)) return true;
  return children(reading.analysis, word).some((c) => relation(c) === "acl" || relation(c) === "ccomp");
}

/** True for "did not accept". */
export function isNegated(analysis: Analysis, joint: Word): boolean {
  const { negations } = exchangePatterns();
  return children(analysis, joint).some(
    (c) => relation(c) === "advmod" && negations.has(c.lemma.toLowerCase()),
  );
}

/** What somebody else only asks for answers nobody, nor what is planned, for something only named ("perceived threats"). */
export function isUndone(answer: Event | Statement, is: AnswerKind, told: Told | undefined): boolean {
  if (answer.kind !== "event" || is !== "response") return false;
  return (
    answer.status === "demanded" || answer.status === "denied" || (!told && answer.status !== "asserted")
  );
}
