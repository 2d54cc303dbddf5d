import { dayAfter } from "../../record/day.js";
import { identifier } from "../../record/identifier.js";
import { commonest, heaviestWords } from "../commonest.js";
import { groupBy } from "../group-by.js";
import { averageLink } from "../grouping/average-link.js";
import { independentOutlets, originals } from "../stories/copies.js";
import type { Decisions } from "./decisions.js";
import type { Happening } from "./happening.js";
import { likeness, likenessPoints } from "./likeness.js";
import type { Party } from "./party.js";
import { HAPPENING_RULES } from "./rules.js";
import type { Telling } from "./tellings.js";

/** What a happening needs to know of the report of a telling. */
export interface ReportOfTelling {
  readonly id: string;
  readonly published?: string;
  /** Whose report it is: the agency that its dateline names, else the outlet. */
  readonly outlet?: string;
  /** Hashes of stretches of words, by which copies are told (`stories/copies.ts`). */
  readonly sketch: readonly number[];
}

/** Why an event belongs to its happening. */
export interface DecidedEvent {
  readonly event: string;
  readonly telling: string;
  readonly report: string;
  /** The event that it was linked to; this and the rest absent for an event that was linked to none. */
  readonly nearest?: string;
  readonly points?: number;
  readonly reasons?: readonly string[];
}

/** A happening as its tellings make it. */
export interface DecidedHappening
  extends Omit<Happening, "kind" | "sources" | "targets" | "about" | "events"> {
  readonly actors: readonly { readonly role: Role; readonly code: string; readonly reports: number }[];
  readonly tellings: readonly string[];
  readonly events: readonly DecidedEvent[];
}

type Role = "source" | "target" | "about";

/** Points of pairs of tellings by their identifiers, the earlier one first: they follow from these, so that they can be kept. */
export type KnownPoints = Map<string, Map<string, number>>;

const JOINED = 1000;
const APART = -10;

/**
 * The happenings that tellings make, grouped by average link over the points that speak for each pair; what a person
 * decided comes before. The order in which they are given does not matter.
 */
export function decideHappenings(
  tellings: readonly Telling[],
  reports: ReadonlyMap<string, ReportOfTelling>,
  decisions: Decisions,
  known: KnownPoints = new Map(),
): DecidedHappening[] {
  const ordered = [...tellings].sort(inOrder(reports));
  const n = ordered.length;
  const points = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      points[i * n + j] = pointsOf(ordered[i]!, ordered[j]!, decisions, known);
      points[j * n + i] = points[i * n + j]!;
    }
  asOne(points, n);
  return averageLink(points, n, HAPPENING_RULES.similarity).map((group) => {
    const members = group.map((i) => ordered[i]!);
    const nearest = (i: number) =>
      group.reduce<number | undefined>(
        (best, j) =>
          j !== i && (best === undefined || points[i * n + j]! > points[i * n + best]!) ? j : best,
        undefined,
      );
    const events = group.flatMap((i) => {
      const other = nearest(i);
      return eventsOf(ordered[i]!, other === undefined ? undefined : ordered[other]!, decisions);
    });
    return happening(members, events, reports);
  });
}

/** Tellings that a person joined are, to all others, what the most like of them is; what parts one of them parts all. */
function asOne(points: Float64Array, n: number): void {
  const group = Array.from({ length: n }, (_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : find(group[i]!));
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) if (points[i * n + j] === JOINED) group[find(j)] = find(i);
  const members = groupBy(
    group.map((_, i) => i),
    find,
  );
  const joined = [...members.values()].filter((one) => one.length > 1);
  for (const one of joined)
    for (const other of members.values()) {
      if (one === other) continue;
      const between = one.flatMap((i) => other.map((j) => points[i * n + j]!));
      const parted = between.includes(Number.NEGATIVE_INFINITY);
      const all = parted ? Number.NEGATIVE_INFINITY : Math.max(...between);
      for (const i of one)
        for (const j of other) {
          points[i * n + j] = all;
          points[j * n + i] = all;
        }
    }
}

function pointsOf(a: Telling, b: Telling, decisions: Decisions, known: KnownPoints): number {
  const decision = decisions.none ? undefined : decisions.between(a.profile.events, b.profile.events);
  if (decision) return decision === "join" ? JOINED : Number.NEGATIVE_INFINITY;
  const of = known.get(a.id) ?? new Map<string, number>();
  known.set(a.id, of);
  let points = of.get(b.id);
  if (points === undefined) {
    points = likenessPoints(a.profile, b.profile, a.report === b.report) ?? APART;
    of.set(b.id, points);
  }
  return points;
}

