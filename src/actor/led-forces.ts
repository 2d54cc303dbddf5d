import type { Analysis } from "../language/analysis.js";
import type { Description } from "./describe.js";
import type { Hit, Hits } from "./hits.js";
import { stateCode } from "./modifiers.js";

/**
 * "the U.S.-led coalition", "NATO-led troops": forces of several states are those of whoever leads them, wherever they
 * stand; what a state only backs is not its own. Undefined for what is no force, and for one that nobody is said to lead.
 * @param from the first word of the phrase whose noun is `role`
 */
export function ofLeader(
  analysis: Analysis,
  hits: Hits,
  description: Description,
  from: number,
  { role, first }: Hit,
): Description | undefined {
  if (role!.role !== "coalition" && (description.sector !== "MIL" || role!.kind === "post")) return undefined;
  for (let i = from; i < first; i++) {
    const leader = hits.at(i);
    const [name] = leader?.names ?? [];
    if (!leader || !name || leader.last + 1 >= first) continue;
    const isLed =
      DASHES.has(analysis.words[leader.last]!.form) &&
      analysis.words[leader.last + 1]!.form.toLowerCase() === "led";
    if (!isLed || (stateCode(leader) === undefined && name.kind !== "organisation")) continue;
    return {
      ...description,
      codes: [name.code],
      sector: description.sector ?? "MIL",
      by: `${description.by}, led by ${name.code}`,
      open: false,
    };
  }
  return undefined;
}

const DASHES: ReadonlySet<string> = new Set(["-", "–"]);
