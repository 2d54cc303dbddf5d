import { daysFrom } from "../../record/day.js";
import { GroupingIndex } from "../grouping/grouping-index.js";
import type { GroupingRules } from "../grouping/rules.js";
import type { HappeningTables } from "./happening-tables.js";
import { keysOf } from "./keys.js";
import { likenessPoints } from "./likeness.js";
import { HAPPENING_RULES } from "./rules.js";
import type { Telling } from "./tellings.js";

/** The happenings of a ledger, as groups of tellings. */
export function happeningIndex(
  tables: HappeningTables,
  rules: GroupingRules = HAPPENING_RULES,
): GroupingIndex<Telling> {
  return new GroupingIndex(tables, rules, {
    id: ({ id }) => id,
    day: ({ day }) => day,
    keys: keysOf,
    compare(a, b) {
      const points = likenessPoints(a.profile, b.profile, a.report === b.report);
      if (points === undefined) return undefined;
      const days = a.day && b.day ? Math.abs(daysFrom(a.day, b.day)) : 0;
      return { similarity: Number(points.toFixed(3)), days };
    },
  });
}
