import type { ActorForm, ActorGoldMention } from "./actor-gold.js";

/** A mention that was found, in the gold's measure. */
export interface FoundMention {
  /** Unicode code points. */
  readonly start: number;
  readonly end: number;
  /** The phrase's head word. */
  readonly head: readonly [start: number, end: number];
  /** Actor codes, without repeats; empty where nobody is known. */
  readonly codes: readonly string[];
  readonly by: string;
  readonly reason?: string;
}

export type ActorResult =
  /** One of the accepted readings; no code for a mention marked none or unknown. */
  | "right"
  /** Another's code, or a code where there is none. */
  | "wrong"
  /** No code. */
  | "unknown";

export interface ScoredActor {
  readonly gold: ActorGoldMention;
  readonly result: ActorResult;
  /** True where the states and organisations are right, whatever the sectors. */
  readonly stateRight: boolean;
  readonly found?: FoundMention;
}

export interface ActorScores {
  readonly scored: readonly ScoredActor[];
  /** Mentions with a code where the gold marks nobody. */
  readonly spurious: readonly FoundMention[];
}

/**
 * Scores what was found in one report against the marks. A found mention belongs to the smallest mark that holds its
 * head word; of several, the one that ends where the mark ends counts, then the one that shares most with it.
 * @param range the stretch that was marked; what was found outside of it is left out
 */
export function scoreActors(
  gold: readonly ActorGoldMention[],
  found: readonly FoundMention[],
  range: readonly [number, number],
): ActorScores {
  const best = new Map<ActorGoldMention, FoundMention>();
  const spurious: FoundMention[] = [];
  for (const one of found) {
    const [start, end] = one.head;
    if (start < range[0] || end > range[1]) continue;
    const mark = smallest(gold.filter((g) => g.start <= start && end <= g.end));
    if (!mark) {
      if (one.codes.length > 0) spurious.push(one);
      continue;
    }
    const other = best.get(mark);
    if (!other || closeness(one, mark) > closeness(other, mark)) best.set(mark, one);
  }
  return { scored: gold.map((mark) => score(mark, best.get(mark))), spurious };
}

function smallest(marks: readonly ActorGoldMention[]): ActorGoldMention | undefined {
  return marks.reduce<ActorGoldMention | undefined>(
    (least, mark) => (least && least.end - least.start <= mark.end - mark.start ? least : mark),
    undefined,
  );
}

function closeness(found: FoundMention, mark: ActorGoldMention): number {
  const shared = Math.min(found.end, mark.end) - Math.max(found.start, mark.start);
  return (found.head[1] === mark.end ? 1e6 : 0) + shared - (found.end - found.start) / 1e3;
}

function score(gold: ActorGoldMention, found: FoundMention | undefined): ScoredActor {
  const codes = found?.codes ?? [];
  const base = { gold, ...(found ? { found } : {}) };
  const readings = [...(gold.codes ? [gold.codes] : []), ...(gold.or ?? [])];
  const right = readings.some((reading) => isSame(reading, codes));
  const stateRight = readings.some((reading) => isSame(reading.map(stateOf), codes.map(stateOf)));
  if (codes.length === 0) {
    const fits = gold.aside === true || gold.codes === undefined;
    return { ...base, result: fits ? "right" : "unknown", stateRight: fits };
  }
  return { ...base, result: right || (gold.aside && stateRight) ? "right" : "wrong", stateRight };
}

function stateOf(code: string): string {
  return code.split(".", 1)[0]!;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((code) => other.has(code));
}

/** Names, metonyms, demonyms, titles and people. */
const NAMED: ReadonlySet<ActorForm> = new Set<ActorForm>(["name", "person", "title", "metonym", "demonym"]);

/**
 * Figures in per cent. `all`, `names`, `pronouns_nominals` and `states`: right among the marks that have a code and
 * are not aside. `wrong`: marks of any kind that got a wrong code and codes where nothing is marked (`spurious`, given
 * apart as well), for every hundred marks.
 */
export function actorFigures(reports: readonly ActorScores[]): Record<string, number> {
  const scored = reports.flatMap((r) => r.scored);
  const actors = scored.filter(countsAsActor);
  const named = actors.filter((s) => NAMED.has(s.gold.form));
  const others = actors.filter((s) => !NAMED.has(s.gold.form));
  const spurious = reports.reduce((sum, r) => sum + r.spurious.length, 0);
  const wrong = scored.filter((s) => s.result === "wrong").length;
  const isRight = (s: ScoredActor) => s.result === "right";
  return {
    all: share(actors, isRight),
    names: share(named, isRight),
    pronouns_nominals: share(others, isRight),
    wrong: scored.length ? (100 * (wrong + spurious)) / scored.length : 0,
    states: share(actors, (s) => s.stateRight),
    spurious: scored.length ? (100 * spurious) / scored.length : 0,
    mentions: actors.length,
    marks: scored.length,
  };
}

/** True for marks with a code that are not aside: those by which an actor coder is judged. */
export function countsAsActor({ gold }: ScoredActor): boolean {
  return gold.codes !== undefined && !gold.aside;
}

function share(of: readonly ScoredActor[], holds: (s: ScoredActor) => boolean): number {
  return of.length ? (100 * of.filter(holds).length) / of.length : 0;
}
