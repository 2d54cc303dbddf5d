import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis } from "../language/analysis.js";
import type { Actor } from "./actor.js";
import type { Hit, Hits } from "./hits.js";
import { formsOf, type Modifiers, type Tenure } from "./modifiers.js";

/** Who a role noun is about, as far as its own phrase says. */
export interface Description {
  readonly codes: readonly string[];
  readonly sector?: Sector;
  readonly agency?: string;
  /** The title by which the report calls the person or body, lower case. */
  readonly role: string;
  readonly by: string;
  /** Why there is no code. */
  readonly reason?: string;
  /** True where the phrase leaves the state to be gathered from the report ("the president"). */
  readonly open: boolean;
  /** True where a phrase behind it names whom it serves, but not in a way that is known ("head of the union"). */
  readonly pending: boolean;
  /** True where an institution of an unnamed state is served ("a spokesman for the Foreign Ministry"). */
  readonly ofInstitution: boolean;
  /** When the office is held. */
  readonly tenure: Tenure;
}

/** Whom a phrase behind a role noun names: "of" the state, "for" the ministry. */
export interface Served {
  readonly preposition: string;
  readonly actors: readonly Actor[];
  /** An institution or official whose state is not named there ("the provincial governor"). */
  readonly institution?: RoleEntry | undefined;
  /** A body of which only the sector and name are known ("Capital Bank"). */
  readonly body?: Pick<Actor, "sector" | "agency"> | undefined;
  /** True where `actors` own what the noun names, and it is nothing that is known ("Japan's Air Defense Command"). */
  readonly owned?: boolean | undefined;
}

/** Roles that one state sends to another or to an organisation: the modifier that is an organisation is where they serve. */
const SENT: ReadonlySet<string> = new Set([
  "ambassador",
  "amb.",
  "envoy",
  "emissary",
  "representative",
  "permanent representative",
  "diplomat",
  "mission",
  "permanent mission",
]);

/** Kinds of people who belong to the place that "in" names ("protesters in Iran"). */
export const LOCAL: ReadonlySet<string> = new Set([
  "GOV",
  "COP",
  "LEG",
  "JUD",
  "REB",
  "OPP",
  "CVL",
  "BUS",
  "LAB",
  "REL",
  "MUS",
]);

/**
 * Who a role noun is about.
 * @param served the body or state behind "of", "for", "at" and the like, already resolved
 */
