import type { Event } from "../event/event.js";
import type { LinkedExchange } from "../ledger/exchanges/linked-exchange.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import { type Span, textOf } from "../record/span.js";
import type { CheckedRow } from "./checked.js";
import type { GoldExchange, GoldReading } from "./gold-reading.js";
import { type Candidate, pair } from "./pairing.js";
import { occurrences, overlapAny } from "./words.js";

/** What the exchanges of one report are checked with. */
export interface ExchangeInput {
  readonly gold: GoldReading;
  readonly reading: Reading;
  readonly name: string;
  /** The ledger's statements and events of gold rows, by their places. */
  readonly statements: ReadonlyMap<number, Statement>;
  readonly events: ReadonlyMap<number, Event>;
  /** Exchanges across reports of which this report tells one side. */
  readonly linked: readonly LinkedExchange[];
  /** The happening of an event. */
  readonly happenings: ReadonlyMap<string, string>;
}

/** One side of a gold exchange: rows of the ledger, and the words. */
interface Side {
  readonly ids: ReadonlySet<string>;
  readonly spans: readonly Span[];
}

/** An exchange of the ledger, in one report or across several. */
interface Met {
  readonly id: string;
  readonly demand: string | undefined;
  readonly answer: string;
  readonly answerIs: string;
  readonly link: string;
  readonly joinedBy: Span | undefined;
  readonly happening: string | undefined;
  /** True where the answer stands in this report. */
  readonly own: boolean;
}

/** An exchange is found where both sides are the gold's; what the answer is and what joins them are particulars. */
export function checkExchanges(input: ExchangeInput): CheckedRow[] {
  const { gold, name } = input;
  const met = metOf(input);
  const sides = gold.exchanges.map(({ demand, answer, answer_is }) => ({
    demand: sideOf(demand, input),
    answer: sideOf(`${answer} ${/\(.*\)/.exec(answer_is)?.[0] ?? ""}`, input),
  }));
  const candidates = gold.exchanges.flatMap((one, g) =>
    met.flatMap((exchange, row): Candidate[] => {
      if (!isSide(sides[g]!.answer, exchange.answer, undefined, input)) return [];
      const demand = isDemand(sides[g]!.demand, exchange, input) ? 1 : 0;
      return [{ gold: g, row, fit: demand - particulars(one, exchange, input).length / 10 }];
    }),
  );
  const pairs = pair(candidates);
  const taken = new Set(pairs.values());
  const rows = gold.exchanges.map((one, g): CheckedRow => {
    const exchange = met[pairs.get(g) ?? -1];
    const common = {
      kind: "checked",
      section: "exchanges",
      gold: name,
      name: `exchange ${g + 1}`,
      words: `${one.demand} → ${one.answer} (${one.answer_is})`,
      may: one.may,
    } as const;
    if (!exchange) return { ...common, state: "missing", differs: [] };
    const right = isDemand(sides[g]!.demand, exchange, input);
    const demand = exchange.demand ? wordsOf(exchange.demand, input) : "none";
    return {
      ...common,
      state: right ? "found" : "wrong",
      row: exchange.id,
      differs: [
        ...(right ? [] : [`demand: ${one.demand} expected, ${demand} met`]),
        ...particulars(one, exchange, input),
      ],
    };
  });
  const extra = met
    .filter((exchange, row) => !taken.has(row) && exchange.own)
    .map(
      (exchange): CheckedRow => ({
        kind: "checked",
        section: "exchanges",
        state: "extra",
        gold: name,
        row: exchange.id,
        words: `${exchange.demand ? wordsOf(exchange.demand, input) : "?"} → ${wordsOf(exchange.answer, input)} (${exchange.answerIs}, ${exchange.link})`,
        may: false,
        differs: [],
      }),
    );
  return [...rows, ...extra];
}

