import { eventFamilies } from "./families.js";
import type { Party } from "./party.js";
import type { Telling } from "./tellings.js";

const MOST_CODES = 3;

/**
 * By what a telling is found: the families of its types with who did it, and with whom it befell; where neither is known,
 * with the trigger; and by the words that it quotes. For mutual acts both sides are alike.
 */
export function keysOf({ profile }: Telling): string[] {
  const { of } = eventFamilies();
  const families = [...new Set(profile.types.flatMap((type) => of.get(type)!))];
  const sources = codes(profile.sources);
  const targets = codes(profile.targets);
  const sides = profile.mutual
    ? codes([...profile.sources, ...profile.targets]).map((code) => `with ${code}`)
    : [...sources.map((code) => `by ${code}`), ...targets.map((code) => `to ${code}`)];
  const who = sides.length > 0 ? sides : profile.triggers.slice(0, 1);
  const quoted = (profile.quoted ?? []).map((stretch) => `quotes ${stretch}`);
  const kind = profile.reality === "done" ? "" : `${profile.reality} `;
  return [...families.flatMap((family) => who.map((side) => `${kind}${family} ${side}`)), ...quoted];
}

function codes(parties: readonly Party[]): string[] {
  return [...new Set(parties.map(({ code }) => code))].slice(0, MOST_CODES);
}
