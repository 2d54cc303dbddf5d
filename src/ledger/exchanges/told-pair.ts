import type { Event } from "../../event/event.js";
import type { Statement } from "../../quotation/statement.js";
import { lemmaOf } from "../happenings/profile.js";
import { sentenceAt } from "../sentence-at.js";
import type { ExchangeIndex } from "./exchange-index.js";
import { actorsOf, startOf, wordsInside } from "./told-words.js";
import { kindsOfEvent, kindsOfStatement, openingOf, type TurnKinds } from "./turn-kinds.js";

type Told = Event | Statement;

/** True where the one opens an exchange and the other, of another state, may answer it. */
export function areTurns(index: ExchangeIndex, opening: Told, answer: Told): boolean {
  if (!ofTwoStates(opening, answer)) return false;
  return opens(index, opening) && kindsOf(index, answer).answers !== undefined;
}

/** True where both are known to be of different states, and the demand's sentence names that of the answer. */
export function areSides(index: ExchangeIndex, demand: Told, answer: Told): boolean {
  if (!ofTwoStates(demand, answer)) return false;
  const { analysis } = index.reading;
  const at = startOf(demand);
  const sentence = sentenceAt(analysis, { start: at, end: at + 1 });
  const answerers = new Set(actorsOf(answer).map(({ code }) => code));
  return analysis.words
    .slice(sentence?.first, sentence?.last ?? 0)
    .some((word) => index.actorsAt(word)?.some(({ code }) => answerers.has(code)));
}

function ofTwoStates(one: Told, other: Told): boolean {
  const [a, b] = [actorsOf(one), actorsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  return !a.some(({ code }) => b.some((actor) => actor.code === code));
}

/** What lies back may have been answered, too. */
function opens(index: ExchangeIndex, record: Told): boolean {
  if (record.kind === "event" && record.status === "background")
    return openingOf(record, lemmasOf(index, record)) !== undefined;
  return kindsOf(index, record).opens !== undefined;
}

function kindsOf(index: ExchangeIndex, record: Told): TurnKinds {
  if (record.kind === "event") return kindsOfEvent(record, lemmasOf(index, record));
  const told = index.toldBy(record).map((event) => kindsOf(index, event));
  return Object.assign({}, ...told.reverse(), kindsOfStatement(record));
}

function lemmasOf({ reading }: ExchangeIndex, { trigger }: Event): string[] {
  return wordsInside(reading.analysis.words, trigger).map(lemmaOf);
}
