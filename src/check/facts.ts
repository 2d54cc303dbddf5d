import type { Reading } from "../reading/reading.js";
import type { Value } from "../record/value.js";
import type { CheckedRow } from "./checked.js";
import type { GoldReading } from "./gold-reading.js";
import { isPerson } from "./who.js";
import { mainWords, occurrences, overlapAny, shareOf } from "./words.js";

/** What the report says of itself: title, outlet, date, byline, terms, furniture, each as one row. */
export function checkFacts({ report: gold }: GoldReading, { report }: Reading, name: string): CheckedRow[] {
  const rows: CheckedRow[] = [];
  const check = (fact: string, words: string, right: boolean, met: string) =>
    rows.push({
      kind: "checked",
      section: "report",
      state: right ? "found" : met === "" ? "missing" : "wrong",
      gold: name,
      name: fact,
      row: report.id,
      words,
      may: false,
      differs: right || met === "" ? [] : [`${words} expected, ${met} met`],
    });
  for (const fact of ["outlet", "title", "published"] as const) {
    const expected = gold[fact];
    if (expected === undefined) continue;
    check(fact, expected ?? "not stated", isFact(expected, report[fact]), told(report[fact]));
  }
  for (const { name: author, role } of gold.byline ?? []) {
    const met = report.bylines.find((byline) => isPerson(author, byline.name));
    const right = met !== undefined && (role === undefined || met.role === role);
    check("byline", [author, role].filter(Boolean).join(", "), right, met?.role ?? met?.name ?? "");
  }
  if (gold.licence) {
    const { licence } = report;
    const { terms, must_carry } = gold.licence;
    const carried = licence.known ? licence.value.mustCarry : [];
    const right =
      licence.known &&
      licence.value.terms.includes(terms) &&
      must_carry.every((one) => carried.some((other) => sameWords(one, other)));
    check("licence", [terms, ...must_carry].join("; "), right, carried.join("; "));
  }
  const aside = report.paragraphs.filter(({ role }) => role === "furniture");
  for (const words of gold.furniture ?? []) {
    const right = occurrences(report.text, words).some((span) => shareOf([span], aside) > 0);
    check(
      "furniture",
      words,
      right,
      overlapAny(occurrences(report.text, words), report.paragraphs) ? "text" : "",
    );
  }
  return rows;
}

/** What is not stated may be given from outside. */
function isFact(expected: string | null, value: Value<string>): boolean {
  if (expected === null) return !value.known || value.basis === "given";
  return value.known && value.value === expected;
}

function told(value: Value<string>): string {
  return value.known ? value.value : "";
}

function sameWords(a: string, b: string): boolean {
  return [...mainWords(a)].sort().join(" ") === [...mainWords(b)].sort().join(" ");
}
