import type { EventOfHappening, Happening } from "../../ledger/happenings/happening.js";
import type { ExitStatus } from "../exit-status.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { happeningLines } from "../render/happenings.js";
import type { Terminal } from "../terminal.js";
import { printAcross } from "./print-across.js";

export interface HappeningsOptions extends AcrossOptions {
  readonly several?: boolean;
}

/** The columns of --csv: an event of a happening a row. */
const COLUMNS = [
  "happening",
  "type",
  "reality",
  "name",
  "first_day",
  "last_day",
  "sources",
  "targets",
  "about",
  "reports",
  "outlets",
  "independent_outlets",
  "event",
  "report",
  "outlet",
  "published",
  "event_type",
  "status",
  "trigger",
  "sentence",
  "nearest",
  "points",
  "reasons",
  "probability",
];

/** `demarche happenings`: prints what events tell of, with the events and the reason of each link. */
export async function happeningsCommand(options: HappeningsOptions, terminal: Terminal): Promise<ExitStatus> {
  return printAcross(options, terminal, {
    none: "No happening fits.",
    columns: COLUMNS,
    list: (ledger) => ledger.happenings({ ...acrossFilter(options), ...(options.several && { fewest: 2 }) }),
    lines: (happening) => happeningLines(terminal, happening),
    rows: (happening) => happening.events.map((event) => row(happening, event)),
  });
}

function row(happening: Happening, event: EventOfHappening) {
  return [
    happening.id,
    happening.type,
    happening.reality,
    happening.name,
    happening.firstDay,
    happening.lastDay,
    happening.sources.join(" "),
    happening.targets.join(" "),
    happening.about.join(" "),
    happening.reports,
    happening.outlets,
    happening.independentOutlets,
    event.id,
    event.report,
    event.outlet,
    event.published,
    event.type,
    event.status,
    event.trigger,
    event.sentence,
    event.nearest,
    event.points,
    event.reasons?.join("; "),
    event.probability,
  ];
}
