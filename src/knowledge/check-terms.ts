import type { Finding } from "./finding.js";
import { fold } from "./fold.js";
import type { TermLine } from "./offices.js";

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Words of a title that several may hold at once. */
const SHARED =
  /\b(spokes(man|woman|person)|official|deputy|vice|assistant|senator|lawmaker|envoy|ambassador|representative|adviser|advisor|member|general|negotiator|judge|journalist|activist|acting|candidate)\b/;

/** What is wrong with the terms of people: dates, their order, and two holders of one office at a time. */
export function checkTerms(terms: readonly TermLine[]): Finding[] {
  const findings: Finding[] = [];
  const byOffice = new Map<string, TermLine[]>();
  for (const term of terms) {
    const wrong = checkDates(term);
    if (wrong) {
      findings.push(wrong);
      continue;
    }
    if (term.gender !== "" && term.gender !== "m" && term.gender !== "f") findings.push(genderOf(term));
    if (term.office === "" || term.from === "" || SHARED.test(term.office)) continue;
    const key = `${term.code} ${fold(term.office)}`;
    const known = byOffice.get(key);
    if (known) known.push(term);
    else byOffice.set(key, [term]);
  }
  for (const holders of byOffice.values()) findings.push(...checkHolders(holders));
  return findings;
}

function checkDates(term: TermLine): Finding | undefined {
  for (const [column, day] of [
    ["from", term.from],
    ["to", term.to],
  ] as const) {
    if (day !== "" && !DATE.test(day))
      return {
        ...at(term),
        code: "malformed-date",
        met: `${column} "${day}"`,
        expected: "a year, month or day like 2017, 2017-01 or 2017-01-20, or nothing",
        todo: "Write it so, as precisely as it is known.",
      };
  }
  if (term.to === "" || term.from <= term.to) return undefined;
  return {
    ...at(term),
    code: "dates-out-of-order",
    met: `${term.person} from ${term.from} to ${term.to}`,
    expected: "a beginning that is not after the end",
    todo: "Swap or correct the dates.",
  };
}

function genderOf(term: TermLine): Finding {
  return {
    ...at(term),
    code: "unknown-gender",
    met: `gender "${term.gender}"`,
    expected: "m, f or nothing",
    todo: "Leave it empty where it is not known.",
  };
}

/** Terms that overlap for certain: where a date is a year or month only, the two are given the benefit of it. */
function checkHolders(holders: readonly TermLine[]): Finding[] {
  const findings: Finding[] = [];
  const sorted = holders.toSorted((a, b) => (earliest(a.from) < earliest(b.from) ? -1 : 1));
  let before: TermLine | undefined;
  for (const term of sorted) {
    if (before && fold(before.person) !== fold(term.person) && end(before) > latest(term.from)) {
      findings.push({
        ...at(term),
        code: "two-holders",
        met: `${term.person} from ${term.from} as ${term.office} of ${term.code}, and ${before.person} until ${before.to || "now"} (line ${before.source.line})`,
        expected: "one holder of an office at a time",
        todo: "End the earlier term on the day on which the later one begins.",
      });
    }
    if (!before || end(term) >= end(before)) before = term;
  }
  return findings;
}

function at(term: TermLine) {
  return { kind: "finding", severity: "error", file: term.source.file, line: term.source.line } as const;
}

function end(term: TermLine): string {
  return term.to === "" ? "9999" : earliest(term.to);
}

function earliest(day: string): string {
  return day.padEnd(10, "-01-01".slice(day.length === 4 ? 0 : 3));
}

function latest(day: string): string {
  return day.padEnd(10, "-12-31".slice(day.length === 4 ? 0 : 3));
}