function metOf({ reading, linked }: ExchangeInput): Met[] {
  const own = reading.exchanges.map(
    (exchange): Met => ({
      ...exchange,
      joinedBy: exchange.joinedBy,
      demand: exchange.demand,
      happening: undefined,
      own: true,
    }),
  );
  // What the report's own words join stands among its exchanges.
  const across = linked.flatMap(({ id, opening, happening, answers }) =>
    answers
      .filter(({ exchange }) => exchange === undefined)
      .map(
        (answer): Met => ({
          id,
          demand: opening.id,
          answer: answer.id,
          answerIs: answer.answerIs,
          link: answer.link,
          joinedBy: undefined,
          happening,
          own: answer.report === reading.report.id,
        }),
      ),
  );
  return [...own, ...across];
}

/** The rows and words that a gold exchange names: identifiers of events, "statement 2", "statements 4 to 7", or words. */
function sideOf(named: string, { gold, reading, statements, events }: ExchangeInput): Side {
  const ids = new Set<string>();
  const spans: Span[] = [];
  gold.events.forEach(({ id, trigger }, g) => {
    if (occurrences(named, id).length === 0) return;
    const event = events.get(g);
    if (event) ids.add(event.id);
    spans.push(...(event ? [event.trigger] : occurrences(reading.report.text, trigger)));
  });
  for (const place of placesNamed(named)) {
    const statement = statements.get(place - 1);
    if (statement) ids.add(statement.id);
    spans.push(...occurrences(reading.report.text, gold.statements[place - 1]?.content ?? ""));
  }
  // Words before the brackets may be the report's own: "Trump's remarks (statement 2)".
  return { ids, spans: [...spans, ...occurrences(reading.report.text, named.replace(/\(.*\)/g, ""))] };
}

/** The places in "statement 2", "statements 4, 5", "statements 2 to 7". */
function placesNamed(words: string): number[] {
  return [...words.matchAll(/statements? ([\d, to]+)/g)].flatMap(([, list]) =>
    list!.split(",").flatMap((part) => {
      const [first, last] = part.split("to").map(Number) as [number, number | undefined];
      return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
    }),
  );
}

function isDemand(side: Side, exchange: Met, input: ExchangeInput): boolean {
  if (exchange.joinedBy && overlapAny(side.spans, [exchange.joinedBy])) return true;
  return exchange.demand !== undefined && isSide(side, exchange.demand, exchange.happening, input);
}

function isSide(side: Side, id: string, happening: string | undefined, input: ExchangeInput): boolean {
  if (side.ids.has(id)) return true;
  const { happenings } = input;
  const same = happening ?? happenings.get(id);
  if (same !== undefined && [...side.ids].some((other) => happenings.get(other) === same)) return true;
  return overlapAny(side.spans, spansOf(id, input));
}

function spansOf(id: string, { reading }: ExchangeInput): readonly Span[] {
  const event = reading.events.find((one) => one.id === id);
  if (event) return [event.trigger];
  const statement = reading.statements.find((one) => one.id === id);
  return statement ? [...statement.content, ...(statement.cue ? [statement.cue] : [])] : [];
}

function wordsOf(id: string, input: ExchangeInput): string {
  const spans = spansOf(id, input);
  const told = input.linked
    .flatMap(({ opening, answers }) => [opening, ...answers])
    .find((turn) => turn.id === id);
  if (spans.length === 0 && told) return `“${told.words}”`;
  return spans.length === 0
    ? id
    : `“${spans.map((span) => textOf(input.reading.report.text, span)).join(" … ")}”`;
}

function particulars(gold: GoldExchange, exchange: Met, { reading }: ExchangeInput): string[] {
  const { text } = reading.report;
  const { answerIs, link, joinedBy } = exchange;
  const kinds = gold.answer_is.replace(/\(.*\)/g, "").split(/ and |,/);
  const isKind = kinds.some(
    (kind) => kind.trim().replace("counter-", "") === answerIs.replace("counter-", ""),
  );
  const words = joinedBy ? `“${textOf(text, joinedBy)}”` : "none";
  const joined =
    gold.joined_by === undefined || overlapAny(occurrences(text, gold.joined_by), joinedBy ? [joinedBy] : []);
  return [
    ...(isKind ? [] : [`answer is: ${gold.answer_is} expected, ${answerIs} met`]),
    ...(link === gold.link ? [] : [`link: ${gold.link} expected, ${link} met`]),
    ...(joined ? [] : [`joined by: ${gold.joined_by} expected, ${words} met`]),
  ];
}
