import { parse } from "yaml";
import { z } from "zod";
import { STATUSES, type Status } from "../event/event.js";
import type { Language } from "../language/language.js";
import { readSentence } from "./codebook-cases.js";
import type { Evaluation } from "./evaluations.js";
import { readGoldFile } from "./gold-file.js";

/** A sentence, the word of it that tells an act, and the status that a reader gives the act. */
const caseSchema = z.strictObject({ text: z.string(), act: z.string(), status: z.enum(STATUSES) });
export type StatusCase = z.infer<typeof caseSchema>;

/** The day on which the cases are read; years before it are history. */
const PUBLISHED = "2018-03-01";

/** A case with the statuses of the events that were found on its act: none where no event was. */
export interface ReadCase extends StatusCase {
  readonly told: readonly Status[];
}

/** The sets of a file of status cases by name. Throws an Error where it is not in its format. */
export function readStatusCases(text: string): ReadonlyMap<string, readonly StatusCase[]> {
  const sets = z.record(z.string(), z.array(caseSchema)).parse(parse(text));
  for (const { text: sentence, act } of Object.values(sets).flat()) {
    if (!sentence.includes(act)) throw new Error(`"${act}" is no word of "${sentence}"`);
  }
  return new Map(Object.entries(sets));
}

/** Reads a case with the whole program, as a report of its own. */
export async function readCase(own: StatusCase, language: Language): Promise<ReadCase> {
  const start = own.text.indexOf(own.act);
  const { events } = await readSentence(own.text, language, { published: PUBLISHED });
  const found = events.filter((e) => e.trigger.start < start + own.act.length && start < e.trigger.end);
  return { ...own, told: found.map((e) => e.status) };
}

export function isRight({ told, status }: ReadCase): boolean {
  return told.includes(status);
}

/**
 * Scores the status of acts against a file of cases (`codebook/status-cases.yaml`), each of its sets by itself: how many are
 * right, how many have no event on the act, and how many of those that have one are right; then a line for each status.
 */
export async function evaluateStatuses(goldPath: string, language: Language): Promise<Evaluation> {
  const metrics: Record<string, number> = {};
  const lines: string[] = [];
  for (const [name, cases] of readStatusCases(readGoldFile(goldPath))) {
    const read: ReadCase[] = [];
    for (const own of cases) read.push(await readCase(own, language));
    const right = read.filter(isRight).length;
    const missing = read.filter((c) => c.told.length === 0).length;
    metrics[name] = (100 * right) / read.length;
    metrics[`${name}_cases`] = read.length;
    metrics[`${name}_no_event`] = missing;
    metrics[`${name}_of_found`] = (100 * right) / Math.max(1, read.length - missing);
    for (const status of STATUSES) lines.push(...lineOf(name, status, read));
  }
  return { metrics, lines };
}

/** "unseen planned 20: right 18, no event 1, possible 1". */
function lineOf(name: string, status: Status, read: readonly ReadCase[]): string[] {
  const own = read.filter((c) => c.status === status);
  if (own.length === 0) return [];
  const counts = new Map<string, number>();
  for (const c of own) {
    const told = isRight(c) ? "right" : (c.told[0] ?? "no event");
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([told, n]) => `${told} ${n}`);
  return [`${name} ${status} ${own.length}: ${parts.join(", ")}`];
}
