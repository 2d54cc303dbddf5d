import type { Event, EventType } from "../../event/event.js";
import type { Word } from "../../language/analysis.js";
import type { Statement } from "../../quotation/statement.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span, textOf } from "../../record/span.js";
import { groupBy } from "../group-by.js";
import { type Party, parties } from "../happenings/party.js";
import { type CodesBySentence, codesBySentence, lemmaOf, weighted } from "../happenings/profile.js";
import { sentenceAt } from "../sentence-at.js";
import { dayOf } from "../stories/similarity.js";
import { askedHow, REACH } from "./asked.js";
import type { Exchange, OpeningKind } from "./exchange.js";
import { exchangePatterns } from "./exchange-patterns.js";
import { manner, peopleBySentence } from "./manner.js";
import { lastName } from "./sides.js";
import type { Turn } from "./turn.js";
import { kindsOfEvent, kindsOfStatement, openingOf, type TurnKinds } from "./turn-kinds.js";

/** A time that is longer than this is no day. */
const LONGEST_DAY = 7;
/** What is done to somebody, even where the words do not say to whom. */
const DIRECTED: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "ASSAULT"]);

/** Makes turns of the events and statements of one reading. */
export class TurnMaker {
  private readonly codes: CodesBySentence;
  private readonly people: ReadonlyMap<number, readonly string[]>;
  private readonly published: string;
  private readonly events: ReadonlyMap<string, Event>;
  private readonly statements: ReadonlyMap<string, Statement>;
  /** Statements inside which an event is told that is a turn itself. */
  private readonly holders = new Set<string>();
  private readonly triggers: ReadonlySet<number>;

  constructor(private readonly reading: Reading) {
    const { report, events, statements } = reading;
    this.codes = codesBySentence(reading);
    this.people = peopleBySentence(reading);
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
    const asked = event.what ? this.wordsIn(event.what).map(lemmaOf) : [];
    const kinds = kindsOfEvent(event, this.wordsIn(event.trigger).map(lemmaOf), asked);
    if (kinds.opens || kinds.answers) return this.ofEvent(event, kinds);
    return kinds.deed && this.ofEvent(event, { ...kinds, answers: "acceptance" });
  }

  statement(statement: Statement): Turn | undefined {
    const kinds = kindsOfStatement(statement);
    return kinds.opens || kinds.answers ? this.ofStatement(statement, kinds) : undefined;
  }

  /** What those say to whom something was put right before, of whose words no cue tells that they answer. */
  saidAfter(turns: readonly Turn[]): Turn[] {
    const openings = groupBy(
      turns.filter(({ opens }) => opens),
      ({ sentence }) => sentence,
    );
    if (openings.size === 0) return [];
    const known = new Set(turns.map(({ id }) => id));
    return this.reading.statements.flatMap((statement) => {
      const isQuestion = statement.act === "asks";
      if (!statement.speaker.known || isQuestion || known.has(statement.id) || this.toldByEvent(statement))
        return [];
      const turn = this.ofStatement(statement, { answers: "response" });
      for (let at = turn.sentence - REACH; at <= turn.sentence; at++)
        if (openings.get(at)?.some((opening) => askedHow(opening, turn))) return [turn];
      return [];
    });
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

  /**
   * False for an act that the words join to an answer, but that was not done to those who answer: a launch, a drill. The
   * adoption of sanctions is done to whom they hit, whoever may be its target.
   */
  mayAnswer(opening: Turn, { by }: Turn): boolean {
    const act = opening.opens ? undefined : this.events.get(opening.id);
    if (!act || by.length === 0 || this.isOfSanctions(act)) return true;
    return opening.to.length === 0
      ? DIRECTED.has(act.type)
      : by.some(({ code }) => opening.to.includes(code));
  }

  private isOfSanctions({ type, what }: Event): boolean {
    if (type !== "SUPPORT" && type !== "AGREE") return false;
    const { deeds } = exchangePatterns();
    return what !== undefined && this.wordsIn(what).some((word) => deeds.get(lemmaOf(word)) === "SANCTION");
  }

  /** What an exchange of the report opens with, where only its joining words may tell it. */
  opening(exchange: Exchange, answer: Turn | undefined): Turn {
    const told = exchange.demand === undefined ? undefined : this.record(exchange.demand);
    const words = exchange.joinedBy ? textOf(this.reading.report.text, exchange.joinedBy) : "";
    if (told) {
      const event = this.events.get(told.id);
      const record = event ?? this.statements.get(told.id)!;
      const opens = openingOf(record, event ? this.wordsIn(event.trigger).map(lemmaOf) : []);
      const named = opens ?? namedOpening(words, exchange);
      return named === "act" || named === "remark" ? told : { ...told, opens: named };
    }
    const span = exchange.joinedBy ?? { start: 0, end: 0 };
    return {
      id: exchange.id,
      kind: "exchange",
      report: this.reading.report.id,
      day: answer?.day ?? this.published,
      opens: namedOpening(words, exchange),
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
      ...this.around([event.trigger], by, { to, own: [event.trigger] }),
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
      ...this.around(statement.content, by),
    };
  }

  /** Where the spans stand, who else is named there, and what it is about. */
  private around(
    spans: readonly Span[],
    by: readonly Party[],
    { to = [], own = [] }: { readonly to?: readonly string[]; readonly own?: readonly Span[] } = {},
  ): Pick<Turn, "sentence" | "about" | "words" | "takesUp" | "negates" | "people"> {
    const { analysis } = this.reading;
    const sentences = spans.flatMap((span) => sentenceAt(analysis, span) ?? []);
    const words = sentences.flatMap((s) => analysis.words.slice(s.first, s.last));
    const named = sentences.flatMap(({ index }) => this.codes.get(index) ?? []);
    const acting = [...by.map(({ code }) => code), ...to];
    const speaking = by.flatMap(({ person }) => (person ? lastName(person) : []));
    const people = new Set(sentences.flatMap(({ index }) => this.people.get(index) ?? []));
    const others = [...people].filter((person) => !speaking.includes(person)).sort();
    return {
      sentence: sentences[0]?.index ?? 0,
      about: [...new Set(named)].filter((code) => !acting.includes(code)).sort(),
      words: weighted(words, spans),
      ...manner(analysis, words, own),
      ...(others.length > 0 && { people: others }),
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

/** What joining words tell of an opening that nothing else tells: "in response to Norway's latest move" is an act. */
function namedOpening(words: string, { answerIs }: Exchange): OpeningKind {
  if (answerIs === "denial") return "charge";
  const { toldAs, opens } = exchangePatterns();
  const told = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const types = told.flatMap((word) => toldAs.get(word) ?? toldAs.get(word.replace(/s$/, "")) ?? []);
  if (types.length === 0) return "act";
  if (types.includes("statement")) return "remark";
  const [first] = [...(types.at(-1) as ReadonlySet<string>)] as EventType[];
  // Who objects asks that it not be done.
  return first === "REJECT" ? "demand" : (opens.types.get(first!) ?? "act");
}
