import { genderOfFirstName } from "../knowledge/first-names.js";
import { fold } from "../knowledge/fold.js";
import { isGuardedSurname } from "../knowledge/people.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Actor } from "./actor.js";
import type { ReportedPerson } from "./people.js";
import { holds } from "./person-name.js";

/** An office that a report gives a person in so many words: evidence for other reports that name the person only. */
export interface Introduction {
  /** Identifier of the report. */
  readonly report: string;
  /** Its publication date (ISO 8601); absent where unknown. */
  readonly published?: string;
  /** The fullest name that the report gives. */
  readonly person: string;
  readonly actor: Actor;
  /** The role noun ("spokesman"), with "former", "coming" or "acting" before it where the office is held so. */
  readonly office: string;
  /** "stated" where the title tells the state itself; "inferred" where the text around was asked for it. */
  readonly basis: "stated" | "inferred";
  /** Title and name in the report's text. */
  readonly evidence: Span & { readonly words: string };
}

/**
 * How far from an introduction, in days, it still tells who a full name is. Half of all ministers serve for two years
 * or more, so that somebody met in office is likelier than not to hold it a year earlier or later.
 */
export const FULL_NAME_DAYS = 366;

/** The same for a family name alone, which other people bear too: about as long as one story goes on. */
export const FAMILY_NAME_DAYS = 92;

/** What other reports tell of a person whom a report names without an office. */
export type Learned =
  | { readonly introduction: Introduction; readonly by: string; readonly reason?: undefined }
  | { readonly introduction?: undefined; readonly reason: string };

/**
 * The office that other reports gave a person of this name around the report's day: the nearest in time, a stated one
 * before an inferred one. A family name alone counts only where the report names the state too. Where several
 * people, or several states, fit equally, the reason says so. The order of `offices` plays no part.
 */
export function learnedOffice(
  person: Pick<ReportedPerson, "tokens" | "name">,
  offices: readonly Introduction[],
  report: Pick<Report, "id" | "published">,
  statesNamed: ReadonlySet<string>,
): Learned | undefined {
  if (offices.length === 0) return undefined;
  const alone = person.tokens.length === 1;
  if (alone && isGuardedSurname(person.tokens[0]!)) return undefined;
  const day = report.published.known ? report.published.value : undefined;
  const fits: { introduction: Introduction; tokens: readonly string[]; days: number }[] = [];
  for (const introduction of offices) {
    if (introduction.report === report.id) continue;
    const tokens = wordsOfName(introduction.person);
    if (!bearsName(tokens, person.tokens)) continue;
    if (alone && !statesNamed.has(introduction.actor.code)) continue;
    const days = daysBetween(introduction.published, day);
    if (days !== undefined && days > (alone ? FAMILY_NAME_DAYS : FULL_NAME_DAYS)) continue;
    fits.push({ introduction, tokens, days: days ?? FULL_NAME_DAYS });
  }
  if (fits.length === 0) return undefined;
  const fullest = fits.reduce((a, b) => (b.tokens.length > a.tokens.length ? b : a));
  const another = fits.find((f) => !holds(fullest.tokens, f.tokens));
  if (another) {
    return {
      reason: `several people are called ${person.name}: ${titleOf(fullest.introduction)}, ${titleOf(another.introduction)}`,
    };
  }
  const ranked = fits.sort(
    (a, b) =>
      rank(a.introduction) - rank(b.introduction) ||
      a.days - b.days ||
      compare(a.introduction.report, b.introduction.report) ||
      a.introduction.evidence.start - b.introduction.evidence.start,
  );
  const [best] = ranked;
  const rival = ranked.find(
    (f) =>
      f.days === best!.days &&
      rank(f.introduction) === rank(best!.introduction) &&
      f.introduction.actor.code !== best!.introduction.actor.code,
  );
  if (rival) {
    return {
      reason: `other reports give ${person.name} to several states: ${titleOf(best!.introduction)}, ${titleOf(rival.introduction)}`,
    };
  }
  return { introduction: best!.introduction, by: `introduced as ${titleOf(best!.introduction)}` };
}

/** A name's words as they are compared. */
export function wordsOfName(name: string): readonly string[] {
  return fold(name)
    .split(/[\s-]+/)
    .filter((word) => word !== "");
}

/** True where somebody of the full name may be called by the words: all of them, or the family name alone. */
function bearsName(full: readonly string[], called: readonly string[]): boolean {
  if (called.length > 1) {
    const words = called.flatMap((w) => w.split("-"));
    return holds(full, words) || (words.length > full.length && holds(words, full));
  }
  const [word] = called;
  // Where the family name stands first (Chinese, Korean) the first word serves, unless it is a given name.
  return full.at(-1) === word || (full[0] === word && genderOfFirstName(word!) === undefined);
}

function rank(introduction: Introduction): number {
  return introduction.basis === "stated" ? 0 : 1;
}

function titleOf({ evidence, report, published }: Introduction): string {
  const words = evidence.words.replace(/\s+/g, " ");
  return `“${words}” in report ${report}${published ? ` of ${published}` : ""}`;
}

function daysBetween(one: string | undefined, other: string | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
