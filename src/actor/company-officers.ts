import type { Analysis } from "../language/analysis.js";
import type { Actor } from "./actor.js";
import type { Hit, Hits } from "./hits.js";
import type { ReportedPerson, Titled } from "./people.js";

/** A company's officer whose title leaves the company out, and the company that the text names last. */
export interface CompanyOfficer {
  readonly title: Titled;
  readonly actor: Actor;
  readonly by: string;
}

/**
 * "Qualcomm has rejected the offer, with CEO Steve Mollenkopf arguing ...": the company of an officer is the one that the
 * same paragraph names last before the title, where it names no other since the last sentence began. Undefined for
 * people whose title says more, or says that they are no officer.
 */
export function companyOfficer(
  analysis: Analysis,
  hits: Hits,
  person: ReportedPerson,
): CompanyOfficer | undefined {
  if (person.actors.length > 0) return undefined;
  const title = person.titles.find(({ description: d }) => d.sector === "BUS" && OFFICERS.has(d.role));
  if (!title || title.description.codes.length > 0 || title.description.pending) return undefined;
  const company = companyBefore(analysis, hits, title.first);
  const [name] = company?.names ?? [];
  if (!name) return undefined;
  return {
    title,
    actor: { code: name.code, sector: "BUS", agency: name.agency ?? name.name, person: person.name },
    by: `title in the report: ${title.description.by}, of ${name.name}, the company named before it`,
  };
}

/** The one company that the sentence, or else the one before it in the paragraph, names before a word. */
function companyBefore(analysis: Analysis, hits: Hits, before: number): Hit | undefined {
  const { words, sentences } = analysis;
  const own = sentences[words[before]!.sentence]!;
  for (const sentence of [own, sentences[own.index - 1]]) {
    if (sentence?.paragraph !== own.paragraph) return undefined;
    const found: Hit[] = [];
    for (let i = sentence.first; i < Math.min(sentence.last, before); i++) {
      const hit = hits.at(i);
      if (hit?.first === i && hit.names[0]?.kind === "company") found.push(hit);
    }
    const agencies = new Set(found.map(({ names }) => names[0]!.agency));
    if (agencies.size === 1) return found[0];
    if (agencies.size > 1) return undefined;
  }
  return undefined;
}

const OFFICERS: ReadonlySet<string> = new Set([
  "ceo",
  "chief executive",
  "chief executive officer",
  "chief financial officer",
  "cfo",
]);
