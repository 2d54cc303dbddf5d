import type { Person } from "../knowledge/offices.js";
import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import { actorsOf, type Description, describeRole, LOCAL, OFFICIAL, type Served } from "./describe.js";
import type { Hit, Hits } from "./hits.js";
import { ofLeader } from "./led-forces.js";
import { formsOf, isBody, modifiersBetween, stateCode } from "./modifiers.js";
import { actorOfName } from "./named.js";
import { newOrganisation, sectorOf } from "./new-organisations.js";
import { including } from "./partitives.js";
import type { ReportedPerson, Titled } from "./people.js";
import { type Phrase, phraseOf } from "./phrases.js";
import { innerBody, stateOfHolder } from "./served-bodies.js";
import { isDivision, placeAt, townAt } from "./town-state.js";

/** Describes role nouns and titles from their own phrases: whose president, which ministry's spokesman. */
export class Describer {
  readonly analysis: Analysis;
  readonly hits: Hits;
  readonly #phrases: (Phrase | undefined)[] = [];
  readonly #descriptions = new Map<number, Description | undefined>();
  /** Names whose title is being looked for. */
  readonly #asked = new Set<Hit>();
  #people: ReadonlyMap<Hit, ReportedPerson> = new Map();

  constructor(analysis: Analysis, hits: Hits) {
    this.analysis = analysis;
    this.hits = hits;
  }

  /** Tells who the people of the report are, so that "the Trump administration" can be described. */
  meet(people: ReadonlyMap<Hit, ReportedPerson>): void {
    this.#people = people;
    this.#descriptions.clear();
  }

  phrase(head: number): Phrase {
    this.#phrases[head] ??= phraseOf(this.analysis, this.hits, head);
    return this.#phrases[head];
  }

  /** What a role noun's phrase says of its holder or body. */
  describe(head: number): Description | undefined {
    if (this.#descriptions.has(head)) return this.#descriptions.get(head);
    this.#descriptions.set(head, undefined);
    const hit = this.hits.at(head);
    if (!hit?.role) return undefined;
    const phrase = this.phrase(head);
    const modifiers = modifiersBetween(this.analysis, this.hits, phrase.first, hit.first);
    // "troops, including paratroopers": a part of those who are described.
    const served = phrase.complements
      .filter((c) => c.preposition !== "including" && c.preposition !== "include")
      .map((c) => this.served(c.preposition, c.head));
    let description = this.#withSector(
      describeRole(this.analysis, this.hits, hit, hit.role, modifiers, served),
      hit,
    );
    if (description.pending) description = this.fromTown(description, hit) ?? description;
    else if (description.codes.length === 0 && !hit.role.state) {
      description =
        ofLeader(this.analysis, this.hits, description, phrase.first, hit) ??
        this.fromPerson(description, modifiers.persons, hit) ??
        this.#fromFamilyName(description, phrase.first, hit.first) ??
        this.#fromConjunct(description, head) ??
        this.fromTown(description, hit) ??
        this.#fromPlaceBehind(description, hit) ??
        description;
    }
    this.#descriptions.set(head, description);
    return description;
  }