function eventsOf(telling: Telling, other: Telling | undefined, decisions: Decisions): DecidedEvent[] {
  const [first] = telling.profile.events;
  const { id, report } = telling;
  const own = { event: first!, telling: id, report };
  return [
    other ? { ...own, nearest: other.profile.events[0]!, ...why(telling, other, decisions) } : own,
    ...telling.joined.map(({ event, nearest, points, reasons }) => ({
      event,
      telling: id,
      report,
      nearest,
      points,
      reasons,
    })),
  ];
}

function why(a: Telling, b: Telling, decisions: Decisions): Pick<DecidedEvent, "points" | "reasons"> {
  if (decisions.between(a.profile.events, b.profile.events)) return { reasons: ["a person joined them"] };
  const found = likeness(a.profile, b.profile, a.report === b.report);
  return { points: Number((found?.points ?? APART).toFixed(2)), reasons: found?.reasons ?? [] };
}

/** By the date of the report, those without one first; then by report and place in it. */
function inOrder(reports: ReadonlyMap<string, ReportOfTelling>) {
  const key = ({ report, profile }: Telling) =>
    `${reports.get(report)?.published ?? ""} ${report} ${profile.events[0]}`;
  return (a: Telling, b: Telling) => (key(a) < key(b) ? -1 : 1);
}

/** @param members in order */
function happening(
  members: readonly Telling[],
  events: readonly DecidedEvent[],
  reports: ReadonlyMap<string, ReportOfTelling>,
): DecidedHappening {
  const ids = [...new Set(members.map(({ report }) => report))];
  const tellers = ids.map((id) => reports.get(id)!);
  const [first, last] = [tellers[0]!.published, tellers.at(-1)!.published];
  const days = daysOf(members);
  const outlets = tellers.map((teller) => ({ ...teller, terms: [] }));
  return {
    id: identifier("h", members[0]!.profile.events[0]!, "happening"),
    type: commonest(members.map(({ profile }) => profile.types[0]!)),
    reality: members[0]!.profile.reality,
    name: heaviestWords(members.map(({ profile }) => profile.words)),
    ...(days && { firstDay: days.first, lastDay: days.last }),
    ...(first && { firstPublished: first }),
    ...(last && { lastPublished: last }),
    reports: ids.length,
    outlets: new Set(tellers.flatMap(({ outlet }) => outlet ?? [])).size,
    independentOutlets: independentOutlets(outlets, originals(outlets)),
    actors: [
      ...actorsOf(members, "source", ({ profile }) => profile.sources.map(code)),
      ...actorsOf(members, "target", ({ profile }) => profile.targets.map(code)),
      ...actorsOf(members, "about", ({ profile }) => profile.about),
    ],
    tellings: members.map(({ id }) => id),
    events,
  };
}

const code = ({ code }: Party) => code;

/** The interval that most tellings give; of equals the finest, then the earliest. */
function daysOf(members: readonly Telling[]): { readonly first: string; readonly last: string } | undefined {
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const { profile } of members) {
    if (!profile.from || !profile.to) continue;
    const [from, to] = [profile.from.slice(0, 10), profile.to.slice(0, 10)];
    const entry = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
    counts.set(`${from} ${to}`, { ...entry, count: entry.count + 1 });
  }
  const length = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from);
  const [best] = [...counts.values()].sort(
    (a, b) => b.count - a.count || length(a) - length(b) || (a.from < b.from ? -1 : 1),
  );
  if (!best) return undefined;
  const last = dayAfter(best.to, -1);
  return { first: best.from, last: [last, best.from].sort()[1]! };
}

function actorsOf(members: readonly Telling[], role: Role, codesOf: (telling: Telling) => readonly string[]) {
  const reports = new Map<string, Set<string>>();
  for (const member of members)
    for (const code of codesOf(member))
      reports.set(code, (reports.get(code) ?? new Set()).add(member.report));
  return [...reports]
    .map(([code, of]) => ({ role, code, reports: of.size }))
    .sort((a, b) => b.reports - a.reports || (a.code < b.code ? -1 : 1));
}
