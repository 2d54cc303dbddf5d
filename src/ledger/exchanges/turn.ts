import type { EventType } from "../../event/event.js";
import type { Reading } from "../../reading/reading.js";
import type { Party } from "../happenings/party.js";
import { answerKindOf } from "./answer-kind.js";
import type { AnswerKind, Exchange, OpeningKind } from "./exchange.js";
import { TurnMaker } from "./turn-maker.js";

/** An event or statement that wants an answer, or may be one. */
export interface Turn {
  /** Of the event or statement, or of the exchange whose joining words alone tell the opening. */
  readonly id: string;
  readonly kind: "event" | "statement" | "exchange";
  readonly report: string;
  /** ISO 8601; empty where neither it nor its report has a date. */
  readonly day: string;
  /** Index of its sentence. */
  readonly sentence: number;
  readonly opens?: OpeningKind;
  readonly answers?: AnswerKind;
  /** The type of the act that it asks for, or does where somebody may have asked for that; absent where nothing tells. */
  readonly deed?: EventType;
  /** Who speaks or acts. */
  readonly by: readonly Party[];
  /** Codes of those whose answers the report's own words join to it; absent where there are none. */
  readonly answered?: readonly string[];
  /** Codes of those whom it is said or done to. */
  readonly to: readonly string[];
  /** Codes of others whom the sentence names. */
  readonly about: readonly string[];
  /** True where it passes what is asked on to others ("all parties"). */
  readonly deflects: boolean;
  /** What its sentence takes up by a noun ("the accusation"); absent where nothing. */
  readonly takesUp?: readonly OpeningKind[];
  /** True where its sentence says no. */
  readonly negates?: boolean;
  /** Family names of the people whom its sentence names, those apart who speak or act; absent where there are none. */
  readonly people?: readonly string[];
  /** Words that tell most, with their weights. */
  readonly words: readonly (readonly [string, number])[];
}

/** True for what wants an answer by itself, not only because the text joins one to it. */
export function asksItself({ kind, opens }: Turn): boolean {
  return kind !== "exchange" && opens !== undefined && opens !== "act" && opens !== "remark";
}

/** True where somebody could answer: it is put to them or names them. */
export function isPutToSomebody({ to, about }: Turn): boolean {
  return to.length > 0 || about.length > 0;
}

/** What the words of one report join. */
export interface ToldLink {
  readonly opening: string;
  readonly answer: string;
  readonly answerIs: AnswerKind;
  /** Identifier of the report's exchange. */
  readonly exchange: string;
}

/** The turns of a report, in text order, and those that its own words join. Linear in the words. */
export function turnsOf(reading: Reading): { readonly turns: Turn[]; readonly links: ToldLink[] } {
  const maker = new TurnMaker(reading);
  const turns = new Map<string, Turn>();
  const put = (turn: Turn | undefined) => turn && turns.set(turn.id, turn);
  for (const event of reading.events) put(maker.event(event));
  for (const statement of reading.statements)
    if (!maker.toldByEvent(statement)) put(maker.statement(statement));
  for (const statement of maker.saidAfter([...turns.values()])) put(statement);
  const told = [...turns.values()];
  const links = reading.exchanges.flatMap((exchange) => {
    const answer = turns.get(exchange.answer) ?? maker.record(exchange.answer);
    const demand = turns.get(exchange.demand ?? exchange.id) ?? maker.opening(exchange, answer);
    const opening = demand.opens ? demand : (openingNear(demand, told) ?? demand);
    if (answer && !maker.mayAnswer(opening, answer)) return [];
    if (answer) put(answer);
    const by = answer?.by.map(({ code }) => code) ?? [];
    const answered = [...new Set([...(turns.get(opening.id)?.answered ?? []), ...by])];
    put({ ...opening, opens: opening.opens ?? (opening.kind === "statement" ? "remark" : "act"), answered });
    return {
      opening: opening.id,
      answer: exchange.answer,
      answerIs: kindOf(exchange, opening, answer),
      exchange: exchange.id,
    };
  });
  return {
    turns: [...turns.values()].sort((a, b) => a.sentence - b.sentence || (a.id < b.id ? -1 : 1)),
    links,
  };
}

/** What the words call an answer; where they only say that it is one, what it does tells of what kind. */
function kindOf({ answerIs }: Exchange, opening: Turn, answer: Turn | undefined): AnswerKind {
  if (answerIs === "refusal" && opening.opens === "charge") return "denial";
  return answer && (answerIs === "response" || answerIs === "charge")
    ? answerKindOf(opening, answer)
    : answerIs;
}

/** "Her comments" are what she asked for, where she said it right there. */
function openingNear(remark: Turn, turns: readonly Turn[]): Turn | undefined {
  if (remark.kind !== "statement") return undefined;
  const speakers = new Set(remark.by.map(({ code, person }) => `${code} ${person ?? ""}`));
  return turns.findLast(
    ({ opens, by, sentence }) =>
      opens !== undefined &&
      Math.abs(sentence - remark.sentence) <= 1 &&
      by.some(({ code, person }) => speakers.has(`${code} ${person ?? ""}`)),
  );
}
