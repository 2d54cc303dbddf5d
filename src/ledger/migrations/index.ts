import type { Migration } from "kysely";
import { firstTables } from "./0001-first-tables.js";

/** Every change of the ledger's layout, in order. A migration that was released is never edited: add the next one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
};
