import { dayAfter } from "../../record/day.js";
import type { KeyedItem, Neighbours } from "./neighbours.js";

/** Between day and identifier, which stand in this order as the table's rows do. */
const THEN = "\n";

/**
 * Things that come together, one after the other: those that came first stand among the neighbours of the next, though the
 * table was asked for the neighbours of all of them before any was written.
 */
export class Arrivals {
  /** By key, each list in order. */
  private readonly came = new Map<string, string[]>();

  /** @param dayOf the day of a thing that stands in the table */
  constructor(
    private readonly rules: { readonly nearest: number; readonly days: number },
    private readonly dayOf: (id: string) => string,
  ) {}

  /**
   * Has the next thing come.
   * @param stored for each of its keys those of the table that stand next to it
   * @returns the same with those that came before
   */
  put({ id, day, keys }: KeyedItem, stored: readonly Neighbours[]): Neighbours[] {
    const own = day + THEN + id;
    const { days } = this.rules;
    const [first, last] = [day && dayAfter(day, -days), `${day && dayAfter(day, days)}${THEN}\u{10ffff}`];
    return keys.map((key, i) => {
      const neighbours = stored[i]!;
      const came = this.came.get(key);
      if (!came) {
        this.came.set(key, [own]);
        return neighbours;
      }
      const at = placeOf(own, came);
      const { nearest } = this.rules;
      const before = came.slice(Math.max(0, at - nearest), at).filter((place) => place >= first);
      const after = came.slice(at, at + nearest).filter((place) => place <= last);
      came.splice(at, 0, own);
      return {
        before: this.merged(neighbours.before, before).reverse().slice(0, nearest).map(idOf),
        after: this.merged(neighbours.after, after).slice(0, nearest).map(idOf),
      };
    });
  }

  private merged(ids: readonly string[], places: readonly string[]): string[] {
    return [...ids.map((id) => this.dayOf(id) + THEN + id), ...places].sort();
  }
}

function idOf(place: string): string {
  return place.slice(place.indexOf(THEN) + THEN.length);
}

/** Where `own` belongs in a list in order. */
function placeOf(own: string, list: readonly string[]): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < own) low = middle + 1;
    else high = middle;
  }
  return low;
}
