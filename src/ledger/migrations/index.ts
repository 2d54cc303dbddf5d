import type { Migration } from "kysely";
import { firstTables } from "./0001-first-tables.js";
import { offices } from "./0002-offices.js";
import { attributionLinks } from "./0003-attribution-links.js";
import { quantities } from "./0004-quantities.js";
import { mentionConfidence } from "./0005-mention-confidence.js";
import { stories } from "./0006-stories.js";
import { happenings } from "./0007-happenings.js";
import { exchangesAcrossReports } from "./0008-exchanges-across-reports.js";
import { relations } from "./0009-relations.js";
import { issues } from "./0010-issues.js";
import { history } from "./0011-history.js";
import { positions } from "./0012-positions.js";
import { tensions } from "./0013-tensions.js";
import { searchIndexes } from "./0014-search-indexes.js";
import { reviews } from "./0015-reviews.js";
import { quickFilters } from "./0020-quick-filters.js";
import { reviewsOfAnswers } from "./0021-reviews-of-answers.js";
import { statementActors } from "./0022-statement-actors.js";
import { fewerIndexes } from "./0023-fewer-indexes.js";
import { probabilities } from "./0024-probabilities.js";
import { stepsWithEvents } from "./0025-steps-with-events.js";
import { fewerRows } from "./0026-fewer-rows.js";

/** Every change of the ledger's layout, in order. A migration that was released is never edited: add the next one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-offices": offices,
  "0003-attribution-links": attributionLinks,
  "0004-quantities": quantities,
  "0005-mention-confidence": mentionConfidence,
  "0006-stories": stories,
  "0007-happenings": happenings,
  "0008-exchanges-across-reports": exchangesAcrossReports,
  "0009-relations": relations,
  "0010-issues": issues,
  "0011-history": history,
  "0012-positions": positions,
  "0013-tensions": tensions,
  "0014-search-indexes": searchIndexes,
  "0015-reviews": reviews,
  "0020-quick-filters": quickFilters,
  "0021-reviews-of-answers": reviewsOfAnswers,
  "0022-statement-actors": statementActors,
  "0023-fewer-indexes": fewerIndexes,
  "0024-probabilities": probabilities,
  "0025-steps-with-events": stepsWithEvents,
  "0026-fewer-rows": fewerRows,
};
