/** PLOVER's primary sectors that demarche uses, and CAMEO's that the older lists carry (JEW, MUS, CHR). */
export const SECTORS = [
  "GOV",
  "MIL",
  "REB",
  "OPP",
  "PTY",
  "AGR",
  "BUS",
  "CRM",
  "CVL",
  "EDU",
  "ELI",
  "ENV",
  "HLH",
  "HRI",
  "IGO",
  "JUD",
  "LAB",
  "LEG",
  "MED",
  "NGO",
  "REF",
  "REL",
  "SPY",
  "UNS",
  "COP",
  "JEW",
  "MUS",
  "CHR",
] as const;
export type Sector = (typeof SECTORS)[number];

/** A sector from a table's field, undefined where the field is empty. Throws an Error on an unknown one. */
export function sector(field: string): Sector | undefined {
  if (field === "") return undefined;
  if ((SECTORS as readonly string[]).includes(field)) return field as Sector;
  throw new Error(`sector: one of ${SECTORS.join(", ")} expected, ${field} met`);
}
