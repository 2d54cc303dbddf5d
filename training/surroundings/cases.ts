import { readFileSync } from "node:fs";
import { modifiersBetween } from "../../src/actor/modifiers.js";
import { Reader } from "../../src/actor/reader.js";
import { isSettledAround } from "../../src/actor/surrounding-phrases.js";
import { featuresAt, gather, type StateEvidence, stateEvidence } from "../../src/actor/surroundings.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Report } from "../../src/report/report.js";

/** A phrase whose state is named and hidden, and what the text around it shows of every state. */
export interface Case {
  readonly story: number;
  /** "role", or the kind of name. */
  readonly kind: string;
  readonly truth: string;
  readonly codes: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/**
 * Makes cases without any mark by hand: role phrases that name their state ("French police"), and people and bodies
 * whose state knowledge has ("Geng", "Equifax"). Their own words, and the other mentions of such a name, are hidden.
 * @param file one JSON line a report: { id, report, analysis }
 */
export function casesOf(file: string): Case[] {
  const cases: Case[] = [];
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .forEach((line, story) => {
      const { report, analysis } = JSON.parse(line) as { report: Report; analysis: Analysis };
      cases.push(...casesOfReport(report, analysis, story));
    });
  return cases;
}

function casesOfReport(report: Report, analysis: Analysis, story: number): Case[] {
  const knowledge = shippedKnowledge();
  const reader = new Reader(report, analysis, knowledge);
  const { hits } = reader;
  const evidence = stateEvidence(analysis, hits);
  const cases: Case[] = [];
  const add = (
    kind: string,
    truth: string,
    at: number,
    isSeen: (one: StateEvidence) => boolean,
  ) => {
    const seen = gather(report, analysis, hits, evidence.filter(isSeen));
    const features = featuresAt(analysis, seen, analysis.words[at]!);
    cases.push({ story, kind, truth, codes: [...features.keys()], values: [...features.values()] });
  };
  for (const hit of hits.list) {
    const name = hit.names[0];
    const { top } = hit;
    if (hit.role) {
      const description = reader.describe(top);
      const phrase = reader.phrase(top);
      const { states } = modifiersBetween(analysis, hits, phrase.first, hit.first);
      if (states.length !== 1 || description?.codes.join() !== states[0]) continue;
      if (!isSettledAround(analysis, hits, analysis.words[top]!, hit.role, description?.sector)) continue;
      const last = Math.max(phrase.last, hit.last);
      add("role", states[0]!, top, (e) => e.word < phrase.first || e.word >= last);
      continue;
    }
    const person = name?.person;
    const code = person ? onlyState(person.terms.map((t) => t.code)) : name?.code;
    if (!name || code === undefined || !knowledge.states.has(code)) continue;
    const kind = person ? "person" : name.kind;
    // A title beside a name would tell its state.
    if (!KINDS.has(kind) || reader.personOf(hit)?.titles.some((t) => t.hit === hit)) continue;
    const same = new Set<number>();
    for (const other of hits.list) {
      const its = other.names[0];
      const isSame = person ? its?.person === person : its?.code === code && its.agency === name.agency;
      if (isSame && its?.kind === name.kind) same.add(other.top);
    }
    add(kind, code, top, (e) => !same.has(e.word));
  }
  return cases;
}

function onlyState(codes: readonly string[]): string | undefined {
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

const KINDS: ReadonlySet<string> = new Set(["person", "institution", "party", "company"]);
