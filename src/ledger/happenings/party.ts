import type { Participant } from "../../event/event.js";
import type { Sector } from "../../knowledge/sector.js";

/** One of those who act, or whom an act befalls. */
export interface Party {
  readonly code: string;
  readonly sector?: Sector;
  readonly person?: string;
  readonly agency?: string;
}

/** Those of `participants` who are known, each once. */
export function parties(participants: readonly Pick<Participant, "actor">[]): Party[] {
  const found = new Map<string, Party>();
  for (const { actor } of participants) {
    if (!actor.known) continue;
    const { code, sector, person, agency } = actor.value;
    const party = { code, ...(sector && { sector }), ...(person && { person }), ...(agency && { agency }) };
    found.set(`${code} ${person ?? ""}`, party);
  }
  return [...found.values()];
}

/** Those who act for a state. */
export const GOVERNING: ReadonlySet<Sector> = new Set(["GOV", "MIL", "SPY", "COP"]);
/** Those who may hold an office, too. */
const POLITICAL: ReadonlySet<Sector> = new Set(["PTY", "OPP", "LEG", "ELI", "JUD"]);

/** True where one acts for the state and the other is a private person or a rebel of it: the police and the gunman. */
export function areOpposed(a: Party, b: Party): boolean {
  if (!a.sector || !b.sector || POLITICAL.has(a.sector) || POLITICAL.has(b.sector)) return false;
  return GOVERNING.has(a.sector) !== GOVERNING.has(b.sector);
}
