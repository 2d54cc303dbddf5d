import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Sector } from "../knowledge/sector.js";
import { loadStates } from "../knowledge/states.js";
import type { Analysis } from "../language/analysis.js";
import { governor, prepositionOf } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Hit, Hits } from "./hits.js";

/** What the words before a role noun say of it. */
export interface Modifiers {
  /** Codes of states, several only where they are coordinated ("U.S. and South Korean officials"). */
  readonly states: readonly string[];
  /** True where a state's bare name stands before the noun ("North Korea expert"), not its adjective or possessive. */
  readonly bareName: boolean;
  /** The words that gave the states, for `by`. */
  readonly stateWords: string;
  /** Named bodies and ministries, the nearest to the role last. */
  readonly bodies: readonly Hit[];
  readonly persons: readonly Hit[];
  /** Hits behind a preposition inside the title ("to the United Nations"). */
  readonly complements: readonly { readonly preposition: string; readonly hit: Hit }[];
  /** Time of the office: "former", "coming" ("president-elect"), or now. */
  readonly tenure: "now" | "former" | "coming";
}

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
}

/** Whom a phrase behind a role noun names: "of" the state, "for" the ministry. */
export interface Served {
  readonly preposition: string;
  readonly actors: readonly Actor[];
  /** An institution whose state is not named there. */
  readonly institution?: RoleEntry | undefined;
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
const LOCAL: ReadonlySet<string> = new Set([
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

/** What a stretch of words says of the role noun that follows it. */
export function modifiersBetween(analysis: Analysis, hits: Hits, from: number, to: number): Modifiers {
  const { words } = analysis;
  const lists = referenceWords();
  const states: string[] = [];
  const stateWords: string[] = [];
  const bodies: Hit[] = [];
  const persons: Hit[] = [];
  const complements: { preposition: string; hit: Hit }[] = [];
  let tenure: Modifiers["tenure"] = "now";
  let lastState = -1;
  let bareName = false;
  for (let i = from; i < to; i++) {
    const hit = hits.at(i);
    if (!hit) {
      const form = words[i]!.lemma.toLowerCase();
      if (lists.former.has(form)) tenure = "former";
      else if (lists.coming.has(form)) tenure = "coming";
      continue;
    }
    i = Math.min(hit.last, to) - 1;
    if (hit.last > to || isCircumstance(analysis, hit)) continue;
    const preposition = prepositionOf(analysis, words[hit.top]!);
    if (preposition !== undefined) {
      complements.push({ preposition, hit });
      continue;
    }
    if (hit.person) persons.push(hit);
    const code = stateCode(hit);
    if (code !== undefined) {
      const joined = lastState >= 0 && coordinates(analysis, lastState, hit.first);
      if (states.length === 0 || joined) {
        // "Reuters North Korean leader": an outlet before the state is a credit, not whom the leader serves.
        if (bodies.at(-1)?.names[0]?.kind === "media") bodies.pop();
        if (states.length === 0) {
          const kind = hit.names[0]!.kind;
          bareName =
            kind !== "adjective" &&
            kind !== "citizen" &&
            kind !== "citizens" &&
            words[hit.top]!.deprel !== "nmod:poss";
        }
        states.push(code);
        stateWords.push(formsOf(analysis, hit));
        lastState = hit.last;
      }
    } else if (isBody(hit)) {
      bodies.push(hit);
    }
  }
  return { states, bareName, stateWords: stateWords.join(" and "), bodies, persons, complements, tenure };
}

/** The state that a name, adjective or capital stands for; undefined for any other hit. */
export function stateCode(hit: Hit): string | undefined {
  const name = hit.names[0];
  if (!name) return undefined;
  switch (name.kind) {
    case "state":
    case "adjective":
    case "citizen":
    case "citizens":
    case "capital":
      return name.code;
    default:
      return undefined;
  }
}

/** True for named bodies and for ministries and other institutions by pattern. */
export function isBody(hit: Hit): boolean {
  const name = hit.names[0];
  if (name) return stateCode(hit) === undefined && name.kind !== "person" && name.kind !== "not an actor";
  return hit.role?.kind === "institution" || (hit.role?.kind === "body" && hit.role.agency !== undefined);
}

/**
 * Who a role noun is about.
 * @param served the body or state behind "of", "for", "at" and the like, already resolved
 */
export function describeRole(
  analysis: Analysis,
  hit: Hit,
  role: RoleEntry,
  modifiers: Modifiers,
  served: readonly Served[],
): Description {
  const by: string[] = [`role "${role.role}"`];
  const outsider = role.kind === "outsider";
  const states = outsider && modifiers.bareName && modifiers.stateWords !== "US" ? [] : modifiers.states;
  if (role.state) {
    return {
      codes: [],
      role: role.role,
      by: by[0]!,
      open: true,
      pending: false,
      ofInstitution: false,
      reason: `"${role.role}" does not say which state`,
    };
  }
  const body = outsider ? undefined : modifiers.bodies.at(-1);
  const named = body?.names[0];
  const sent = SENT.has(role.role) || role.role.endsWith(" envoy") || role.role.endsWith(" representative");
  let codes: readonly string[] = states;
  let sector = role.sector;
  let agency = role.agency;
  if (states.length > 0) by.push(`state from "${modifiers.stateWords}"`);

  const seat = sent ? seatOf(body, modifiers, served) : undefined;
  if (seat && (states.length > 0 || role.role === "ambassador")) {
    agency = `mission to ${seat}`;
  } else if (named) {
    // "Hamas leader", "Pentagon spokesman": the body decides; a state before it only where the body has none.
    by.push(`${named.kind} "${named.name}"`);
    if (states.length === 0 || named.kind !== "institution") codes = [named.code];
    sector = named.sector ?? (isState(named.code) ? role.sector : undefined);
    agency = named.agency ?? agency;
  } else if (body?.role) {
    by.push(`body "${body.role.role}"`);
    if (role.kind !== "private" || !sector) sector = body.role.sector ?? sector;
    agency = body.role.agency ?? agency;
    if (codes.length === 0 && body.role.code) codes = [body.role.code];
  }
  let pending = false;
  let ofInstitution = false;
  if (codes.length === 0) {
    for (const { preposition, actors, institution } of served) {
      const serves =
        preposition === "of" || preposition === "for" || preposition === "at" || preposition === "with";
      const from = preposition === "in" || preposition === "from";
      if (outsider && preposition !== "of") continue;
      if (!serves && !(from && role.sector && LOCAL.has(role.sector) && !sent)) continue;
      if (sent && preposition !== "of") continue;
      if (actors.length === 0) {
        if (serves && institution) {
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
      if (serves && (role.kind === "carrier" || !sector || !isState(base.code))) {
        sector = base.sector ?? (isState(base.code) ? sector : undefined);
        agency = base.agency ?? agency;
      }
      break;
    }
  }
  if (codes.length === 0 && role.code) codes = [role.code];
  if (
    modifiers.tenure !== "now" &&
    (role.kind === "office" || role.kind === "post" || role.kind === "carrier")
  ) {
    by.push(modifiers.tenure);
    sector = "ELI";
    agency = undefined;
  }
  const open =
    codes.length === 0 &&
    !pending &&
    (role.kind === "office" ||
      role.kind === "institution" ||
      role.kind === "post" ||
      role.kind === "carrier" ||
      body !== undefined);
  return {
    codes,
    role: role.role,
    by: by.join(", "),
    open,
    pending,
    ofInstitution: codes.length === 0 && (ofInstitution || (body !== undefined && !named)),
    ...(sector && { sector }),
    ...(agency && { agency }),
    ...(codes.length === 0 && { reason: `no state or body is named for "${formsOf(analysis, hit)}"` }),
  };
}

/** The organisation that an ambassador or envoy is sent to, as a name. */
function seatOf(body: Hit | undefined, modifiers: Modifiers, served: readonly Served[]): string | undefined {
  for (const hit of [body, ...modifiers.complements.map((c) => c.hit)]) {
    const name = hit?.names[0];
    if (name?.kind === "organisation") return name.code === "UNO" ? "the United Nations" : name.name;
  }
  const to = served.find((s) => s.preposition === "to")?.actors[0]?.code;
  if (to === undefined || isState(to)) return undefined;
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

function isState(code: string): boolean {
  return loadStates().has(code);
}

/** The words of a hit as written. */
export function formsOf(analysis: Analysis, hit: { readonly first: number; readonly last: number }): string {
  return analysis.text.slice(analysis.words[hit.first]!.start, analysis.words[hit.last - 1]!.end);
}

/** "Iran-backed", "Russian-made": the state is a circumstance of the noun, not its owner. */
function isCircumstance(analysis: Analysis, hit: Hit): boolean {
  const { words } = analysis;
  const { circumstance } = referenceWords();
  const after = words[hit.last];
  const participle = after?.form === "-" || after?.form === "–" ? words[hit.last + 1] : undefined;
  if (
    participle &&
    (participle.xpos === "VBN" || circumstance.has(participle.lemma) || circumstance.has(participle.form))
  ) {
    return true;
  }
  const over = governor(analysis, words[hit.top]!);
  return over !== undefined && over.index >= hit.last && over.upos === "VERB" && over.deprel === "amod";
}

function coordinates(analysis: Analysis, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let i = from; i < to; i++) {
    const form = analysis.words[i]!.form.toLowerCase();
    if (form !== "-" && form !== "–" && form !== "/" && form !== "and" && form !== "," && form !== "or")
      return false;
  }
  return to > from;
}
