import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { StepKind } from "../across/step.js";
import type { Schema } from "../schema.js";
import { happeningIndex } from "./happening-index.js";
import { HappeningMemory, HappeningTables } from "./happening-tables.js";
import { type Telling, tellingsOf } from "./tellings.js";

/** Keeps the happenings in step with the reports. A report that tells the same as before changes nothing. */
export const happeningsStep: StepKind = {
  name: "happenings",
  version: 5,
  tables: [
    "tellings",
    "telling_keys",
    "telling_links",
    "happenings",
    "happening_actors",
    "happening_tellings",
    "happening_events",
  ],
  open() {
    const memory = new HappeningMemory();
    return ({ db, insert, changes }) => {
      const tables = new HappeningTables(db, insert, memory, changes.happenings);
      const index = happeningIndex(tables);
      return {
        async take(report, next) {
          const there = await tables.ofReports([report]);
          if (
            next &&
            (await keepsItsOutlet(db, next)) &&
            isDeepStrictEqual(there, ids(await told(tables, [next])))
          )
            return;
          await index.decideAgain(there);
          for (const id of there) await index.remove(id);
        },
        async put(readings) {
          const there = new Set(await tables.ofReports(readings.map(({ report }) => report.id)));
          const tellings = await told(tables, readings);
          await index.add(tellings.filter(({ id }) => !there.has(id)));
        },
        settle: () => index.settle(),
      };
    };
  },
};

async function told(tables: HappeningTables, readings: readonly Reading[]): Promise<Telling[]> {
  const { parted } = await tables.decisionsOn(readings.flatMap(({ events }) => events.map(({ id }) => id)));
  return readings.flatMap((reading) => tellingsOf(reading, parted));
}

function ids(tellings: readonly Telling[]): string[] {
  return tellings.map(({ id }) => id).sort();
}

async function keepsItsOutlet(db: Kysely<Schema>, { report }: Reading): Promise<boolean> {
  const row = await db.selectFrom("reports").select("outlet").where("id", "=", report.id).executeTakeFirst();
  return row?.outlet === (report.outlet.known ? report.outlet.value : null);
}
