import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Reading } from "../../reading/reading.js";
import type { StepKind } from "../across/step.js";
import { all, jsonRows } from "../json-rows.js";
import { ExchangeTables } from "./exchange-tables.js";
import { Linker } from "./linker.js";
import { turnsOf } from "./turn.js";
import { TurnMemory, TurnTables } from "./turn-tables.js";

/** Keeps the exchanges across reports in step with readings and happenings. */
export const exchangesStep: StepKind = {
  name: "exchanges",
  version: 5,
  tables: [
    "turns",
    "turn_keys",
    "turn_links",
    "linked_exchanges",
    "linked_exchange_turns",
    "linked_exchange_actors",
    "linked_exchange_answers",
  ],
  open() {
    const memory = new TurnMemory();
    return ({ db, insert, changes }) => {
      const tables = new TurnTables(db, insert, memory);
      const linker = new Linker(tables);
      const exchanges = new ExchangeTables(db, insert, tables, changes.exchanges);
      const kept = new Set<string>();
      return {
        async take(report, next) {
          tables.forgetTerms(report);
          if (next && (await tellsTheSame(tables, report, next))) kept.add(report);
          else await linker.take(report);
        },
        async put(readings) {
          linker.put(
            readings.filter(({ report }) => !kept.has(report.id)).map((reading) => turnsOf(reading)),
          );
        },
        async settle() {
          await linker.settle();
          if (linker.touched.size === 0 && changes.happenings.size === 0) return;
          const moved = await jsonRows<string>(
            db,
            sql`select json_group_array(event) as found from happening_events where happening in ${all([...changes.happenings])}`,
          );
          await exchanges.decide([...linker.touched, ...moved]);
          linker.touched.clear();
        },
      };
    };
  },
};

async function tellsTheSame(tables: TurnTables, report: string, next: Reading): Promise<boolean> {
  const { turns, links } = turnsOf(next);
  if (!isDeepStrictEqual(await tables.ofReport(report), byId(turns))) return false;
  const now = links.map((link) => `${link.answer} ${link.opening} ${link.answerIs} ${link.exchange}`);
  return isDeepStrictEqual(new Set(await tables.toldLinks(report)), new Set(now));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
