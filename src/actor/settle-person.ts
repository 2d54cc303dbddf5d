import { betterKnown, type Person, type Term, termInOffice } from "../knowledge/offices.js";
import type { People } from "../knowledge/people.js";
import type { Report } from "../report/report.js";
import type { Actor } from "./actor.js";
import { type Description, OFFICIAL } from "./describe.js";
import { bearerAround, isFamilyAlone, leadersOfName } from "./family-names.js";
import { heldOffice, officeOf, termOfTitle } from "./held-office.js";
import type { Hit, Hits } from "./hits.js";
import { type Introduction, learnedOffice } from "./learned-offices.js";
import type { ReportedPerson, Titled } from "./people.js";
import type { ReportPeriod } from "./report-period.js";

/**
 * Settles who each person is on the day of publication: the report's own titles first, then the offices that
 * `knowledge/` dates, then those that other reports gave the person. What none of them tells stays unknown.
 */
export function settlePerson(
  person: ReportedPerson,
  report: Report,
  hits: Hits,
  offices: readonly Introduction[],
  period?: ReportPeriod,
): void {
  const { published } = report;
  const { statesNamed } = hits;
  const { people } = hits.knowledge;
  const day = published.known ? published.value : undefined;
  const alone = isFamilyAlone(person);
  const listed = person.known ?? (alone ? bearerAround(person, day ?? period?.from, hits) : undefined);
  const known = !alone && (!listed || listed.sectorOnly) ? (ofWholeName(person, people) ?? listed) : listed;
  if (known) {
    person.known = known;
    if (alone) person.name = known.name;
    if (known.gender) person.gender ??= known.gender;
  }
  const isTold = known?.terms.some((t) => statesNamed.has(t.code)) || person.titles.some(isOfSomeState);
  const usable = known && (!known.sectorOnly || isTold) ? known : undefined;
  const now = person.titles.filter((t) => t.description.tenure !== "then");
  person.thenHeld = officesThen(person, usable);
  const held = usable && heldOffice(usable, person, published, period);
  if (fromTitles(person, now, usable, people, held?.actor)) return;
  if (held?.actor) {
    person.actors = [held.actor];
    person.by = held.by;
    return;
  }
  const [then] = person.thenHeld.values();
  if (then) {
    // Who held an office at the time spoken of holds it no more.
    person.actors = then.actors.map(({ code }) => ({ code, sector: "ELI", person: person.name }));
    person.by = `${then.by}; not said to hold it now`;
    return;
  }
  const shared = !known && alone && day === undefined ? leadersOfName(person, hits) : undefined;
  if (shared) {
    person.actors = [{ ...shared, person: person.name }];
    person.by = `offices: all who led by this name led ${shared.code}; the report's date is unknown`;
    return;
  }
  person.sought = true;
  const learned = learnedOffice(person, offices, report, statesNamed);
  if (learned?.introduction) {
    const { introduction, by } = learned;
    person.actors = [{ ...introduction.actor, person: introduction.actor.person ?? person.name }];
    if (alone) person.name = introduction.person;
    person.by = by;
    return;
  }
  const [first] = person.titles;
  person.actors = [];
  person.by = first?.description.by || "name";
  person.reason =
    learned?.reason ??
    first?.description.reason ??
    held?.reason ??
    `the report does not say what ${person.name} is`;
}

/** The one of knowledge's people with titled offices who bears this name, or one that is another spelling of it. */
function ofWholeName({ tokens }: ReportedPerson, people: People): Person | undefined {
  return people.ofFullName(tokens) ?? people.ofNameAlike(tokens);
}

/** "Prime Minister Butkevicius": an office of a state that the title leaves out. */
function isOfSomeState({ description: d, open }: Titled): boolean {
  return open && d.codes.length === 0 && d.sector !== undefined && OFFICIAL.has(d.sector);
}

/** The office that the report's own titles give; false where they give none. */
function fromTitles(
  person: ReportedPerson,
  titles: readonly Titled[],
  known: Person | undefined,
  people: People,
  held: Actor | undefined,
): boolean {
  const title = bestTitle(person, titles, known);
  // "Republican leader McConnell", a senator: the office tells more than the party.
  const isMember = title?.description.sector === "PTY" && held?.sector && OFFICIAL.has(held.sector);
  // "Kim Jong Un's sister Kim Yo Jong", "his Chinese counterpart Wang Yi": an office of the same state tells more.
  const isOrigin =
    (title?.description.role === "" || title?.description.role === "counterpart") &&
    held?.sector &&
    title.description.codes.includes(held.code);
  if (title && !isMember && !isOrigin) {
    const described = withAgency(title.description, titles);
    person.actors = withPerson(described, described.codes, person.name);
    person.by = `title in the report: ${described.by}`;
    person.introduction = { title, basis: "stated", actor: person.actors[0]! };
    return true;
  }
  const shared = known ? undefined : sharedOffice(person, titles, people);
  if (shared) {
    person.actors = [{ code: shared.code, ...officeOf(shared), person: person.name }];
    person.by = `offices: whoever was ${shared.office} by this name was so of ${shared.code}`;
    return true;
  }
  for (const { description } of titles) {
    const term = known && (termOfTitle(known, description) ?? onlyStateTerm(known, description));
    if (!term) continue;
    // "President Weingarten" of a union, "leader Savimbi" of rebels: whose, the office tells better than the title.
    const isOfState = [description.sector, term.sector].every((s) => s !== undefined && OFFICIAL.has(s));
    const told = isOfState || !term.sector || !isNow(description);
    const office = told && description.sector ? description : { ...description, ...officeOf(term) };
    person.actors = withPerson(office, [term.code], person.name);
    person.by = `title in the report: ${description.by}; offices: ${term.office || "official"} of ${term.code}`;
    return true;
  }
  const state = known && onlyStateOf(known);
  const candidate = titles.find(
    ({ description: d }) =>
      (d.sector === "PTY" || d.sector === "OPP") && d.role !== "" && !d.pending && isNow(d),
  );
  if (state && candidate) {
    person.actors = withPerson(candidate.description, [state], person.name);
    person.by = `title in the report: ${candidate.description.by}; offices: of ${state}`;
    return true;
  }
  return false;
}