export function describeRole(
  analysis: Analysis,
  hits: Hits,
  hit: Hit,
  role: RoleEntry,
  modifiers: Modifiers,
  served: readonly Served[],
): Description {
  const by: string[] = [`role "${role.role}"`];
  const outsider = role.kind === "outsider";
  const states = outsider && modifiers.bareName && modifiers.stateWords !== "US" ? [] : modifiers.states;
  if (role.state) {
    // "EU countries", "NATO allies": the organisation stands for its members together.
    const [union] = modifiers.bodies.map((b) => b.names[0]).filter((n) => n?.kind === "organisation");
    const together = union && states.length === 0 && analysis.words[hit.top]!.xpos.endsWith("S");
    return {
      codes: together ? [union.code] : [],
      role: role.role,
      by: together ? `${by[0]}, members of ${union.name}` : by[0]!,
      open: !together,
      pending: false,
      ofInstitution: false,
      tenure: modifiers.tenure,
      ...(!together && { reason: `"${role.role}" does not say which state` }),
    };
  }
  const body = outsider ? employerOf(modifiers.bodies) : bodyServed(role, modifiers.bodies);
  const named = body?.names[0];
  const sent = SENT.has(role.role) || role.role.endsWith(" envoy") || role.role.endsWith(" representative");
  let codes: readonly string[] = states;
  let sector = role.sector;
  let agency = role.agency;
  if (states.length > 0) by.push(`state from "${modifiers.stateWords}"`);

  const seat = sent ? seatOf(hits, body, modifiers, served) : undefined;
  if (seat && (states.length > 0 || role.role === "ambassador")) {
    agency = `mission to ${seat}`;
  } else if (named) {
    // "Hamas leader", "Pentagon spokesman": the body decides; a state before it only where the body has none.
    by.push(`${named.kind} "${named.name}"`);
    // "Hong Kong's Democratic Party": the state tells which of the parties of one name.
    const isOther = named.kind === "party" && !states.includes(named.code);
    if (states.length === 0 || (named.kind !== "institution" && !isOther)) codes = [named.code];
    // "White House correspondent": who reports on a body is not of it.
    const reports = role.sector === "MED" && named.kind !== "media";
    // "GOP senators" sit in parliament for their party.
    const elected = named.kind === "party" && role.kind === "post" && ELECTED.has(role.sector ?? "");
    sector = reports
      ? "MED"
      : elected
        ? role.sector
        : (named.sector ?? (hits.knowledge.states.has(named.code) ? role.sector : undefined));
    agency = reports || elected ? agency : (named.agency ?? agency);
  } else if (body?.role) {
    by.push(`body "${body.role.role}"`);
    if (role.kind !== "private" || !sector || sector === "LAB") sector = body.role.sector ?? sector;
    agency = body.role.agency ?? agency;
    if (codes.length === 0 && body.role.code) codes = [body.role.code];
  }
  let pending = false;
  let ofInstitution = false;
  let ofUnknown = false;
  if (codes.length === 0) {
    for (const { preposition, actors, institution, body: unknown, owned } of served) {
      const serves =
        preposition === "of" ||
        preposition === "for" ||
        preposition === "at" ||
        preposition === "with" ||
        (preposition === "to" && referenceWords().assisting.has(role.role));
      const from = preposition === "in" || preposition === "from";
      if (
        outsider &&
        (!serves ||
          (!unknown && actors.every((a) => hits.knowledge.states.has(a.code) && !a.agency && !a.sector)))
      )
        continue;
      const away = preposition === "in" && (sent || isAbroad(role, body));
      // "students from Bolivia" are Bolivia's; students in Bolivia may be anybody's.
      const home = preposition === "from" && actors.length > 0 && actors.every(isPlainState);
      if (!serves && !home && !(from && sector && LOCAL.has(sector) && !away)) continue;
      // "diplomats from Poland" are Poland's; an envoy "for" or "at" somewhere is not of there.
      if (sent && preposition !== "of" && preposition !== "from") continue;
      if (owned && !OFFICES.has(role.kind)) continue;
      if (actors.length === 0) {
        if (serves && unknown) {
          // "president of a bank" governs no state; "governor and owner of a firm" does. An analyst at a bank is the bank's.
          if (role.kind === "office" || outsider || !sector) ({ sector, agency } = unknown);
          ofUnknown = true;
          by.push(`${preposition} ${agency ? `"${agency}"` : "a body without a name"}`);
        } else if (serves && institution && (institution.kind === "institution" || role.kind === "carrier")) {
          ofInstitution = true;
          sector = institution.sector ?? sector;
          agency = institution.agency ?? agency;
          by.push(`${preposition} "${institution.role}"`);
        } else {
          pending ||= serves && role.kind !== "private";
        }
        continue;
      }
      codes = actors.map((a) => a.code);
      by.push(`${preposition} ${codes.join(" and ")}`);
      const base = actors[0]!;
      if (serves && (role.kind === "carrier" || !sector || !hits.knowledge.states.has(base.code))) {
        sector = base.sector ?? (hits.knowledge.states.has(base.code) ? sector : undefined);
        agency = base.agency ?? agency;
      } else if (serves && sector === "GOV" && base.sector && PRIVATE.has(base.sector)) {
        // "president at Equifax" governs no state.
        sector = base.sector;
        agency = base.agency;
      }
      break;
    }
  }
  if (codes.length === 0 && role.code) codes = [role.code];
  const open =
    codes.length === 0 &&
    !pending &&
    !ofUnknown &&
    (role.kind === "office" ||
      role.kind === "institution" ||
      role.kind === "post" ||
      role.kind === "carrier" ||
      body !== undefined);
  const description: Description = {
    codes,
    role: role.role,
    by: by.join(", "),
    open,
    pending,
    ofInstitution: codes.length === 0 && (ofInstitution || (body !== undefined && !named)),
    tenure: "now",
    ...(sector && { sector }),
    ...(agency && { agency }),
    ...(codes.length === 0 && { reason: `no state or body is named for "${formsOf(analysis, hit)}"` }),
  };
  const official =
    role.kind === "office" ||
    role.kind === "post" ||
    role.kind === "carrier" ||
    (outsider && named !== undefined);
  return official ? inTenure(description, modifiers.tenure) : description;
}

