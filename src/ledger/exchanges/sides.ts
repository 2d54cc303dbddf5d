import { GOVERNING, type Party } from "../happenings/party.js";

/** True where `party` is none of `others`, as far as is known: of another state, another sector of one, or another person. */
export function otherSide(others: readonly Party[], party: Party): boolean {
  return others.every((other) => {
    if (other.code !== party.code) return true;
    if (other.person && party.person) return other.person !== party.person && differ(other, party);
    return differ(other, party);
  });
}

/** Two people of one government are one side; those who govern and those who do not are two. */
function differ(a: Party, b: Party): boolean {
  const [x, y] = [a.sector ?? "GOV", b.sector ?? "GOV"];
  if (x === y) return x !== "GOV" && x !== "MIL" && a.person !== undefined && b.person !== undefined;
  return !(GOVERNING.has(x) && GOVERNING.has(y));
}

export function lastName(person: string): string {
  return person.split(" ").at(-1)!.toLowerCase();
}
