import type { RoleEntry } from "../knowledge/roles.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, NameType, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import { actorsOf, OFFICIAL } from "./describe.js";
import type { Draft } from "./draft.js";
import type { Hits } from "./hits.js";
import { isBody, stateCode } from "./modifiers.js";
import type { ReportedPerson } from "./people.js";
import type { Reader } from "./reader.js";
import type { Surroundings } from "./surroundings.js";

/** Gives phrases that name no state the state of their surroundings: the last that is asked, after all that they say. */
export class SurroundingPhrases {
  readonly #analysis: Analysis;
  readonly #reader: Reader;
  readonly #surroundings: Surroundings;

  constructor(analysis: Analysis, reader: Reader, surroundings: Surroundings) {
    this.#analysis = analysis;
    this.#reader = reader;
    this.#surroundings = surroundings;
  }

  /** The draft of a role phrase or new organisation with its state, or with the reason why there is none. */
  settle(draft: Draft, word: Word): Draft {
    if (draft.actors.length > 0 || draft.person) return draft;
    return draft.role === undefined ? this.#organisation(draft, word) : this.#role(draft, word);
  }

  #role(draft: Draft, word: Word): Draft {
    const role = this.#reader.hits.at(word.index)?.role;
    const description = this.#reader.describe(word.index);
    // Where something else is known to stand in the way ("whose firm is not known"), the surroundings are not asked.
    if (!role || !description || description.pending || draft.reason !== description.reason) return draft;
    if (!isSettledAround(this.#analysis, this.#reader.hits, word, role, description.sector)) return draft;
    if (this.#hasUnknownName(word) || this.#holdsState(word)) return draft;
    const found = this.#surroundings.at(word);
    if ("reason" in found) return { ...draft, reason: `${draft.reason}; ${found.reason}` };
    const { code, by, confidence } = found;
    return { ...draft, actors: actorsOf(description, [code]), by: `${draft.by}, ${by}`, confidence };
  }

  #organisation(draft: Draft, word: Word): Draft {
    const kind = this.#reader.newName(word.index);
    if (!kind) return draft;
    const found = this.#surroundings.at(word);
    if ("reason" in found) return { ...draft, reason: `${draft.reason}; ${found.reason}` };
    const { code, by, confidence } = found;
    const actors = [{ code, sector: kind.is, agency: kind.agency }];
    const settled = { ...draft, actors, by: `${draft.by}, ${kind.by}, ${by}`, confidence };
    this.#reader.learn(settled);
    return settled;
  }

  /** An official whose state the title leaves out ("cabinet member Murri"); true where the surroundings tell it. */
  place(person: ReportedPerson, word: Word): boolean {
    if (person.actors.length > 0) return false;
    const title = person.titles.find(
      ({ description: { codes, pending, sector, tenure } }) =>
        codes.length === 0 && !pending && sector && OFFICIAL.has(sector) && tenure === "now",
    );
    if (!title || person.reason !== title.description.reason) return false;
    const found = this.#surroundings.at(word);
    if ("reason" in found) return false;
    person.actors = actorsOf(title.description, [found.code]).map((a) => ({ ...a, person: person.name }));
    person.by = `title in the report: ${title.description.by}, ${found.by}`;
    return true;
  }

  /** "opposition to the plan": what is done, not who does it. */
  isAct(word: Word): boolean {
    if (this.#reader.hits.at(word.index)?.role?.sector !== "OPP") return false;
    return this.#reader.phrase(word.index).complements.some((c) => c.preposition === "to");
  }

  /** "Iran-backed militia": a state inside the phrase that is not the phrase's own. */
  #holdsState(word: Word): boolean {
    const { hits } = this.#reader;
    for (let i = this.#reader.phrase(word.index).first; i < word.index; i++) {
      const hit = hits.at(i);
      if (hit && stateCode(hit) !== undefined) return true;
    }
    return false;
  }

  /** A body's name that nobody knows before the noun ("Equifax executives") tells that it is not the state's. */
  #hasUnknownName(word: Word): boolean {
    const { hits } = this.#reader;
    return children(this.#analysis, word).some((c) => {
      if (c.upos !== "PROPN" || c.index > word.index || hits.at(c.index)) return false;
      const name = hits.nameAt(c.index);
      return !name || !OF_PLACES.has(name.type);
    });
  }
}

/** Names of towns and peoples: whoever they are of is as likely of the surroundings' state. */
const OF_PLACES: ReadonlySet<NameType> = new Set<NameType>(["GPE", "LOC", "NORP"]);

/**
 * True for role phrases whose state may be told by the text around them: those who serve a state, and others who are
 * spoken of as known ("the rebels"); not for people and bodies in general ("four people", "other countries").
 */
export function isSettledAround(
  analysis: Analysis,
  hits: Hits,
  word: Word,
  role: RoleEntry,
  sector: Sector | undefined,
): boolean {
  if (role.state || !sector) return false;
  let definite = word.upos === "PROPN";
  for (const child of children(analysis, word)) {
    if (child.index > word.index) continue;
    const form = child.form.toLowerCase();
    if (GENERAL.has(form)) return false;
    // "church leaders", "union officials": a noun that no list has tells of another body than the state.
    const hit = hits.at(child.index);
    const other = relation(child) === "compound" && child.upos === "NOUN" && !(hit && isBody(hit));
    if (role.kind === "carrier" && other && sector === role.sector) return false;
    if (form === "the") definite = true;
  }
  return definite || OFFICIAL.has(sector) || sector === "REB";
}

/** Words that make a phrase speak of anybody, or of others than those around. */
const GENERAL: ReadonlySet<string> = new Set([
  "any",
  "no",
  "every",
  "each",
  "either",
  "neither",
  "other",
  "such",
  "foreign",
  "international",
  "domestic",
  "world",
  "global",
]);
