import type { ExportTable } from "../table.js";
import { cameo } from "./cameo.js";
import { events } from "./events.js";
import { exchanges } from "./exchanges.js";
import { happenings } from "./happenings.js";
import { issues } from "./issues.js";
import { polecat } from "./polecat.js";
import { positions } from "./positions.js";
import { quantities } from "./quantities.js";
import { relations } from "./relations.js";
import { reports } from "./reports.js";
import { statements } from "./statements.js";
import { stories } from "./stories.js";
import { tensions } from "./tensions.js";

/** The tables that a user chooses from; `reports`, on which all rest, is always written. */
export const TABLES: readonly ExportTable[] = [
  statements,
  events,
  relations,
  quantities,
  happenings,
  exchanges,
  positions,
  tensions,
  stories,
  issues,
  polecat,
  cameo,
];
export const TABLE_NAMES: readonly string[] = TABLES.map(({ name }) => name);
export { reports };
