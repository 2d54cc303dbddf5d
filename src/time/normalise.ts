import type { Analysis } from "../language/analysis.js";
import { dayOf, isoDate, parseDate } from "./calendar.js";
import { dayAt, durationValue, grainOfUnit } from "./duration.js";
import type { Expression, Meaning } from "./meaning.js";
import { addDays, dayNumber, grainOf, intervalOf, timexValue, unitOfDay } from "./moment.js";
import { badDate, placeNamed } from "./named-date.js";
import {
  Anchors,
  NO_ANCHOR,
  NO_DATE,
  NO_YEAR,
  type Placed,
  REACH,
  relationTo,
  unresolved,
} from "./placed.js";
import { placeDeictic, placeShift } from "./relative-date.js";
import { tenseAt } from "./tense.js";
import type { Grain, When } from "./when.js";

/**
 * Places expressions of time in the calendar. `published` is the report's date (ISO 8601) where it is known; nothing
 * else stands in for it. Dates are placed in text order, so that "a day later" counts from the date before it.
 */
export function normalise(
  analysis: Analysis,
  expressions: readonly Expression[],
  published: string | undefined,
): When[] {
  const date = published === undefined ? undefined : parseDate(published);
  const normaliser = new Normaliser(analysis, expressions, date ? dayOf(date) : undefined);
  return expressions.map((expression, i) => normaliser.read(expression, i));
}

class Normaliser {
  readonly #anchors = new Anchors();

  constructor(
    private readonly analysis: Analysis,
    private readonly expressions: readonly Expression[],
    /** Days since 1970. */
    private readonly published: number | undefined,
  ) {}

  read(expression: Expression, at: number): When {
    switch (expression.meaning.kind) {
      case "reference":
        return reference(expression);
      case "duration":
        return this.duration(expression);
      case "set":
        return set(expression);
      case "since":
        return this.since(expression);
      case "clock":
        return this.clock(expression, at);
      case "date":
      case "shift":
        return this.date(expression);
    }
  }

