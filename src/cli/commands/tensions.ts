import type { TensionSide } from "../../ledger/tensions/tension.js";
import type { TensionRule } from "../../ledger/tensions/tension-rules.js";
import type { ExitStatus } from "../exit-status.js";
import { type AcrossOptions, acrossFilter } from "../options.js";
import { tensionLines } from "../render/tensions.js";
import type { Terminal } from "../terminal.js";
import { printAcross } from "./print-across.js";

export interface TensionsOptions extends AcrossOptions {
  readonly rule?: TensionRule;
}

const SIDE = ["report", "outlet", "published", "row", "day", "start", "end", "words", "sentence"];
/** The columns of --csv: a tension a row. */
const COLUMNS = [
  "tension",
  "rule",
  "reason",
  "actors",
  "about",
  "others",
  ...["first", "second"].flatMap((side) => SIDE.map((column) => `${side}_${column}`)),
];

/** `demarche tensions`: prints pairs that do not sit well together, with both texts. */
export async function tensionsCommand(options: TensionsOptions, terminal: Terminal): Promise<ExitStatus> {
  const { rule } = options;
  return printAcross(options, terminal, {
    none: "No tension fits.",
    columns: COLUMNS,
    list: (ledger) => ledger.tensions({ ...acrossFilter(options), ...(rule && { rule }) }),
    lines: (tension) => tensionLines(terminal, tension),
    rows: ({ id, rule, reason, actors, about, others, first, second }) => [
      [id, rule, reason, actors.join(" "), about.join(" "), others, ...cells(first), ...cells(second)],
    ],
  });
}

function cells({ report, outlet, published, id, day, start, end, words, sentence }: TensionSide) {
  return [report, outlet, published, id, day, start, end, words, sentence];
}
