import type { Position, StandOfPosition } from "../../ledger/positions/position.js";
import type { ExitStatus } from "../exit-status.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { positionLines } from "../render/positions.js";
import type { Terminal } from "../terminal.js";
import { printAcross } from "./print-across.js";

export interface PositionsOptions extends AcrossOptions {
  readonly of?: readonly string[];
  readonly single?: boolean;
  readonly changed?: boolean;
}

/** The columns of --csv: a time that a position was told a row. */
const COLUMNS = [
  "position",
  "actor",
  "stance",
  "toward",
  "about",
  "name",
  "first_seen",
  "last_seen",
  "reports",
  "changed_from",
  "changed_to",
  "row",
  "report",
  "outlet",
  "published",
  "day",
  "person",
  "words",
  "nearest",
  "points",
  "reasons",
];

/** `demarche positions`: prints what actors hold, as it is repeated over time and speakers, with changes. */
export async function positionsCommand(options: PositionsOptions, terminal: Terminal): Promise<ExitStatus> {
  const { of, single, changed } = options;
  return printAcross(options, terminal, {
    none: "No position fits.",
    columns: COLUMNS,
    list: (ledger) =>
      ledger.positions({
        ...acrossFilter(options),
        ...(of && { of }),
        ...(changed ? { changed } : !single && { fewest: 2 }),
      }),
    lines: (position) => positionLines(terminal, position),
    rows: (position) => position.stands.map((stand) => row(position, stand)),
  });
}

function row(position: Position, stand: StandOfPosition) {
  const others = (changes: Position["changedTo"]) => changes?.map((change) => change.position).join(" ");
  return [
    position.id,
    position.actor,
    position.stance,
    position.toward.join(" "),
    position.about.join(" "),
    position.name,
    position.firstSeen,
    position.lastSeen,
    position.reports,
    others(position.changedFrom),
    others(position.changedTo),
    stand.id,
    stand.report,
    stand.outlet,
    stand.published,
    stand.day,
    stand.person,
    stand.words,
    stand.nearest,
    stand.points,
    stand.reasons?.join("; "),
  ];
}
