import { isDeepStrictEqual } from "node:util";
import type { StepKind } from "../across/step.js";
import { PositionTables, StandMemory } from "./position-tables.js";
import { standsOf } from "./stand.js";
import { standIndex } from "./stand-index.js";

/** Keeps the positions in step with the reports. A report that takes the same stands as before changes nothing. */
export const positionsStep: StepKind = {
  name: "positions",
  version: 2,
  tables: [
    "stands",
    "stand_keys",
    "stand_links",
    "positions",
    "position_codes",
    "position_stands",
    "position_changes",
  ],
  open() {
    const memory = new StandMemory();
    return ({ db, insert, changes }) => {
      const tables = new PositionTables(db, insert, memory, changes.positions);
      const index = standIndex(tables);
      return {
        async take(report, next) {
          const there = await tables.ofReports([report]);
          const now = next && standsOf(next).map(({ id }) => id);
          if (now && isDeepStrictEqual(there, now.sort())) return;
          for (const id of there) await index.remove(id);
        },
        async put(readings) {
          const there = new Set(await tables.ofReports(readings.map(({ report }) => report.id)));
          await index.add(readings.flatMap(standsOf).filter(({ id }) => !there.has(id)));
        },
        async settle() {
          await index.settle();
          await tables.decideChanges();
        },
      };
    };
  },
};
