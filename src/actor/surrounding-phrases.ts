import type { Word } from "../language/analysis.js";
import { actorsOf } from "./describe.js";
import { type Draft, textOf } from "./draft.js";
import { OF_PLACES, openPhraseAt } from "./open-to-surroundings.js";
import type { ReportedPerson, Titled } from "./people.js";
import { sectorFeatures, shippedSectorWeights } from "./person-sector.js";
import type { OpenPhrase } from "./phrase-features.js";
import type { Reader } from "./reader.js";
import { senderOf } from "./sender.js";
import type { Surroundings } from "./surroundings.js";

/** Gives phrases that name no state the state of their surroundings: the last that is asked, after all that they say. */
export class SurroundingPhrases {
  readonly #reader: Reader;
  readonly #surroundings: Surroundings;
  /** People of no office who have been looked at, so that each is once. */
  readonly #named = new Set<ReportedPerson>();

  constructor(reader: Reader, surroundings: Surroundings) {
    this.#reader = reader;
    this.#surroundings = surroundings;
  }

  /** The draft of a role phrase or new organisation with its state, or with the reason why there is none. */
  settle(draft: Draft, word: Word): Draft {
    if (draft.actors.length > 0 || draft.person) return draft;
    return draft.role === undefined ? this.#organisation(draft, word) : this.#role(draft, word);
  }

  #role(draft: Draft, word: Word): Draft {
    const description = this.#reader.describe(word.index);
    const open = openPhraseAt(this.#reader, word);
    // Where something else is known to stand in the way ("allies: not named"), the surroundings are not asked; where a
    // body that nobody knows is meant ("the firm"), they are.
    const isUnknownBody = draft.antecedent?.sort === "body";
    if (!open || !description || (draft.reason !== description.reason && !isUnknownBody)) return draft;
    const sender = senderOf(this.#reader, open);
    if (sender) {
      const actors = actorsOf(description, [sender.actors[0]!.code]);
      return { ...draft, actors, by: `${draft.by}, sent by "${textOf(this.#reader.analysis, sender)}"` };
    }
    const found = this.#surroundings.at(open);
    if ("reason" in found) return { ...draft, reason: `${draft.reason}; ${found.reason}` };
    const { code, by, confidence } = found;
    return { ...draft, actors: actorsOf(description, [code]), by: `${draft.by}, ${by}`, confidence };
  }

  #organisation(draft: Draft, word: Word): Draft {
    const kind = this.#reader.organisations.newName(word.index);
    if (!kind) return draft;
    const found = this.#surroundings.at({ word, sector: kind.is });
    if ("reason" in found) return { ...draft, reason: `${draft.reason}; ${found.reason}` };
    const { code, by, confidence } = found;
    const actors = [{ code, sector: kind.is, agency: kind.agency }];
    const settled = { ...draft, actors, by: `${draft.by}, ${kind.by}, ${by}`, confidence };
    this.#reader.organisations.learn(settled);
    return settled;
  }

  /** Somebody whose state the title leaves out ("cabinet member Murri", "the economist Ada Quispe"); true where the surroundings tell it. */
  place(person: ReportedPerson, word: Word): boolean {
    if (person.actors.length > 0 || person.titles.some((t) => this.#isForAbroad(t))) return false;
    for (const title of person.titles) {
      const { codes, pending, sector, tenure, reason, role } = title.description;
      // Rebels stand against a state as often as they are of it, and companies have presidents of their own.
      if (codes.length > 0 || pending || !sector || sector === "REB" || tenure !== "now") continue;
      if (sector === "GOV" && OF_COMPANIES.has(role)) continue;
      if (person.reason !== reason) continue;
      const open = this.#openTitle(title, word);
      const found = open && this.#surroundings.at(open);
      if (!found || "reason" in found) continue;
      person.actors = actorsOf(title.description, [found.code]).map((a) => ({ ...a, person: person.name }));
      person.by = `title in the report: ${title.description.by}, ${found.by}`;
      return true;
    }
    return this.#placeName(person);
  }

  /** Somebody of whom the report tells a name and no office: a private person or one of a company, of the state around. */
  #placeName(person: ReportedPerson): boolean {
    if (!isWithoutOffice(person)) return false;
    if (this.#named.has(person)) return false;
    this.#named.add(person);
    const sector = shippedSectorWeights().sectorOf(sectorFeatures(this.#reader, person));
    if (!sector) return false;
    const { words } = this.#reader.analysis;
    const places = person.hits.map((hit) => words[hit.top]!);
    const found = this.#surroundings.at({ word: places[0]!, sector: "CVL", places });
    if ("reason" in found) {
      person.reason = `${person.reason}; ${found.reason}`;
      return false;
    }
    person.actors = [{ code: found.code, sector, person: person.name }];
    person.by = `name without an office, ${sector} by the words around it, ${found.by}`;
    return true;
  }

  /** "Minister for the Middle East Berg": whoever deals with a region is of none of its states. */
  #isForAbroad({ noun, hit }: Titled): boolean {
    const { analysis, hits } = this.#reader;
    if (noun === undefined || noun >= hit.first || analysis.words[noun + 1]?.form !== "for") return false;
    return hits.nameAt(hit.first - 1)?.type === "LOC";
  }

  /** What the surroundings are asked of a title: as of the phrase that it is, or before a name as of the name. */
  #openTitle({ noun, first, hit, description }: Titled, word: Word): OpenPhrase | undefined {
    const { analysis, hits } = this.#reader;
    const role = noun === undefined ? undefined : hits.at(noun)?.role;
    if (noun !== undefined && noun >= hit.last) return openPhraseAt(this.#reader, analysis.words[noun]!);
    for (let i = first; i < hit.first; i++) {
      const { upos } = analysis.words[i]!;
      // "Airline spokesman Freed", "youth minister Berg": of what, no list tells.
      const name = hits.nameAt(i);
      // "North Korea expert Price": an outsider speaks of a state or body without being of it.
      if (role?.kind === "outsider" && hits.at(i)?.names.length) return undefined;
      const hit = hits.at(i);
      const told =
        (hit && (hit.top === noun || hit.role?.kind !== "private")) || (name && OF_PLACES.has(name.type));
      if (!told && (upos === "NOUN" || upos === "PROPN" || upos === "PRON")) return undefined;
    }
    return { word, sector: description.sector!, role };
  }

  /** "opposition to the plan": what is done, not who does it. */
  isAct(word: Word): boolean {
    if (this.#reader.hits.at(word.index)?.role?.sector !== "OPP") return false;
    return this.#reader.phrase(word.index).complements.some((c) => c.preposition === "to");
  }
}

/** Offices of states that companies and societies have too. */
const OF_COMPANIES: ReadonlySet<string> = new Set([
  "president",
  "vice president",
  "vice-president",
  "secretary",
]);

/** Somebody of whom neither knowledge nor the report tells more than the name. */
export function isWithoutOffice({ actors, known, titles }: ReportedPerson): boolean {
  if (actors.length > 0 || known) return false;
  return titles.every(({ description: d }) => !d.sector && !d.pending && d.codes.length === 0);
}
