import type { Event, EventType } from "../../event/event.js";
import { loadStates } from "../../knowledge/states.js";
import type { Act } from "../../quotation/cues.js";
import type { Statement } from "../../quotation/statement.js";
import type { AnswerKind, OpeningKind } from "./exchange.js";
import { exchangePatterns } from "./exchange-patterns.js";

const TOLD = new Set<Event["status"]>(["asserted", "conditional", "planned"]);

/** What an event or statement opens, or is where it answers: by knowledge/exchanges.yaml. */
export interface TurnKinds {
  readonly opens?: OpeningKind;
  readonly answers?: AnswerKind;
  /** What it asks for or does: see `Turn.deed`. */
  readonly deed?: EventType;
}

/**
 * @param lemmas of its trigger, folded
 * @param asked of what it asks for, folded
 */
export function kindsOfEvent(
  event: Event,
  lemmas: readonly string[],
  asked: readonly string[] = [],
): TurnKinds {
  const { answers, deeds } = exchangePatterns();
  if (!TOLD.has(event.status)) return {};
  const opening = event.status === "asserted" ? openingOf(event, lemmas) : undefined;
  const answer = answers.types.get(event.type);
  const deed = opening ? asked.map((lemma) => deeds.get(lemma)).find((type) => type) : undefined;
  if (!opening && !answer && isDoneByBody(event, lemmas)) return { deed: event.type };
  const conditional = event.condition !== undefined || event.status === "conditional";
  return {
    ...(opening && { opens: opening }),
    ...(deed && { deed }),
    ...(answer && { answers: answer === "refusal" && conditional ? "conditional refusal" : answer }),
  };
}

/** True for what an organisation does that is asked for by a noun, not for what states do among themselves every day. */
function isDoneByBody({ type, status, sources }: Event, lemmas: readonly string[]): boolean {
  const { deeds } = exchangePatterns();
  if (status === "conditional" || !lemmas.some((lemma) => deeds.get(lemma) === type)) return false;
  return sources.some(({ actor }) => actor.known && !loadStates().has(actor.value.code));
}

/**
 * What an event or statement opens where the text joins an answer to it, whatever its status and whoever speaks.
 * @param lemmas of an event's trigger, folded
 */
export function openingOf(record: Event | Statement, lemmas: readonly string[]): OpeningKind | undefined {
  const { opens } = exchangePatterns();
  if (record.kind === "statement") return opens.acts.get(record.act as Act);
  const opening = opens.types.get(record.type);
  const word = opening && lemmas.find((lemma) => opens.words.has(lemma));
  return word === undefined ? opening : opens.words.get(word);
}

/** Nothing where nobody knows who speaks. */
export function kindsOfStatement(statement: Statement): TurnKinds {
  const { act, speaker } = statement;
  if (!speaker.known || act === undefined) return {};
  const opening = openingOf(statement, []);
  const answer = exchangePatterns().answers.acts.get(act as Act);
  return { ...(opening && { opens: opening }), ...(answer && { answers: answer }) };
}
