import type { Participant } from "../../event/event.js";
import type { Sector } from "../../knowledge/sector.js";
import type { Party } from "../happenings/profile.js";

/** One of those who take a turn. */
export interface Speaker extends Party {
  readonly sector?: Sector;
}

/** Those of `participants` who are known, each once. */
export function speakers(participants: readonly Pick<Participant, "actor">[]): Speaker[] {
  const found = new Map<string, Speaker>();
  for (const { actor } of participants) {
    if (!actor.known) continue;
    const { code, person, agency, sector } = actor.value;
    const speaker = { code, ...(person && { person }), ...(agency && { agency }), ...(sector && { sector }) };
    found.set(`${code} ${person ?? ""}`, speaker);
  }
  return [...found.values()];
}

/** True where `party` is none of `others`, as far as is known: of another state, another sector of one, or another person. */
export function otherSide(others: readonly Speaker[], party: Speaker): boolean {
  return others.every((other) => {
    if (other.code !== party.code) return true;
    if (other.person && party.person) return other.person !== party.person && differ(other, party);
    return differ(other, party);
  });
}

/** Two people of one government are one side; those who govern and those who do not are two. */
function differ(a: Speaker, b: Speaker): boolean {
  const [x, y] = [a.sector ?? "GOV", b.sector ?? "GOV"];
  if (x === y) return x !== "GOV" && x !== "MIL" && a.person !== undefined && b.person !== undefined;
  return !(GOVERNING.has(x) && GOVERNING.has(y));
}

const GOVERNING: ReadonlySet<string> = new Set(["GOV", "MIL", "SPY", "COP"]);

export function lastName(person: string): string {
  return person.split(" ").at(-1)!.toLowerCase();
}
