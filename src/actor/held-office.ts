import { type Person, standingOn, type Term, termInOffice } from "../knowledge/offices.js";
import type { Value } from "../record/value.js";
import type { Actor } from "./actor.js";
import { type Description, OFFICIAL } from "./describe.js";
import type { ReportedPerson } from "./people.js";
import type { ReportPeriod } from "./report-period.js";

/** Who a person is by the dated offices of `knowledge/`: the actor, or the reason why the dates do not tell. */
export type Held =
  | { readonly actor: Actor; readonly by: string; readonly reason?: undefined }
  | { readonly actor?: undefined; readonly by: string; readonly reason: string };

/** What the offices that a known person has held make of them on the day of publication. */
export function heldOffice(
  known: Person,
  person: ReportedPerson,
  published: Value<string>,
  period?: ReportPeriod,
): Held {
  const codes = [...new Set(known.terms.map((t) => t.code))];
  if (published.known) return heldOn(known, person, published.value, codes.length === 1);
  const [first, last] = period ? [standingOn(known, period.from), standingOn(known, period.to)] : [];
  return period && first && first.term === last?.term && first.when === last.when
    ? heldOn(known, person, period.to, codes.length === 1, period.by)
    : heldWithoutDate(known, person.name, codes);
}

function heldOn(
  known: Person,
  person: ReportedPerson,
  day: string,
  onlyState: boolean,
  when = `of ${day}`,
): Held {
  const standing = standingOn(known, day);
  if (!standing) return { by: "offices", reason: `no office of ${person.name} is known for ${day}` };
  const { term } = standing;
  const base = { code: term.code, person: person.name };
  const by = `offices: ${inWords(term)}, report ${when}`;
  if (person.titles.some((t) => t.description.sector === "ELI" && t.description.tenure !== "then"))
    return { actor: { ...base, sector: "ELI" }, by };
  const uncertain = known.sectorOnly && term.to === "";
  if (standing.when === "in office" && !uncertain) return { actor: { ...base, ...officeOf(term) }, by };
  if (standing.when === "former") {
    // A dead rebel is no statesman: outside the state's service the past is told as it was.
    const left = !term.sector || OFFICIAL.has(term.sector);
    return {
      actor: { ...base, ...(left ? { sector: "ELI" } : officeOf(term)) },
      by: `${by}: no longer in office`,
    };
  }
  if (onlyState) {
    // Who is to govern or to sit in parliament soon is in politics already.
    const soon = standing.when === "later" && Number(term.from.slice(0, 4)) - Number(day.slice(0, 4)) <= SOON;
    const party = soon && (term.sector === "GOV" || term.sector === "LEG");
    return { actor: { ...base, ...(party && { sector: "PTY" as const }) }, by: `${by}: not in office then` };
  }
  return { by, reason: `${person.name} has served several states, none of them surely on ${day}` };
}

function heldWithoutDate(known: Person, name: string, codes: readonly string[]): Held {
  const [code] = codes;
  if (codes.length > 1 || code === undefined) {
    return {
      by: "offices",
      reason: `${name} has held office in ${codes.join(" and ")}, and the report's date is unknown`,
    };
  }
  // Without a date, whoever is named without "former" is taken to hold the office, where all have been of one kind.
  const [first] = known.terms;
  const office = known.terms.every((t) => t.office === first!.office)
    ? officeOf(first!)
    : { ...(first!.sector && { sector: first!.sector }) };
  const titled = known.terms.every((t) => t.office !== "" || t.from === "");
  if (titled && known.terms.every((t) => t.sector === first!.sector)) {
    return {
      actor: { code, person: name, ...office },
      by: `offices: only ever ${first!.sector ?? "official"} of ${code}; the report's date is unknown`,
    };
  }
  return {
    actor: { code, person: name },
    by: `offices: held office in ${code}; the report's date is unknown, so the office stays open`,
  };
}

/** Years before a first office. */
const SOON = 3;

/** The known person's term that a title speaks of: of the same office, or in the same ministry. */
export function termOfTitle(known: Person, { role, agency, codes }: Description): Term | undefined {
  const named = role === "" ? undefined : termInOffice(known, role, codes[0]);
  return named ?? (agency === undefined ? undefined : known.terms.find((t) => t.agency === agency));
}

/** A term in words, for `by`. */
function inWords(term: Term): string {
  const until = term.to && ` to ${term.to}`;
  return `${term.office || "official"} of ${term.code}${term.from && ` from ${term.from}`}${until}`;
}

/** Sector and agency of a term. */
export function officeOf(term: Term): Pick<Actor, "sector" | "agency"> {
  return { ...(term.sector && { sector: term.sector }), ...(term.agency && { agency: term.agency }) };
}
