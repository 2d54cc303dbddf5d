import type { Event } from "../../event/event.js";
import type { Word } from "../../language/analysis.js";
import type { Statement } from "../../quotation/statement.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span, textOf } from "../../record/span.js";
import {
  type CodesBySentence,
  codesBySentence,
  lemmaOf,
  type Party,
  parties,
  weighted,
} from "../happenings/profile.js";
import { sentenceAt } from "../sentence-at.js";
import { dayOf } from "../stories/similarity.js";
import type { AnswerKind, Exchange, OpeningKind } from "./exchange.js";
import { exchangePatterns } from "./exchange-patterns.js";
import { kindsOfEvent, kindsOfStatement, type TurnKinds } from "./turn-kinds.js";

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
  /** Who speaks or acts. */
  readonly by: readonly Party[];
  /** Codes of those whom it is said or done to. */
  readonly to: readonly string[];
  /** Codes of others whom the sentence names. */
  readonly about: readonly string[];
  /** True where it passes what is asked on to others ("all parties"). */
  readonly deflects: boolean;
  /** Words that tell most, with their weights. */
  readonly words: readonly (readonly [string, number])[];
}

/** What the words of one report join. */
export interface ToldLink {
  readonly opening: string;
  readonly answer: string;
  readonly answerIs: AnswerKind;
  /** Identifier of the report's exchange. */
  readonly exchange: string;
}

/** A time that is longer than this is no day. */
const LONGEST_DAY = 7;

/** The turns of a report, in text order, and those that its own words join. Linear in the words. */
export function turnsOf(reading: Reading): { readonly turns: Turn[]; readonly links: ToldLink[] } {
  const maker = new TurnMaker(reading);
  const turns = new Map<string, Turn>();
  const put = (turn: Turn | undefined) => turn && turns.set(turn.id, turn);
  for (const event of reading.events) put(maker.event(event));
  for (const statement of reading.statements)
    if (!maker.toldByEvent(statement)) put(maker.statement(statement));
  const told = [...turns.values()];
  const links = reading.exchanges.map((exchange) => {
    const answer = turns.get(exchange.answer) ?? maker.record(exchange.answer);
    const demand = turns.get(exchange.demand ?? exchange.id) ?? maker.opening(exchange, answer);
    const opening = demand.opens ? demand : (openingNear(demand, told) ?? demand);
    if (answer) put(answer);
    put(opening.opens ? opening : { ...opening, opens: opening.kind === "statement" ? "remark" : "act" });
    return {
      opening: opening.id,
      answer: exchange.answer,
      answerIs: exchange.answerIs === "response" && answer?.deflects ? "deflection" : exchange.answerIs,
      exchange: exchange.id,
    };
  });
  return {
    turns: [...turns.values()].sort((a, b) => a.sentence - b.sentence || (a.id < b.id ? -1 : 1)),
    links,
  };
}

