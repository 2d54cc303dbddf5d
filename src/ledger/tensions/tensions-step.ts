import { sql } from "kysely";
import type { StepKind } from "../across/step.js";
import { all, jsonRows } from "../json-rows.js";
import { changedPositions } from "./changed-positions.js";
import { deniedActs } from "./denied-acts.js";
import { deniedCharges } from "./denied-charges.js";
import { flowClaims } from "./flow-claims.js";
import { happeningFigures } from "./happening-figures.js";
import { numberedActs } from "./numbered-acts.js";
import { promiseClaims } from "./promise-claims.js";
import { quoteClaims } from "./quote-claims.js";
import { TensionTables } from "./tension-tables.js";
import { tollClaims } from "./toll-claims.js";

/** Keeps the tensions in step with the reports, and with the stories, happenings, exchanges and positions. */
export const tensionsStep: StepKind = {
  name: "tensions",
  version: 4,
  tables: [
    "tension_claims",
    "tension_claim_groups",
    "tensions",
    "tension_sides",
    "tension_actors",
    "tension_bases",
  ],
  open:
    () =>
    ({ db, insert, changes }) => {
      const tables = new TensionTables(db, insert);
      const groups = new Set<string>();
      const [stories, happenings, exchanges] = [new Set<string>(), new Set<string>(), new Set<string>()];
      const touch = async (touched: readonly string[]) => {
        for (const group of await tables.groupsOf(touched)) groups.add(group);
        const reports = all(touched);
        const parts = await jsonRows<[string, string]>(
          db,
          sql`select json_group_array(json_array(what, id)) as found from (
            select 'story' as what, story as id from story_reports where report in ${reports}
            union select 'happening', happening from happening_events where report in ${reports}
            union select 'exchange', linked_exchange from linked_exchange_answers where report in ${reports}
            union select 'exchange', id from linked_exchanges where report in ${reports})`,
        );
        const sets: Readonly<Record<string, Set<string>>> = {
          story: stories,
          happening: happenings,
          exchange: exchanges,
        };
        for (const [what, id] of parts) sets[what]!.add(id);
      };
      const touched = new Set<string>();
      return {
        async take(report) {
          touched.add(report);
          await touch([report]);
          await tables.take(report);
        },
        async put(readings) {
          for (const { report } of readings) touched.add(report.id);
          tables.put(
            readings.flatMap((reading) => [
              ...flowClaims(reading),
              ...tollClaims(reading),
              ...quoteClaims(reading),
              ...promiseClaims(reading),
            ]),
          );
        },
        async settle() {
          await touch([...touched]);
          for (const id of changes.stories) stories.add(id);
          for (const id of changes.happenings) happenings.add(id);
          for (const id of changes.exchanges) exchanges.add(id);
          const found = [
            ...(await tables.inGroups([...groups])),
            ...(await tables.inStories([...stories])),
            ...(await deniedActs(db, [...happenings])),
            ...(await happeningFigures(db, [...happenings])),
            ...(await numberedActs(db, [...happenings])),
            ...(await deniedCharges(db, [...exchanges])),
            ...(await changedPositions(db, [...changes.positions])),
          ];
          await tables.replace(
            [...groups, ...stories, ...happenings, ...exchanges, ...changes.positions],
            found,
          );
        },
      };
    },
};
