import type { Event } from "../../event/event.js";
import type { Act } from "../../quotation/cues.js";
import type { Statement } from "../../quotation/statement.js";
import type { AnswerKind, OpeningKind } from "./exchange.js";
import { exchangePatterns } from "./exchange-patterns.js";

const TOLD = new Set<Event["status"]>(["asserted", "conditional", "planned"]);

/** What an event or statement opens, or is where it answers: by knowledge/exchanges.yaml. */
export interface TurnKinds {
  readonly opens?: OpeningKind;
  readonly answers?: AnswerKind;
}

/** @param lemmas of its trigger, folded */
export function kindsOfEvent(event: Event, lemmas: readonly string[]): TurnKinds {
  const { opens, answers } = exchangePatterns();
  if (!TOLD.has(event.status)) return {};
  const opening = event.status === "asserted" ? opens.types.get(event.type) : undefined;
  const word = lemmas.find((lemma) => opens.words.has(lemma));
  const answer = answers.types.get(event.type);
  const conditional = event.condition !== undefined || event.status === "conditional";
  return {
    ...(opening && { opens: word === undefined ? opening : opens.words.get(word)! }),
    ...(answer && { answers: answer === "refusal" && conditional ? "conditional refusal" : answer }),
  };
}

/** Nothing where nobody knows who speaks. */
export function kindsOfStatement({ act, speaker }: Statement): TurnKinds {
  const { opens, answers } = exchangePatterns();
  if (!speaker.known || act === undefined) return {};
  const [opening, answer] = [opens.acts.get(act as Act), answers.acts.get(act as Act)];
  return { ...(opening && { opens: opening }), ...(answer && { answers: answer }) };
}
