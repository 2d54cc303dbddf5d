import { genderOfFirstName } from "../knowledge/first-names.js";
import { fold } from "../knowledge/fold.js";
import {
  type Person,
  peopleByFamilyName,
  personOfFamilyName,
  personOfName,
  standingOn,
  type Term,
  termInOffice,
} from "../knowledge/offices.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Analysis } from "../language/analysis.js";
import type { Value } from "../record/value.js";
import type { Actor } from "./actor.js";
import { type Description, formsOf } from "./describe.js";
import type { Hit, Hits } from "./hits.js";

/** One person as a report speaks of them: all mentions by name, long or short, share it. */
export interface ReportedPerson {
  /** The fullest name that the report gives. */
  name: string;
  /** Its words, folded. */
  tokens: readonly string[];
  /** Hits of the name, in text order. */
  readonly hits: Hit[];
  gender?: "m" | "f";
  known?: Person;
  /** What the report calls the person, in text order. */
  readonly titles: { readonly hit: Hit; readonly description: Description }[];
  actors: readonly Actor[];
  by: string;
  reason?: string;
}

/** Finds the title of a name: what the words around it call the person. */
export type TitleOf = (hit: Hit) => Description | undefined;

/**
 * The people of a report. A short name ("Geng", "Mr. Trump") belongs to the last person before it whose fuller name
 * holds all its words, else to the first one after it.
 */
export function findPeople(
  analysis: Analysis,
  hits: Hits,
  titleOf: TitleOf,
): ReadonlyMap<Hit, ReportedPerson> {
  const byHit = new Map<Hit, ReportedPerson>();
  const byToken = new Map<string, ReportedPerson[]>();
  const short: { hit: Hit; token: string; description: Description | undefined }[] = [];
  const link = (hit: Hit, person: ReportedPerson, description: Description | undefined) => {
    byHit.set(hit, person);
    person.hits.push(hit);
    const known = hit.names[0]?.person;
    if (known) person.known ??= known;
    const gender = known?.gender ?? genderAt(analysis, hit) ?? genderOfName(person.tokens);
    if (gender) person.gender ??= gender;
    if (description) person.titles.push({ hit, description });
  };
  for (const hit of hits.list) {
    if (!hit.person) continue;
    const tokens = tokensOf(analysis, hit);
    if (tokens.length === 0) continue;
    const description = titleOf(hit);
    const bearer = tokens.length === 1 ? bearerOf(tokens[0]!, description) : undefined;
    const before = byToken
      .get(tokens.at(-1)!)
      ?.findLast((p) => (holds(p.tokens, tokens) || holds(tokens, p.tokens)) && !isAnother(p, bearer));
    if (before && before.tokens.length > 1) {
      if (tokens.length > before.tokens.length) rename(before, analysis, hit, tokens, byToken);
      link(hit, before, description);
    } else if (tokens.length === 1) {
      short.push({ hit, token: tokens[0]!, description });
    } else {
      const person = newPerson(analysis, hit, tokens);
      for (const token of tokens) push(byToken, token, person);
      link(hit, person, description);
    }
  }
  // Names that come short first and full later ("Trump" in a headline), and names that stay short.
  for (const { hit, token, description } of short) {
    const bearer = bearerOf(token, description);
    const candidates = (byToken.get(token) ?? []).filter(
      (p) => !isAnother(p, bearer) && (isFamilyName(p.tokens, token) || p.tokens.length === 1),
    );
    let person = candidates.findLast((p) => p.hits[0]!.first < hit.first) ?? candidates[0];
    if (!person) {
      person = newPerson(analysis, hit, [token]);
      if (bearer) person.known = bearer;
      push(byToken, token, person);
    }
    link(hit, person, description);
  }
  for (const person of new Set(byHit.values())) {
    person.hits.sort((a, b) => a.first - b.first);
    person.titles.sort((a, b) => a.hit.first - b.hit.first);
  }
  return byHit;
}

