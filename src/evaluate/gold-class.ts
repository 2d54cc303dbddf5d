import { PLV_CLASSES, type PlvClass } from "../event/crosswalk.js";
import { readTable } from "../knowledge/table.js";

/** Whose codes a gold file's numbers are: CAMEO's or those of the World Event/Interaction Survey, which came before it. */
export const CODE_SCHEMES = ["cameo", "weis"] as const;
export type CodeScheme = (typeof CODE_SCHEMES)[number];

/** Names that older versions of PLOVER have for its types. */
const OLDER: Readonly<Record<string, PlvClass>> = {
  CONCEDE: "YIELD",
  RETREAT: "YIELD",
  DEMAND: "REQUEST",
  DISAPPROVE: "ACCUSE",
  INVESTIGATE: "ACCUSE",
  FIGHT: "ASSAULT",
};

const crosswalks = new Map<CodeScheme, ReadonlyMap<string, string>>();

/**
 * The class of a PLOVER type or of a code of `scheme`; undefined where it has none. CAMEO's codes have theirs by PLOVER's
 * crosswalk (`knowledge/cameo-types.tsv`), those of WEIS (McClelland 1978, ICPSR 5211) by `knowledge/weis-types.tsv`.
 */
export function goldClass(type: string, scheme: CodeScheme = "cameo"): PlvClass | undefined {
  const name = type.trim().toUpperCase();
  if (!/^\d/.test(name)) return OLDER[name] ?? PLV_CLASSES.find((c) => c === name);
  const types = crosswalk(scheme);
  for (let n = name.length; n > 1; n--) {
    const found = types.get(name.slice(0, n));
    if (found) return goldClass(found);
  }
  return undefined;
}

function crosswalk(scheme: CodeScheme): ReadonlyMap<string, string> {
  const known = crosswalks.get(scheme);
  if (known) return known;
  const rows = readTable(`${scheme}-types.tsv`, ["code", "type"]);
  const types = new Map(rows.map((row) => [row.code, row.type]));
  crosswalks.set(scheme, types);
  return types;
}