  /** "the firm's founders", "a company spokesman": the sector is that of the body, which has no name here. */
  #withSector(description: Description, { role, top }: Hit): Description {
    if (description.sector || description.pending || role?.kind !== "carrier") return description;
    for (const child of children(this.analysis, this.analysis.words[top]!)) {
      const body = child.index < top ? this.hits.at(child.index)?.role : undefined;
      if (body?.kind === "body" && body.sector)
        return { ...description, sector: body.sector, by: `${description.by}, body "${body.role}"` };
    }
    return description;
  }

  /** "the Trump administration", "Assad's forces": the state is the person's. */
  protected fromPerson(
    description: Description,
    persons: readonly Hit[],
    role: Hit,
  ): Description | undefined {
    const serves = description.sector === undefined || SERVING_PEOPLE.has(description.sector);
    if (!serves || role.role?.kind === "outsider") return undefined;
    for (const hit of persons) {
      const person = this.#people.get(hit);
      const known = person?.known ?? hit.names[0]?.person;
      const [actor] = person?.actors ?? [];
      const family = person?.tokens.length === 1 ? person.tokens[0] : undefined;
      const code = actor?.code ?? (known ? onlyState(known) : family && this.#stateOf(family, description));
      // "President Putin's spokesman" is of the president's office.
      const office = actor?.sector ?? (known && onlySector(known));
      const sector = description.sector ?? (role.role?.kind === "carrier" ? office : undefined);
      if (code)
        return {
          ...description,
          codes: [code],
          ...(sector && { sector }),
          by: `${description.by}, ${person?.name ?? known!.name} is of ${code}`,
        };
    }
    return undefined;
  }

  /** "the Bush administration": a family name that the tagger did not take for one. */
  #fromFamilyName(description: Description, from: number, to: number): Description | undefined {
    for (let i = from; i < to; i++) {
      const { form, upos } = this.analysis.words[i]!;
      const code = upos === "PROPN" && !this.hits.at(i) ? this.#stateOf(form, description) : undefined;
      if (code) return { ...description, codes: [code], by: `${description.by}, ${form} is of ${code}` };
    }
    return undefined;
  }

  /** "the Asad regime": a government is called by a leader's name in any spelling; an army, where the report names the state. */
  #stateOf(family: string, { sector }: Description): string | undefined {
    const { people } = this.hits.knowledge;
    const alike = sector === "GOV" || sector === "MIL" ? people.stateOfNameAlike(family) : undefined;
    const told = alike !== undefined && (sector === "GOV" || this.hits.statesNamed.has(alike));
    return people.stateOfFamilyName(family) ?? (told ? alike : undefined);
  }

  /** "Chicago police", "a Mumbai court": people and bodies of a town belong to its state, except for a state's own offices. */
  protected fromTown(description: Description, role: Hit): Description | undefined {
    const { kind, sector } = role.role!;
    if (kind === "office" || kind === "outsider" || !sector || role.first === 0) return undefined;
    const before = role.first - 1;
    const town =
      townAt(this.analysis, this.hits, before) ??
      // "Sao Paulo state governor": what sort of place it is may stand between.
      (before > 0 && isDivision(this.analysis.words[before]!.form)
        ? townAt(this.analysis, this.hits, before - 1)
        : undefined);
    if (!town) return undefined;
    const { reason, ...rest } = description;
    return {
      ...rest,
      codes: [town.code],
      by: `${description.by}, ${town.by}`,
      open: false,
      pending: false,
      ofInstitution: false,
    };
  }

  /** "bombs that killed 247 people in Kenya": the place right behind people is theirs, from whatever word the tree hangs it. */
  #fromPlaceBehind(description: Description, { role, last }: Hit): Description | undefined {
    if (!LOCAL_PEOPLE.has(role!.kind) || !LOCAL.has(description.sector ?? "")) return undefined;
    if (this.analysis.words[last]?.form !== "in") return undefined;
    const code = placeAt(this.analysis, this.hits, last + 1);
    if (code === undefined) return undefined;
    const { reason, ...rest } = description;
    return { ...rest, codes: [code], by: `${description.by}, in ${code}`, open: false, ofInstitution: false };
  }

  /** "Chinese companies and citizens", "U.S. troops, including marines": what has no state of its own shares the first one's, and its sector if it has none. */
  #fromConjunct(description: Description, head: number): Description | undefined {
    const word = this.analysis.words[head]!;
    const first = relation(word) === "conj" ? governor(this.analysis, word) : including(this.analysis, word);
    if (
      !first ||
      children(this.analysis, word).some((c) => relation(c) === "det" || c.deprel === "nmod:poss")
    )
      return undefined;
    const shared = this.hits.at(first.index)?.role ? this.describe(first.index) : this.#oneOf(first, word);
    if (!shared || shared.codes.length === 0) return undefined;
    return {
      ...description,
      codes: shared.codes,
      ...(!description.sector && shared.sector && { sector: shared.sector }),
      by: `${description.by}, state shared with "${first.form}"`,
      open: false,
    };
  }

  /** "Minister Berg and other officials": whoever is named first is one of them. */
  #oneOf(first: Word, word: Word): Pick<Description, "codes" | "sector"> | undefined {
    const { general } = referenceWords();
    const before = children(this.analysis, word).filter((c) => c.index < word.index);
    const foreign = before.some((c) => c.lemma !== "other" && general.has(c.form.toLowerCase()));
    if (foreign || !before.some((c) => c.lemma === "other") || !this.hits.at(first.index)?.person)
      return undefined;
    const codes = this.actorsAt(first.index).map((a) => a.code);
    return codes.length === 1 ? { codes } : undefined;
  }

  protected served(preposition: string, head: number): Served {
    const role = this.hits.at(head)?.role;
    const official = role?.sector !== undefined && OFFICIAL.has(role.sector) && role.kind !== "private";
    const actors = this.actorsAt(head);
    const inner = actors.length === 0 ? innerBody(this.analysis, this.hits, head) : undefined;
    if (inner) return { preposition, actors: [inner] };
    if (actors.length === 0 && !this.hits.at(head)) {
      const owner = this.#ownerOf(head);
      return owner
        ? { preposition, actors: [owner], owned: true }
        : { preposition, actors, body: this.#bodyAt(head) };
    }
    if (actors.length === 0 && role?.kind === "body" && role.sector) {
      const name = this.hits.nameAt(head);
      const agency = name?.type === "ORG" ? formsOf(this.analysis, name) : undefined;
      return { preposition, actors, body: { sector: role.sector, ...(agency && { agency }) } };
    }
    return {
      preposition,
      actors,
      institution: role?.kind === "institution" || (official && !role.state) ? role : undefined,
    };
  }

  /** Whom the phrase behind a preposition is about, without looking beyond it. */
  protected actorsAt(head: number): readonly Actor[] {
    const hit = this.hits.at(head);
    if (hit?.names[0] && !hit.person && hit.names[0].kind !== "not an actor") {
      const own = [actorOfName(hit.names[0])];
      for (const child of children(this.analysis, this.analysis.words[head]!)) {
        if (relation(child) !== "conj") continue;
        const other = this.hits.at(child.index);
        if (other && stateCode(other) && other.names[0]) own.push(actorOfName(other.names[0]));
      }
      return own;
    }
    if (hit?.role) {
      const description = this.describe(head);
      return description ? actorsOf(description) : [];
    }
    if (!hit) {
      const town = townAt(this.analysis, this.hits, head);
      if (town) return [{ code: town.code }];
      const name = this.hits.nameAt(head);
      if (name?.type !== "ORG") return [];
      const organisation = newOrganisation(this.analysis, this.hits, this.phrase(head), name);
      return organisation?.kindless === "before" ? [] : (organisation?.actors ?? []);
    }
    const settled = hit.person ? this.#people.get(hit)?.actors[0] : undefined;
    if (settled) return [{ code: settled.code, ...(settled.sector && { sector: settled.sector }) }];
    if (hit.person && !this.#asked.has(hit)) {
      // Whom a person belongs to, before the people of the report are settled: the title, or the offices known.
      this.#asked.add(hit);
      const told = this.titleOf(hit)?.description;
      const codes = told?.codes ?? [];
      const known = hit.names[0]?.person;
      const code =
        codes[0] ?? (known && onlyState(known)) ?? stateOfHolder(this.analysis, this.hits, hit, told?.role);
      this.#asked.delete(hit);
      return code ? [{ code, sector: "GOV" }] : [];
    }
    return [];
  }

  /** "the Air Defense Command of Japan's navy", "Norway's civil aviation": who has what the noun names. */
  #ownerOf(head: number): Actor | undefined {
    for (const child of children(this.analysis, this.analysis.words[head]!)) {
      const owner = child.deprel === "nmod:poss" ? this.hits.at(child.index) : undefined;
      const [name] = owner && !owner.person ? owner.names : [];
      if (name && (isBody(owner!) || stateCode(owner!))) return actorOfName(name);
    }
    return undefined;
  }

  /** The sector and name of a body that is in no list. */
  #bodyAt(head: number): Served["body"] {
    const name = this.hits.nameAt(head);
    const kind = name?.type === "ORG" ? sectorOf(this.analysis, this.hits, name.first, name) : undefined;
    return kind && kind.is !== "MED" ? { sector: kind.is, agency: formsOf(this.analysis, name!) } : undefined;
  }

  /** What the report calls a person; `PersonTitles` tells. */
  titleOf(_hit: Hit): Titled | undefined {
    return undefined;
  }
}

/** Sectors of those who are called by the leader whom they serve. */
const SERVING_PEOPLE: ReadonlySet<Sector> = new Set(["GOV", "MIL", "PTY"]);

/** Kinds of roles of people who live where they are told of. */
const LOCAL_PEOPLE: ReadonlySet<string> = new Set(["private", "group"]);

/** The one state or organisation that a person has served; undefined where there are several. */
function onlyState(person: Person): string | undefined {
  const codes = new Set(person.terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** The one sector of all of a person's offices; undefined where there are several. */
function onlySector(person: Person): Sector | undefined {
  const sectors = new Set(person.terms.map((t) => t.sector));
  return sectors.size === 1 ? [...sectors][0] : undefined;
}