/** "President Clinton": the one person of that family name who held the office. */
function bearerOf(token: string, description: Description | undefined): Person | undefined {
  if (!description) return undefined;
  const code = description.codes[0];
  const bearers = peopleByFamilyName()
    .get(token)
    ?.filter((p) => termInOffice(p, description.role, code));
  return bearers?.length === 1 ? bearers[0] : undefined;
}

/** True where a person is known to be somebody else than the one whom a title tells. */
function isAnother(person: ReportedPerson, bearer: Person | undefined): boolean {
  return bearer !== undefined && person.known !== undefined && person.known !== bearer;
}

/**
 * Settles who each person is: the report's own titles first, then the offices that `knowledge/` dates. Without a
 * publication date an office that has ended is left out.
 */
export function settlePerson(
  person: ReportedPerson,
  published: Value<string>,
  statesNamed: ReadonlySet<string>,
): void {
  const day = published.known ? published.value : undefined;
  const alone = person.tokens.length === 1;
  const known =
    person.known ?? (alone ? personOfFamilyName(person.tokens[0]!, day) : personOfName(person.tokens));
  if (known) {
    person.known = known;
    if (alone) person.name = known.name;
    if (known.gender) person.gender ??= known.gender;
  }
  const usable =
    known && (!known.sectorOnly || known.terms.some((t) => statesNamed.has(t.code))) ? known : undefined;
  const titled = bestTitle(person, usable);
  if (titled) {
    person.actors = withPerson(titled, titled.codes, person.name);
    person.by = `title in the report: ${titled.by}`;
    return;
  }
  for (const { description } of person.titles) {
    const term =
      usable && (termInOffice(usable, description.role) ?? termOfAgency(usable, description.agency));
    if (term) {
      person.actors = withPerson(
        description.sector ? description : { ...description, ...office(term) },
        [term.code],
        person.name,
      );
      person.by = `title in the report: ${description.by}; offices.tsv: ${term.office || "official"} of ${term.code}`;
      return;
    }
  }
  if (usable) {
    const { actor, by } = fromOffices(usable, person, published);
    if (actor) {
      person.actors = [actor];
      person.by = by;
      return;
    }
  }
  person.actors = [];
  person.by = person.titles[0]?.description.by ?? "name";
  person.reason = person.titles[0]?.description.reason ?? `the report does not say what ${person.name} is`;
}

/**
 * The title that says most: one whose state is the known person's, else the state that most titles give; among those,
 * the first with a sector.
 */
function bestTitle(person: ReportedPerson, known: Person | undefined): Description | undefined {
  const votes = new Map<string, Description[]>();
  for (const { description } of person.titles) {
    const code = description.codes[0];
    if (code !== undefined) push(votes, code, description);
  }
  let best: readonly Description[] = [];
  const fullName = known !== undefined && person.tokens.length > 1 && !known.sectorOnly;
  for (const [code, titles] of votes) {
    if (known?.terms.some((t) => t.code === code)) {
      best = titles;
      break;
    }
    if (titles.length > best.length && !fullName) best = titles;
  }
  return best.find((d) => d.sector) ?? best[0];
}

function fromOffices(
  known: Person,
  person: ReportedPerson,
  published: Value<string>,
): { actor?: Actor; by: string } {
  const codes = new Set(known.terms.map((t) => t.code));
  if (published.known) {
    const standing = standingOn(known, published.value);
    if (!standing) return { by: "" };
    const { term, when } = standing;
    const uncertain = known.sectorOnly && term.to === "";
    const base = { code: term.code, person: person.name };
    const by = `offices: ${term.office || "official"} of ${term.code} from ${term.from}${term.to && ` to ${term.to}`}, report of ${published.value}`;
    if (person.titles.some((t) => t.description.sector === "ELI"))
      return { actor: { ...base, sector: "ELI" }, by };
    if (when === "in office" && !uncertain) {
      return { actor: { ...base, ...office(term) }, by };
    }
    if (when === "former") return { actor: { ...base, sector: "ELI" }, by: `${by}: no longer in office` };
    return codes.size === 1 ? { actor: base, by: `${by}: not in office then` } : { by: "" };
  }
  if (codes.size > 1) return { by: "" };
  const [code] = codes;
  const offices = new Set(known.terms.map((t) => t.office));
  const only = known.terms[0]!;
  if (offices.size === 1 && only.office !== "" && known.terms.every((t) => t.to === "")) {
    return {
      actor: { code: code!, person: person.name, ...office(only) },
      by: `offices: only ever ${only.office} of ${code}`,
    };
  }
  return {
    actor: { code: code!, person: person.name },
    by: `offices: held office in ${code}; the report's date is unknown, so the office stays open`,
  };
}

