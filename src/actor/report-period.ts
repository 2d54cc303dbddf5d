import type { Knowledge } from "../knowledge/knowledge.js";
import { isLeader } from "../knowledge/people.js";
import { termOfTitle } from "./held-office.js";
import type { ReportedPerson } from "./people.js";

/** The first and last day on which an undated report can have been written, and who tells it. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/**
 * When a report without a date was written, by the leaders whom it calls so without "former": "President Obama" is of 2009
 * to 2017. The days on which all of them held their offices; undefined where there is none such or these terms never met.
 */
export function periodOf(people: Iterable<ReportedPerson>, knowledge: Knowledge): ReportPeriod | undefined {
  let from = "";
  let to = END;
  const by: string[] = [];
  for (const { known, tokens, titles } of people) {
    const person = known ?? (tokens.length > 1 ? knowledge.people.ofFullName(tokens) : undefined);
    if (!person || titles.some((t) => t.description.tenure !== "now")) continue;
    const terms = titles.flatMap((t) => (person && termOfTitle(person, t.description)) ?? []);
    const [term] = terms.filter((t) => isLeader(t) && t.from !== "");
    // Two terms in one office do not tell which.
    const others = person.terms.filter((t) => t.office === term?.office && t.code === term.code);
    if (!term || others.length > 1) continue;
    if (term.from > from) from = term.from;
    const last = dayBefore(term.to);
    if (last !== "" && last < to) to = last;
    by.push(person.name);
  }
  return by.length > 0 && from < to
    ? { from, to, by: `when ${by.slice(0, 3).join(" and ")} held office` }
    : undefined;
}

const END = "9999";

/** The last day of a term that ends before `day`; a year or month alone stays as it is. */
function dayBefore(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;
