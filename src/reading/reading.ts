import type { Mention } from "../actor/actor.js";
import type { Introduction } from "../actor/learned-offices.js";
import type { Event } from "../event/event.js";
import type { Analysis } from "../language/analysis.js";
import type { Exchange } from "../ledger/exchanges/exchange.js";
import type { Where } from "../place/where.js";
import type { Quantity } from "../quantity/quantity.js";
import type { Statement } from "../quotation/statement.js";
import type { Relation } from "../relation/relation.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";

/** All that one report yields. A reading is pure: same report, models, codebook and knowledge, same rows. */
export interface Reading {
  readonly kind: "reading";
  readonly report: Report;
  readonly analysis: Analysis;
  readonly mentions: readonly Mention[];
  readonly times: readonly When[];
  readonly places: readonly Where[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly exchanges: readonly Exchange[];
  /** Numbers that count or measure something. Absent where there are none. */
  readonly quantities?: readonly Quantity[];
  /** How states stand to each other, by the report's words. Absent where nothing of that kind is told. */
  readonly relations?: readonly Relation[];
  /** Offices that the report gives people: evidence for others that name them only. Absent where there are none. */
  readonly introductions?: readonly Introduction[];
  /** Names (folded) of people whose office other reports must tell. Absent where there are none. */
  readonly sought?: readonly string[];
}