function office(term: Term): Pick<Actor, "sector" | "agency"> {
  return { ...(term.sector && { sector: term.sector }), ...(term.agency && { agency: term.agency }) };
}

function termOfAgency(known: Person, agency: string | undefined): Term | undefined {
  return agency === undefined ? undefined : known.terms.find((t) => t.agency === agency);
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

function newPerson(analysis: Analysis, hit: Hit, tokens: readonly string[]): ReportedPerson {
  return { name: nameOf(analysis, hit), tokens, hits: [], titles: [], actors: [], by: "" };
}

function rename(
  person: ReportedPerson,
  analysis: Analysis,
  hit: Hit,
  tokens: readonly string[],
  byToken: Map<string, ReportedPerson[]>,
): void {
  for (const token of tokens) if (!person.tokens.includes(token)) push(byToken, token, person);
  person.name = nameOf(analysis, hit);
  person.tokens = tokens;
}

/** A name's words without titles, hyphens and initials' dots. */
function tokensOf(analysis: Analysis, hit: Hit): string[] {
  const { men, women } = referenceWords();
  return analysis.words
    .slice(hit.first, hit.last)
    .filter((w) => w.upos !== "PUNCT" && w.xpos !== "POS")
    .map((w) => fold(w.form))
    .filter(
      (form, i, all) => !(all.length > 1 && i === 0 && (men.has(form) || women.has(form) || form === "dr.")),
    );
}

function nameOf(analysis: Analysis, hit: Hit): string {
  const { words } = analysis;
  const { men, women } = referenceWords();
  let { first, last } = hit;
  while (last - first > 1 && (words[last - 1]!.xpos === "POS" || words[last - 1]!.upos === "PUNCT")) last--;
  const form = fold(words[first]!.form);
  if (last - first > 1 && form.endsWith(".") && (men.has(form) || women.has(form) || form === "dr.")) first++;
  return formsOf(analysis, { first, last }).replace(/\s+/g, " ");
}

/** True where all of `part` stand in `whole`. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  return part.length <= whole.length && part.every((token) => whole.includes(token));
}

/** A name's last word, or its first two words' first: Chinese and Korean names put the family first. */
function isFamilyName(tokens: readonly string[], token: string): boolean {
  return tokens.at(-1) === token || tokens[0] === token;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The gender of a first name: of the first word, and of the rest where the family name comes first ("Xi Jinping"). */
function genderOfName(tokens: readonly string[]): "m" | "f" | undefined {
  if (tokens.length < 2) return undefined;
  return genderOfFirstName(tokens[0]!) ?? genderOfFirstName(tokens.slice(1).join("-"));
}

/** What "Mr.", "Queen" or "spokeswoman" before a name, or within it, tells of the person's gender. */
function genderAt(analysis: Analysis, hit: Hit): "m" | "f" | undefined {
  const { men, women } = referenceWords();
  const from = Math.max(analysis.sentences[analysis.words[hit.first]!.sentence]!.first, hit.first - 3);
  for (let i = hit.first; i >= from; i--) {
    const form = analysis.words[i]!.form.toLowerCase();
    if (men.has(form)) return "m";
    if (women.has(form)) return "f";
    if (i < hit.first && analysis.words[i]!.upos === "PUNCT") return undefined;
  }
  return undefined;
}