function onlyStateOf({ terms }: Person): string | undefined {
  return terms.every((t) => t.code === terms[0]!.code) ? terms[0]?.code : undefined;
}

/** "President Bush" on an unknown day: the office is the same, whichever of them is meant. */
function sharedOffice(
  { tokens }: ReportedPerson,
  titles: readonly Titled[],
  people: People,
): Term | undefined {
  if (tokens.length > 1) return undefined;
  for (const { description } of titles) {
    const { role, codes, pending } = description;
    if (role === "" || codes.length > 0 || pending || !description.open) continue;
    const bearers = people.byFamilyName(tokens[0]!).filter((p) => termInOffice(p, role));
    const terms = betterKnown(bearers).map((p) => termInOffice(p, role)!);
    if (new Set(terms.map((t) => t.code)).size === 1) return terms[0];
  }
  return undefined;
}

/** A state's office that knowledge does not list, of somebody who has served one state only. */
function onlyStateTerm(known: Person, { sector, pending, open }: Description): Term | undefined {
  if (!sector || !OFFICIAL.has(sector) || pending || !open) return undefined;
  const [first] = known.terms;
  const served = known.terms.every((t) => t.code === first!.code && t.sector && OFFICIAL.has(t.sector));
  return served ? first : undefined;
}

/**
 * The title that says most: one whose state is the known person's, else the state that most titles give; among those
 * one that holds now before one that is past, and one with a sector before one without.
 */
function bestTitle(
  person: ReportedPerson,
  titles: readonly Titled[],
  known: Person | undefined,
): Titled | undefined {
  const votes = new Map<string, Titled[]>();
  for (const title of titles) {
    const code = title.description.codes[0];
    if (code === undefined) continue;
    const so = votes.get(code);
    if (so) so.push(title);
    else votes.set(code, [title]);
  }
  let best: readonly Titled[] = [];
  const fullName = known !== undefined && person.tokens.length > 1 && !known.sectorOnly;
  for (const [code, given] of votes) {
    if (known?.terms.some((t) => t.code === code)) {
      best = given;
      break;
    }
    if (fullName) continue;
    const [now, so] = [given, best].map((some) => some.filter((t) => isNow(t.description)).length);
    if (now! > so! || (now === so && given.length > best.length)) best = given;
  }
  return (
    best.find((t) => isNow(t.description) && t.description.sector) ??
    best.find((t) => isNow(t.description) && t.description.role !== "") ??
    best.find((t) => t.description.sector) ??
    best[0]
  );
}

function isNow({ tenure }: Description): boolean {
  return tenure === "now" || tenure === "acting";
}

/** "Geng, a Chinese spokesman" and "Foreign Ministry spokesman Geng": the one tells the state, the other the ministry. */
function withAgency(description: Description, titles: readonly Titled[]): Description {
  if (description.sector || !isNow(description)) return description;
  const other = titles.find(
    (t) => t.description.ofInstitution && isNow(t.description) && t.description.sector,
  )?.description;
  if (!other) return description;
  const { sector, agency } = other;
  return {
    ...description,
    ...(sector && { sector }),
    ...(agency && { agency }),
    by: `${description.by}; ${other.by}`,
  };
}

/** Who the person was at the time of which "then-President" speaks, for the names that have such a title. */
function officesThen(
  person: ReportedPerson,
  known: Person | undefined,
): ReadonlyMap<Hit, { readonly actors: readonly Actor[]; readonly by: string }> {
  const out = new Map<Hit, { actors: readonly Actor[]; by: string }>();
  for (const { hit, description } of person.titles) {
    if (description.tenure !== "then") continue;
    const term = known && termOfTitle(known, description);
    const code = description.codes[0] ?? term?.code;
    if (code === undefined) continue;
    const office = description.sector ? description : { ...description, ...(term && officeOf(term)) };
    out.set(hit, {
      actors: withPerson(office, [code], person.name),
      by: `title in the report: ${description.by}`,
    });
  }
  return out;
}

function withPerson(
  description: Pick<Description, "sector" | "agency">,
  codes: readonly string[],
  person: string,
): Actor[] {
  return codes.slice(0, 1).map((code) => ({
    code,
    ...(description.sector && { sector: description.sector }),
    ...(description.agency && { agency: description.agency }),
    person,
  }));
}