/** What joining words tell of an opening that nothing else tells: "in response to Norway's latest move" is an act. */
function openingOf(words: string, { answerIs }: Exchange): OpeningKind {
  if (answerIs === "denial") return "charge";
  const { toldAs } = exchangePatterns();
  const told = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const types = told.flatMap((word) => toldAs.get(word) ?? toldAs.get(word.replace(/s$/, "")) ?? []);
  if (types.length === 0) return "act";
  if (types.includes("statement")) return "remark";
  const [first] = [...(types.at(-1) as ReadonlySet<string>)];
  return exchangePatterns().opens.types.get(first as Event["type"]) ?? "act";
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

class TurnMaker {
  private readonly codes: CodesBySentence;
  private readonly published: string;
  private readonly events: ReadonlyMap<string, Event>;
  private readonly statements: ReadonlyMap<string, Statement>;
  /** Statements inside which an event is told that is a turn itself. */
  private readonly holders = new Set<string>();
  private readonly triggers: ReadonlySet<number>;

  constructor(private readonly reading: Reading) {
    const { report, events, statements } = reading;
    this.codes = codesBySentence(reading);
    this.published = (report.published.known && dayOf(report.published.value)) || "";
    this.events = new Map(events.map((event) => [event.id, event]));
    this.statements = new Map(statements.map((statement) => [statement.id, statement]));
    const turns = events.filter((event) => this.event(event));
    this.triggers = new Set(turns.map(({ trigger }) => trigger.start));
    for (const { claimedBy, sources } of turns) {
      const speaker = claimedBy === undefined ? undefined : this.statements.get(claimedBy)?.speaker;
      if (!speaker?.known) continue;
      const { code } = speaker.value;
      if (sources.some(({ actor }) => actor.known && actor.value.code === code)) this.holders.add(claimedBy!);
    }
  }

  /** The event as a turn; undefined where it neither opens nor answers. */
  event(event: Event): Turn | undefined {
    const kinds = kindsOfEvent(event, this.wordsIn(event.trigger).map(lemmaOf));
    return kinds.opens || kinds.answers ? this.ofEvent(event, kinds) : undefined;
  }

  statement(statement: Statement): Turn | undefined {
    const kinds = kindsOfStatement(statement);
    return kinds.opens || kinds.answers ? this.ofStatement(statement, kinds) : undefined;
  }

  /** True where an event that is a turn tells the same act. */
  toldByEvent({ id, cue }: Statement): boolean {
    return this.holders.has(id) || (cue !== undefined && this.triggers.has(cue.start));
  }

  /** Whatever record this is as a turn. */
  record(id: string): Turn | undefined {
    const event = this.events.get(id);
    if (event) return this.event(event) ?? this.ofEvent(event, {});
    const statement = this.statements.get(id);
    return statement && (this.statement(statement) ?? this.ofStatement(statement, {}));
  }

  /** What an exchange of the report opens with, where only its joining words may tell it. */
  opening(exchange: Exchange, answer: Turn | undefined): Turn {
    const told = exchange.demand === undefined ? undefined : this.record(exchange.demand);
    if (told) return told;
    const span = exchange.joinedBy ?? { start: 0, end: 0 };
    return {
      id: exchange.id,
      kind: "exchange",
      report: this.reading.report.id,
      day: answer?.day ?? this.published,
      opens: openingOf(textOf(this.reading.report.text, span), exchange),
      by: [],
      to: answer?.by.map(({ code }) => code) ?? [],
      deflects: false,
      ...this.around([span], []),
    };
  }

  private ofEvent(event: Event, kinds: TurnKinds): Turn {
    const by = parties(event.sources);
    const to = [...new Set(parties(event.targets).map(({ code }) => code))];
    return {
      id: event.id,
      kind: "event",
      report: event.report,
      day: this.day(event.when),
      ...kinds,
      by,
      to,
      deflects: this.deflects(sentenceAt(this.reading.analysis, event.trigger) ?? event.trigger),
      ...this.around([event.trigger], [...by.map(({ code }) => code), ...to]),
    };
  }

  private ofStatement(statement: Statement, kinds: TurnKinds): Turn {
    const { speaker } = statement;
    const by = parties([{ actor: speaker }]);
    return {
      id: statement.id,
      kind: "statement",
      report: statement.report,
      day: this.day(statement.when),
      ...kinds,
      by,
      to: [],
      deflects: statement.content.some((span) => this.deflects(span)),
      ...this.around(
        statement.content,
        by.map(({ code }) => code),
      ),
    };
  }

  /** Where the spans stand, who else is named there, and what it is about. */
  private around(
    spans: readonly Span[],
    acting: readonly string[],
  ): Pick<Turn, "sentence" | "about" | "words"> {
    const { analysis } = this.reading;
    const sentences = spans.flatMap((span) => sentenceAt(analysis, span) ?? []);
    const words = sentences.flatMap((s) => analysis.words.slice(s.first, s.last));
    const named = sentences.flatMap(({ index }) => this.codes.get(index) ?? []);
    return {
      sentence: sentences[0]?.index ?? 0,
      about: [...new Set(named)].filter((code) => !acting.includes(code)).sort(),
      words: weighted(words, spans),
    };
  }

  private day(when: number | undefined): string {
    const interval = when === undefined ? undefined : this.reading.times[when]?.interval;
    if (!interval) return this.published;
    const start = interval.start.slice(0, 10);
    const days = (Date.parse(interval.end.slice(0, 10)) - Date.parse(start)) / 86_400_000;
    return days <= LONGEST_DAY ? start : this.published;
  }

  private deflects(span: Span): boolean {
    const text = textOf(this.reading.report.text, span).toLowerCase();
    return exchangePatterns().deflections.some((words) => text.includes(words));
  }

  private wordsIn(span: Span): Word[] {
    const { analysis } = this.reading;
    const sentence = sentenceAt(analysis, span);
    if (!sentence) return [];
    return analysis.words.slice(sentence.first, sentence.last).filter((word) => overlaps(word, span));
  }
}
