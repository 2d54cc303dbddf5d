import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";
import { DAYS_TO_HISTORY, isBackground } from "./background.js";

const DAY = 86_400_000;
/** Days before the report up to which something is of its day, week, month ...; older is "years". */
const AGES = [
  [2, "day"],
  [8, "week"],
  [35, "month"],
  [100, "quarter"],
  [400, "year"],
] as const;
/** Sentences before an act whose dates may say in which time its paragraph is. */
const REACH = 3;

/** How long before the report its dates lie, and what the words around an act say of how long ago it was. */
export class Chronology {
  readonly #ages: readonly string[];

  constructor(
    readonly report: Report,
    readonly analysis: Analysis,
    readonly times: readonly When[],
  ) {
    const years = times.flatMap((t) => yearOf(t) ?? []);
    const latest = years.length > 0 ? Math.max(...years) : undefined;
    this.#ages = times.map((t) => ageOf(t, report, latest));
  }

  /** Why an act of a time is history, as a sentence for people; undefined where its time does not say so. */
  past(when: number | undefined): string | undefined {
    if (!isBackground(this.report, this.times, when)) return undefined;
    const { start, end } = this.times[when!]!;
    return `background: “${this.report.text.slice(start, end)}” lies well before the report`;
  }

  /** True where the act's own date lies so shortly before the report that it is news, whatever else the words suggest. */
  isNews(when: number | undefined): boolean {
    const { published } = this.report;
    const interval = when === undefined ? undefined : this.times[when]!.interval;
    if (!interval || !published.known) return false;
    return Date.parse(published.value) - Date.parse(interval.end) <= DAYS_TO_HISTORY * DAY;
  }

  /**
   * What speaks for an act being news or history, by name: the age of its own time, of the dates of its sentence and of
   * those before it in its paragraph, its tense and its place in the report.
   * @param anchor the verb that carries the act's tense, or its noun
   * @param when index of the act's own time in `times`
   */
  clues(anchor: Word, when: number | undefined): readonly string[] {
    const { analysis, report } = this;
    const own = when === undefined ? "none" : this.#ages[when]!;
    const beside = this.#lastIn(analysis.sentences[anchor.sentence]!);
    const paragraph = report.paragraphs.find((p) => p.start <= anchor.start && anchor.end <= p.end);
    let before = "none";
    for (let s = anchor.sentence - 1; s >= Math.max(0, anchor.sentence - REACH) && before === "none"; s--) {
      const other = analysis.sentences[s]!;
      if (paragraph && other.start < paragraph.start) break;
      before = this.#lastIn(other);
    }
    const part = paragraph?.role === "title" ? "title" : Math.floor((4 * anchor.start) / report.text.length);
    return [
      `age ${own}`,
      `age ${own} ${tenseOf(analysis, anchor)}`,
      `beside ${beside}`,
      `ages ${own} ${beside} ${before}`,
      `part ${part}`,
    ];
  }

  /** The age of the last date within a span. */
  #lastIn(span: Span): string {
    const { first, last } = rangeWithin(this.times, span);
    for (let i = last - 1; i >= first; i--) {
      const { type } = this.times[i]!;
      if (type === "DATE" || type === "TIME") return this.#ages[i]!;
    }
    return "none";
  }
}

function ageOf(time: When, report: Report, latest: number | undefined): string {
  if (time.type === "SET" || time.type === "DURATION") return time.type.toLowerCase();
  const age = agesBefore(time, report, latest);
  return time.signal === "since" ? `since ${age}` : age;
}

function agesBefore(time: When, { published }: Report, latest: number | undefined): string {
  if (time.value.endsWith("_REF")) return time.value;
  if (published.known && time.interval) {
    const days = (Date.parse(published.value) - Date.parse(time.interval.end)) / DAY;
    if (days < -2) return "to come";
    return AGES.find(([most]) => days <= most)?.[1] ?? "years";
  }
  const year = yearOf(time);
  if (year !== undefined && latest !== undefined && latest > year)
    return latest - year > 1 ? "years" : "year";
  if (time.relation) {
    const { count, unit } = time.relation;
    return `${count === "earlier" || Number(count) < 0 ? "back" : "on"} ${unit}`;
  }
  return year === undefined ? time.grain : `latest ${time.grain}`;
}

function yearOf(time: When): number | undefined {
  const year = /^\d{4}/.exec(time.value) ?? /^\d{4}/.exec(time.interval?.start ?? "");
  return year ? Number(year[0]) : undefined;
}

/** "had", "has" and "will" for what stands before the verb, its tag where nothing does; "noun" without a copula. */
function tenseOf(analysis: Analysis, anchor: Word): string {
  const before = children(analysis, anchor).filter((c) => relation(c) === "aux" || c.deprel === "cop");
  const first = before[0];
  if (!first) return anchor.upos === "VERB" ? anchor.xpos : "noun";
  return first.lemma === "have" ? first.form.toLowerCase() : `${first.lemma} ${first.xpos}`;
}
