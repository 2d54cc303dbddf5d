import { daysFrom } from "../../record/day.js";
import type { Stance } from "./position-words.js";
import { positionWords } from "./position-words.js";
import { MOST_DAYS_OF_CHANGE } from "./rules.js";
import type { Stand } from "./stand.js";

/** A position as far as a change is read from it. */
export interface PositionWithStands {
  readonly id: string;
  readonly actor: string;
  readonly stance: Stance;
  readonly stands: readonly Stand[];
}

/** Two stands of one speaker towards the same, opposed, the one before the other. */
export interface PositionChange {
  readonly earlier: string;
  readonly later: string;
  readonly earlierStand: Stand;
  readonly laterStand: Stand;
}

/**
 * The change from one position to another: the pair of stands of one speaker (or of the state as such) that lie nearest
 * in time, where the first stance, and later the opposed one, is taken towards the same. Undefined where there is none.
 */
export function changeBetween(from: PositionWithStands, to: PositionWithStands): PositionChange | undefined {
  if (from.actor !== to.actor) return undefined;
  if (!positionWords().opposed.some(([first, then]) => first === from.stance && then === to.stance))
    return undefined;
  let best: { readonly change: PositionChange; readonly days: number } | undefined;
  for (const earlierStand of from.stands)
    for (const laterStand of to.stands) {
      const days = daysTo(earlierStand, laterStand);
      if (days === undefined || (best && days >= best.days)) continue;
      best = { change: { earlier: from.id, later: to.id, earlierStand, laterStand }, days };
    }
  return best?.change;
}

/** Days from one stand to the opposed one after it; undefined where it is not after it, or another's, or towards others. */
function daysTo(a: Stand, b: Stand): number | undefined {
  if (a.person !== b.person || !a.toward.some((code) => b.toward.includes(code))) return undefined;
  // What a report tells as past, with no day of its own, lies before what it tells as news.
  if (a.report === b.report && a.past !== b.past) return a.past ? 0 : undefined;
  if (a.day === "" || b.day === "") return undefined;
  const days = daysFrom(a.day, b.day);
  return days > 0 && days <= MOST_DAYS_OF_CHANGE ? days : undefined;
}
