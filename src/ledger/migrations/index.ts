import type { Migration } from "kysely";
import { firstTables } from "./0001-first-tables.js";
import { offices } from "./0002-offices.js";
import { attributionLinks } from "./0003-attribution-links.js";
import { quantities } from "./0004-quantities.js";
import { mentionConfidence } from "./0005-mention-confidence.js";
import { stories } from "./0006-stories.js";

/** Every change of the ledger's layout, in order. A migration that was released is never edited: add the next one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-offices": offices,
  "0003-attribution-links": attributionLinks,
  "0004-quantities": quantities,
  "0005-mention-confidence": mentionConfidence,
  "0006-stories": stories,
};
