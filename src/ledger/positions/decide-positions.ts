import { daysFrom } from "../../record/day.js";
import { identifier } from "../../record/identifier.js";
import { byNumber, countsOf, heaviestWords } from "../commonest.js";
import { averageLink } from "../grouping/average-link.js";
import type { Stance } from "./position-words.js";
import { POSITION_RULES } from "./rules.js";
import type { Stand } from "./stand.js";
import { standLikeness } from "./stand-likeness.js";

/** Why a stand belongs to its position. */
export interface DecidedStand {
  readonly stand: Stand;
  /** The stand before it that is most like it; this and the rest absent for the first. */
  readonly nearest?: string;
  readonly points?: number;
  readonly reasons?: readonly string[];
}

/** A position as its stands make it. */
export interface DecidedPosition {
  readonly id: string;
  readonly actor: string;
  readonly stance: Stance;
  /** Words that its stands use, what counts most first. */
  readonly name: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  readonly reports: number;
  /** Codes with the number of stands that name them, the commonest first. */
  readonly toward: readonly string[];
  readonly about: readonly string[];
  readonly stands: readonly DecidedStand[];
}

const APART = -10;

/** The positions that stands make, grouped by average link. The order in which the stands are given does not matter. */
export function decidePositions(stands: readonly Stand[]): DecidedPosition[] {
  const ordered = [...stands].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const n = ordered.length;
  const points = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      points[i * n + j] = pointsOf(ordered[i]!, ordered[j]!);
      points[j * n + i] = points[i * n + j]!;
    }
  return averageLink(points, n, POSITION_RULES.similarity).map((group) => {
    const members = group.map((i) => ordered[i]!);
    const days = members.map(({ day }) => day).filter((day) => day !== "");
    return {
      id: identifier("p", members[0]!.row, members[0]!.actor, members[0]!.stance),
      actor: members[0]!.actor,
      stance: members[0]!.stance,
      name: heaviestWords(members.map(({ words }) => words)),
      ...(days.length > 0 && { firstSeen: days[0]!, lastSeen: days.at(-1)! }),
      reports: new Set(members.map(({ report }) => report)).size,
      toward: byNumber(countsOf(members.flatMap(({ toward }) => toward))),
      about: byNumber(countsOf(members.flatMap(({ about }) => about))),
      stands: group.map((i, place) => {
        if (place === 0) return { stand: ordered[i]! };
        const before = group.slice(0, place);
        const nearest = before.reduce((best, j) => (points[i * n + j]! > points[i * n + best]! ? j : best));
        return {
          stand: ordered[i]!,
          nearest: ordered[nearest]!.row,
          points: Number(points[i * n + nearest]!.toFixed(2)),
          reasons: standLikeness(ordered[i]!, ordered[nearest]!)?.reasons ?? [],
        };
      }),
    };
  });
}

function pointsOf(a: Stand, b: Stand): number {
  const dated = a.day !== "" && b.day !== "";
  if (dated ? Math.abs(daysFrom(a.day, b.day)) > POSITION_RULES.days : a.day !== b.day) return APART;
  return standLikeness(a, b)?.points ?? APART;
}

/** By day, those without one first; of one day by report and place in it. */
function orderOf({ day, report, start, id }: Stand): string {
  return `${day} ${report} ${String(start).padStart(9, "0")} ${id}`;
}
