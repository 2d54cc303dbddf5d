import { betterKnown, type Person, termInOffice } from "../knowledge/offices.js";
import { isLeader, type People } from "../knowledge/people.js";
import type { Analysis } from "../language/analysis.js";
import type { Actor } from "./actor.js";
import type { Description } from "./describe.js";
import type { Hit, Hits } from "./hits.js";
import { genderAt, genderOfName, holds, isFamilyName, nameOf, tokensOf } from "./person-name.js";
import { isHonorific } from "./titles.js";

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
  readonly titles: Titled[];
  /** The title that `actors` come from, and whether it says all of it or the text around was asked for the state. */
  introduction?: { readonly title: Titled; readonly basis: "stated" | "inferred"; readonly actor: Actor };
  /** Who the person is where the title beside the name gives the office to another time ("then-President"). */
  thenHeld?: ReadonlyMap<Hit, { readonly actors: readonly Actor[]; readonly by: string }>;
  /** True for one of whom neither the report's titles nor `knowledge/` tell an office. */
  sought?: boolean;
  actors: readonly Actor[];
  by: string;
  reason?: string;
}

/** What the report calls a person, beside one of the person's names. */
export interface Titled {
  readonly hit: Hit;
  readonly description: Description;
  /** First word and one past the last of title and name together. */
  readonly first: number;
  readonly last: number;
  /** True where the title leaves the state to the text around it ("Foreign Ministry spokesman"). */
  readonly open: boolean;
  /** The role noun; absent where the title has none ("a Dane"). */
  readonly noun?: number;
}

/** Finds the title of a name: what the words around it call the person. */
export type TitleOf = (hit: Hit) => Titled | undefined;

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
  const short: { hit: Hit; token: string; title: Titled | undefined }[] = [];
  const link = (hit: Hit, person: ReportedPerson, title: Titled | undefined) => {
    byHit.set(hit, person);
    person.hits.push(hit);
    const known = hit.names[0]?.person;
    if (known) person.known ??= known;
    const gender = known?.gender ?? genderAt(analysis, hit) ?? genderOfName(person.tokens);
    if (gender) person.gender ??= gender;
    if (title) person.titles.push(title);
  };
  for (const hit of hits.list) {
    if (!hit.person) continue;
    const tokens = tokensOf(analysis, hit);
    if (tokens.length === 0) continue;
    const title = titleOf(hit);
    const bearer =
      tokens.length === 1 ? bearerOf(hits.knowledge.people, tokens[0]!, title?.description) : undefined;
    const bearers = byToken
      .get(tokens.at(-1)!)
      ?.filter(
        (p) =>
          (holds(p.tokens, tokens) || holds(tokens, p.tokens)) &&
          !isAnother(p, bearer) &&
          !isOtherGender(analysis, p, hit),
      );
    const before = tokens.length === 1 ? likeliestBearer(analysis, bearers, hit) : bearers?.at(-1);
    if (before && before.tokens.length > 1) {
      if (tokens.length > before.tokens.length) rename(before, analysis, hit, tokens, byToken);
      link(hit, before, title);
    } else if (tokens.length === 1) {
      short.push({ hit, token: tokens[0]!, title });
    } else {
      const person = newPerson(analysis, hit, tokens);
      for (const token of tokens) push(byToken, token, person);
      link(hit, person, title);
    }
  }
  // Names that come short first and full later ("Trump" in a headline), and names that stay short.
  for (const { hit, token, title } of short) {
    const bearer = bearerOf(hits.knowledge.people, token, title?.description);
    const candidates = (byToken.get(token) ?? []).filter(
      (p) =>
        !isAnother(p, bearer) &&
        !isOtherGender(analysis, p, hit) &&
        (isFamilyName(p.tokens, token) || p.tokens.length === 1),
    );
    let person = candidates.findLast((p) => p.hits[0]!.first < hit.first) ?? candidates[0];
    if (!person) {
      person = newPerson(analysis, hit, [token]);
      if (bearer) person.known = bearer;
      push(byToken, token, person);
    }
    link(hit, person, title);
  }
  for (const person of new Set(byHit.values())) {
    person.hits.sort((a, b) => a.first - b.first);
    person.titles.sort((a, b) => a.hit.first - b.hit.first);
  }
  return byHit;
}

/**
 * Whom a family name stands for that several have. "Kim" after a photographer's credit is still the leader: one of whom
 * something is told comes first. A state's leader, of whom the report goes on speaking, comes before somebody whom it has
 * quoted further up; "Mr. Kim" in the paragraph that names the professor or the next one is he.
 */
function likeliestBearer(
  analysis: Analysis,
  bearers: readonly ReportedPerson[] | undefined,
  hit: Hit,
): ReportedPerson | undefined {
  const last = bearers?.findLast((p) => p.known || p.titles.length > 0) ?? bearers?.at(-1);
  if (!last || bearers!.length === 1) return last;
  const paragraphOf = (of: Hit) => analysis.sentences[analysis.words[of.first]!.sentence]!.paragraph;
  if (paragraphOf(hit) - paragraphOf(last.hits.at(-1)!) <= 1) return last;
  return bearers!.findLast((p) => p.known?.terms.some(isLeader)) ?? last;
}

/** "President Clinton": the one person of that family name who held the office. */
function bearerOf(people: People, token: string, description: Description | undefined): Person | undefined {
  if (!description) return undefined;
  const code = description.codes[0];
  const holders = people.byFamilyName(token).filter((p) => termInOffice(p, description.role, code));
  const bearers = betterKnown(holders);
  return bearers.length === 1 ? bearers[0] : undefined;
}

/** True where a person is known to be somebody else than the one whom a title tells. */
function isAnother(person: ReportedPerson, bearer: Person | undefined): boolean {
  return bearer !== undefined && person.known !== undefined && person.known !== bearer;
}

/** "Ms. Thurman" is not Robert Thurman. */
function isOtherGender(analysis: Analysis, person: ReportedPerson, hit: Hit): boolean {
  const { words } = analysis;
  if (person.gender === undefined || !(isHonorific(words[hit.first]) || isHonorific(words[hit.first - 1])))
    return false;
  const gender = genderAt(analysis, hit);
  return gender !== undefined && gender !== person.gender;
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
