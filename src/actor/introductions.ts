import type { Analysis } from "../language/analysis.js";
import { textOf } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Introduction } from "./learned-offices.js";
import type { ReportedPerson } from "./people.js";

/**
 * The offices that a report gives people in so many words, by their full names, in text order. They are the same
 * whatever other reports say, so that no order of reading changes them.
 */
export function introductionsIn(
  report: Report,
  analysis: Analysis,
  people: Iterable<ReportedPerson>,
): Introduction[] {
  const out: Introduction[] = [];
  for (const person of people) {
    const { introduction, tokens } = person;
    if (!introduction || tokens.length < 2) continue;
    const { title, basis, actor } = introduction;
    const { role, tenure } = title.description;
    if (role === "") continue;
    const evidence = { start: analysis.words[title.first]!.start, end: analysis.words[title.last - 1]!.end };
    out.push({
      report: report.id,
      ...(report.published.known && { published: report.published.value }),
      person: person.name,
      actor,
      office: tenure === "now" ? role : `${tenure} ${role}`,
      basis,
      evidence: { ...evidence, words: textOf(report.text, evidence) },
    });
  }
  return out.sort((a, b) => a.evidence.start - b.evidence.start || (a.person < b.person ? -1 : 1));
}

/** Names (folded, words parted by spaces) of the people of whom a report itself and `knowledge/` tell no office. */
export function soughtNames(people: Iterable<ReportedPerson>): string[] {
  const names = new Set<string>();
  for (const { sought, tokens } of people) if (sought) names.add(tokens.join(" "));
  return [...names].sort();
}
