import { daysFrom } from "../../record/day.js";
import { GroupingIndex } from "../grouping/grouping-index.js";
import type { GroupingRules } from "../grouping/rules.js";
import type { PositionTables } from "./position-tables.js";
import { POSITION_RULES } from "./rules.js";
import type { Stand } from "./stand.js";
import { standLikeness } from "./stand-likeness.js";

/** The positions of a ledger, as groups of stands. */
export function standIndex(
  tables: PositionTables,
  rules: GroupingRules = POSITION_RULES,
): GroupingIndex<Stand> {
  return new GroupingIndex(tables, rules, {
    id: ({ id }) => id,
    day: ({ day }) => day,
    keys: keysOfStand,
    compare(a, b) {
      const found = standLikeness(a, b);
      if (!found) return undefined;
      const days = a.day && b.day ? Math.abs(daysFrom(a.day, b.day)) : 0;
      return { similarity: Number(found.points.toFixed(3)), days };
    },
  });
}

const WORDS_AS_KEYS = 2;

/** By whom it is taken and whom it names; where nobody is named, by its heaviest words. */
export function keysOfStand({ actor, stance, toward, about, words }: Stand): string[] {
  const named = [...new Set([...toward, ...about])];
  const last = named.length > 0 ? named : words.slice(0, WORDS_AS_KEYS).map(([word]) => word);
  return last.map((key) => `${actor} ${stance} ${key}`);
}