  private date(expression: Expression): When {
    const { meaning } = expression;
    const placed = adjusted(meaning, this.place(expression));
    if (placed.moment) {
      this.#anchors.add({
        moment: placed.moment,
        span: expression,
        sentence: this.sentenceOf(expression),
        counted: (meaning.kind === "shift" && meaning.unit === "year") || meaning.anchor === "quarter",
      });
    }
    const value = placed.moment ? timexValue(placed.moment) : unplacedValue(meaning);
    const grain = placed.moment ? grainOf(placed.moment) : "day";
    const time = meaning.clock ?? meaning.part;
    if (time === undefined) return record(expression, "DATE", value, grain, placed);
    return record(expression, "TIME", `${value}T${time}`, meaning.clock ? "minute" : "day", placed);
  }

  private place(expression: Expression): Placed {
    const { meaning } = expression;
    const bad = badDate(meaning);
    if (bad) return unresolved(bad);
    if (meaning.kind === "shift")
      return placeShift(meaning, this.published, this.#anchors, this.sentenceOf(expression));
    if (meaning.unit !== undefined) return placeDeictic(meaning, this.published, this.#anchors);
    if (meaning.part !== undefined && isPartAlone(meaning)) return this.thatDay();
    const tense = meaning.offset === undefined ? tenseAt(this.analysis, expression.first) : undefined;
    return placeNamed(meaning, this.published, tense, this.#anchors);
  }

  /** "The morning": of the last date that is a day. */
  private thatDay(): Placed {
    const anchor = this.#anchors.latest((m) => m.unit === "day");
    if (!anchor) return unresolved(NO_ANCHOR, { unit: "day" });
    return { moment: anchor.moment, basis: "another date", anchor: anchor.span };
  }

  /** A clock time alone belongs to the day that its sentence names, before it or after it. */
  private clock(expression: Expression, at: number): When {
    const sentence = this.sentenceOf(expression);
    const earlier = this.#anchors.dayIn(sentence);
    let placed =
      earlier && ({ moment: earlier.moment, basis: "another date", anchor: earlier.span } as Placed);
    for (let i = at + 1; !placed && i < Math.min(at + REACH, this.expressions.length); i++) {
      const later = this.expressions[i]!;
      if (this.sentenceOf(later) !== sentence) break;
      const { moment } = later.meaning.kind === "date" ? this.place(later) : {};
      if (moment?.unit === "day") placed = { moment, basis: "another date", anchor: later };
    }
    placed ??= unresolved("the day is not said beside it", { unit: "day" });
    return record(
      expression,
      "TIME",
      `${timexValue(placed.moment!)}T${expression.meaning.clock}`,
      "minute",
      placed,
    );
  }

  /** "Since then": from the end of the date before it up to the report. */
  private since(expression: Expression): When {
    const after: Expression = { ...expression, meaning: { ...expression.meaning, mod: "AFTER" } };
    const anchor = this.#anchors.latest(() => true);
    if (!anchor) return record(after, "DATE", "PAST_REF", "day", unresolved(NO_ANCHOR));
    const placed: Placed = { moment: anchor.moment, basis: "another date", anchor: anchor.span };
    const from = intervalOf(anchor.moment)?.end;
    const when = record(after, "DATE", timexValue(anchor.moment), grainOf(anchor.moment), placed);
    if (from === undefined) return when;
    const { interval: _date, ...rest } = when;
    if (this.published === undefined || from > isoDate(this.published))
      return { ...rest, basis: "unresolved", reason: `${NO_DATE}, so its end is not` };
    return { ...rest, interval: { start: from, end: isoDate(this.published + 1) } };
  }

  /** A length of time; "the past two months" ends, "the next two months" begin with the report. */
  private duration(expression: Expression): When {
    const { offset, count = "X", unit = "unknown" } = expression.meaning;
    const value = durationValue(count, unit);
    const grain = grainOfUnit(unit);
    if (offset === undefined || typeof count !== "number") {
      const placed = unresolved("a length of time that is not placed in the calendar");
      // "In recent weeks": how many is not said, but which way.
      const way = offset === undefined ? undefined : offset < 0 ? "earlier" : "later";
      const relation = way && relationTo("publication date", unit, way);
      return record(expression, "DURATION", value, grain, { ...placed, ...(relation ? { relation } : {}) });
    }
    const relation = relationTo("publication date", unit, offset * count);
    const from = this.published;
    const to = from === undefined ? undefined : dayAt(from, unit, offset * count);
    if (from === undefined || to === undefined)
      return record(expression, "DURATION", value, grain, unresolved(NO_DATE, undefined, relation));
    const interval = { start: isoDate(Math.min(from, to)), end: isoDate(Math.max(from, to) + 1) };
    return {
      ...record(expression, "DURATION", value, grain, { basis: "publication date", relation }),
      interval,
    };
  }

  private sentenceOf(expression: Expression): number {
    return this.analysis.words[expression.first]!.sentence;
  }
}

function record(
  expression: Expression,
  type: When["type"],
  value: string,
  grain: Grain,
  placed: Placed,
): When {
  const { mod } = expression.meaning;
  const resolved = placed.basis !== "unresolved";
  const interval = resolved && placed.moment ? intervalOf(placed.moment) : undefined;
  const reason = placed.reason ?? (resolved && placed.moment && !interval ? NO_YEAR : undefined);
  return {
    kind: "when",
    start: expression.start,
    end: expression.end,
    type,
    value,
    ...(mod ? { mod } : {}),
    grain,
    basis: placed.basis,
    ...(placed.anchor ? { anchor: { start: placed.anchor.start, end: placed.anchor.end } } : {}),
    ...(interval ? { interval } : {}),
    ...(reason ? { reason } : {}),
    ...(placed.relation ? { relation: placed.relation } : {}),
    by: expression.by,
  };
}

/** "The day before yesterday" is a day off; "the week of March 6" is the week that holds it. */
function adjusted(meaning: Meaning, placed: Placed): Placed {
  if (!placed.moment) return placed;
  if (meaning.days) {
    const moment = addDays(placed.moment, meaning.days);
    return moment ? { ...placed, moment } : unresolved("the calendar does not say which day");
  }
  if (meaning.within) {
    const day = dayNumber(placed.moment);
    return {
      ...placed,
      moment: (day === undefined ? undefined : unitOfDay(day, meaning.within)) ?? { unit: "week" },
    };
  }
  return placed;
}

function isPartAlone({ weekday, month, day, year, holiday, weekend }: Meaning): boolean {
  return [weekday, month, day, year, holiday, weekend].every((field) => field === undefined);
}

/** The value of a date of which nothing is known. */
function unplacedValue({ kind, count, anchor, offset = 1 }: Meaning): string {
  if (kind !== "shift" || count !== "X" || anchor === "before") return "XXXX-XX-XX";
  return offset < 0 ? "PAST_REF" : "FUTURE_REF";
}

function reference(expression: Expression): When {
  const { value = "XXXX-XX-XX", unit = "day" } = expression.meaning;
  return record(expression, "DATE", value, grainOfUnit(unit), unresolved("names no date of the calendar"));
}

function set(expression: Expression): When {
  const { unit, count = 1, weekday, month, season, part } = expression.meaning;
  const placed = unresolved("comes again and again");
  const of = (value: string, grain: Grain) => record(expression, "SET", value, grain, placed);
  if (weekday !== undefined) return of(`XXXX-WXX-${weekday}${part ? `T${part}` : ""}`, "day");
  if (month !== undefined) return of(timexValue({ unit: "month", month }), "month");
  if (season !== undefined) return of(timexValue({ unit: "season", season }), "quarter");
  return unit === undefined
    ? of(`XXXX-XX-XXT${part}`, "day")
    : of(durationValue(count, unit), grainOfUnit(unit));
}