function isPlainState({ sector, agency, person }: Actor): boolean {
  return !sector && !agency && !person;
}

/** A description of somebody who holds the office at another time: who held it, or will, is of the elite, not of the government. */
export function inTenure(description: Description, tenure: Tenure): Description {
  if (tenure === "now" || tenure === description.tenure) return description;
  const { sector, agency, ...rest } = description;
  const by = `${description.by}, ${tenure}`;
  const outside = (tenure === "former" || tenure === "coming") && (!sector || OFFICIAL.has(sector));
  return outside ? { ...rest, sector: "ELI", tenure, by } : { ...description, tenure, by };
}

/** Sectors of the state: one who leaves them is no longer the state's. */
export const OFFICIAL: ReadonlySet<Sector> = new Set(["GOV", "MIL", "LEG", "JUD", "SPY", "COP"]);

/** The body that a role serves: the nearest one, but a journalist's is the outlet ("NPR's White House correspondent"). */
function bodyServed(role: RoleEntry, bodies: readonly Hit[]): Hit | undefined {
  const outlet = role.sector === "MED" && bodies.findLast((b) => b.names[0]?.kind === "media");
  return outlet || bodies.at(-1);
}

/** "a Keio University professor", but "a Hamas expert": the body of which one who speaks of others may be. */
function employerOf(bodies: readonly Hit[]): Hit | undefined {
  const body = bodies.at(-1);
  const [name] = body?.names ?? [];
  const employs =
    name?.kind === "organisation"
      ? name.code === "UNO" || (name.sector !== undefined && EMPLOYERS.has(name.sector))
      : name?.kind === "institution" || name?.kind === "media";
  return employs ? body : undefined;
}

/** Sectors of organisations that employ those who study others. */
const EMPLOYERS: ReadonlySet<string> = new Set(["EDU", "NGO", "HRI", "HLH", "ENV"]);

/** Sectors of the state whose people are of parties too. */
const ELECTED: ReadonlySet<string> = new Set(["LEG", "GOV"]);

/** Kinds of roles that are held in a body, whatever it is. */
const OFFICES: ReadonlySet<string> = new Set(["office", "post", "carrier"]);

/** Sectors of bodies that have presidents and secretaries of their own. */
const PRIVATE: ReadonlySet<string> = new Set(["BUS", "EDU", "LAB", "MED", "NGO"]);

/** "Embassy staff in Cuba", "its embassy in Cuba": an embassy is not of the place that it is in. */
function isAbroad(role: RoleEntry, body: Hit | undefined): boolean {
  return [role.agency, body?.role?.agency].some((agency) => agency === "embassy" || agency === "consulate");
}

/** The organisation that an ambassador or envoy is sent to, as a name. */
function seatOf(
  hits: Hits,
  body: Hit | undefined,
  modifiers: Modifiers,
  served: readonly Served[],
): string | undefined {
  for (const hit of [body, ...modifiers.complements.map((c) => c.hit)]) {
    const name = hit?.names[0];
    if (name?.kind === "organisation") return name.code === "UNO" ? "the United Nations" : name.name;
  }
  const to = served.find((s) => s.preposition === "to")?.actors[0]?.code;
  if (to === undefined || hits.knowledge.states.has(to)) return undefined;
  return to === "UNO" ? "the United Nations" : to;
}

/** The actors of a description, all with the same sector and agency. */
export function actorsOf(description: Description, codes: readonly string[] = description.codes): Actor[] {
  return codes.map((code) => ({
    code,
    ...(description.sector && { sector: description.sector }),
    ...(description.agency && { agency: description.agency }),
  }));
}
