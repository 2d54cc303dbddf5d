import type { Knowledge } from "../knowledge/knowledge.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Actor, MentionForm } from "./actor.js";
import { companyOfficer } from "./company-officers.js";
import type { Description } from "./describe.js";
import { type Draft, isPlural, type Sort, textOf } from "./draft.js";
import { findHits, type Hit, type Hits } from "./hits.js";
import type { Introduction } from "./learned-offices.js";
import { modifiersBetween } from "./modifiers.js";
import { actorOfName, actorsOfName, byOfName, formOfName, nameAtHead } from "./named.js";
import { localGovernment } from "./new-organisations.js";
import { Organisations } from "./organisations.js";
import { findPeople, type ReportedPerson, type Titled } from "./people.js";
import { PersonTitles } from "./person-titles.js";
import { OUTSIDE, phraseDraft } from "./phrase-draft.js";
import { headsPhrase, type Phrase } from "./phrases.js";
import { isTownOf, placeReason } from "./places.js";
import { periodOf } from "./report-period.js";
import { roleDraft } from "./role-draft.js";
import { settlePerson } from "./settle-person.js";
import { isTeam } from "./sports.js";
import { isHonorific } from "./titles.js";

/**
 * Reads what the phrases of a report say by themselves: names, titles, roles with their states. What they leave to
 * the text before them (pronouns, "the ministry", "both sides") is settled in `open-phrases.ts`.
 */
export class Reader {
  readonly analysis: Analysis;
  readonly hits: Hits;
  readonly #describer: PersonTitles;
  /** Names in brackets that the report gives a body ("(KCNA)"), by their form. */
  readonly #aliases = new Map<string, Draft>();
  /** Organisations that only the report tells of. */
  readonly organisations: Organisations;
  readonly #people: ReadonlyMap<Hit, ReportedPerson>;

  constructor(
    report: Report,
    analysis: Analysis,
    knowledge: Knowledge,
    offices: readonly Introduction[] = [],
  ) {
    this.analysis = analysis;
    this.hits = findHits(analysis, knowledge);
    this.#describer = new PersonTitles(analysis, this.hits);
    this.organisations = new Organisations(this.#describer);
    this.#people = findPeople(analysis, this.hits, (hit) => this.#describer.titleOf(hit));
    const people = new Set(this.#people.values());
    const period = report.published.known ? undefined : periodOf(people, knowledge);
    const settle = (person: ReportedPerson) => {
      settlePerson(person, report, this.hits, offices, period);
      const officer = companyOfficer(analysis, this.hits, person);
      if (officer) {
        person.actors = [officer.actor];
        person.by = officer.by;
        person.introduction = { title: officer.title, basis: "inferred", actor: officer.actor };
      }
    };
    people.forEach(settle);
    this.#describer.meet(this.#people);
    for (const person of people) if (this.#tellAgain(person)) settle(person);
  }

  /** "a spokesman for Mrs. Clinton", "an adviser to Cruz": whose, only the people who are settled tell. */
  #tellAgain(person: ReportedPerson): boolean {
    if (person.actors.length > 0) return false;
    let told = false;
    for (const [i, title] of person.titles.entries()) {
      if (title.description.codes.length > 0) continue;
      const again = this.#describer.titleOf(title.hit);
      if (!again || again.description.codes.length === 0) continue;
      person.titles[i] = again;
      told = true;
    }
    return told;
  }

  /** The people of the report, each once. */
  people(): Iterable<ReportedPerson> {
    return new Set(this.#people.values());
  }

  /** The title that a role noun gives to a name beside it ("Nikki Haley, the U.S. ambassador"). */
  titleBeside(head: number): Titled | undefined {
    const role = this.hits.at(head);
    const beside = role && this.#describer.beside.get(role);
    return beside && this.personOf(beside)?.titles.find((t) => t.hit === beside);
  }

  personOf(name: Hit): ReportedPerson | undefined {
    return this.#people.get(name);
  }

  phrase(head: number): Phrase {
    return this.#describer.phrase(head);
  }

  /** What a role noun's phrase says of its holder or body. */
  describe(head: number): Description | undefined {
    return this.#describer.describe(head);
  }

  /** The draft of a phrase by its own words; undefined where it names nobody. */
  read(head: number): Draft | undefined {
    const { words } = this.analysis;
    const word = words[head]!;
    const phrase = this.phrase(head);
    const hit = this.hits.at(head);
    const own = hit && hit.last - hit.first === 1 ? this.#aliases.get(word.form) : undefined;
    if (own) return this.#short(own, head);
    const titled = this.#describer.titledBy(head);
    if (titled) return this.#personDraft(phrase, titled);
    if (hit?.person) return this.#personDraft(phrase, hit);
    if (hit?.names[0]) return this.#nameDraft(phrase, hit, word);
    if (hit?.role) {
      const draft = roleDraft(this.#describer, this.#people, phrase, hit);
      if (phrase.bracketed !== undefined && draft && draft.actors.length > 0 && !draft.person)
        this.#aliases.set(words[phrase.bracketed]!.form, draft);
      return draft;
    }
    const alias = this.#aliases.get(word.form);
    if (alias) return this.#short(alias, head);
    return this.#localGovernment(phrase, word) ?? this.organisations.read(phrase, word);
  }

  /** The short form that the report itself gives a body, whatever else the letters mean ("the CDC" of Taiwan). */
  #short(alias: Draft, head: number): Draft {
    const by = `short for "${textOf(this.analysis, alias)}"`;
    return { ...alias, head, first: head, last: head + 1, antecedent: alias, by };
  }

  #localGovernment(phrase: Phrase, word: Word): Draft | undefined {
    const found = localGovernment(this.analysis, this.hits, word);
    return found && this.#draft(phrase, "name", found.actors, found.by, "body");
  }

  /** Drafts of names inside a phrase that head no phrase of their own ("Chinese" of "Chinese companies"). */
  inner(hit: Hit): Draft | undefined {
    const name = hit.names[0];
    if (!name || hit.person || name.kind === "not an actor") return undefined;
    // "Republican lawmakers": what the adjective tells, the noun's phrase tells.
    if (name.kind === "party" && this.analysis.words[hit.top]!.upos === "ADJ") return undefined;
    // "a White House statement": a seat stands for who sits in it before a noun too; "Camp David talks" are held there.
    if (name.kind === "metonym" && name.role === "place") return undefined;
    if (name.kind === "capital" && placeReason(this.analysis, hit) !== undefined) return undefined;
    if (this.#isPartOfName(hit)) return undefined;
    const span = { first: hit.first, last: hit.last, head: hit.top };
    return {
      ...this.#draft(span, formOfName(name), actorsOfName(name), byOfName(name), "body"),
      plural: false,
    };
  }

  /** "China Times", "Bank of America": a state's name inside a body's that nobody knows is not the state. */
  #isPartOfName(hit: Hit): boolean {
    const { words } = this.analysis;
    const tag = this.hits.nameAt(hit.top);
    const over = words[words[hit.top]!.head];
    if (tag?.type !== "ORG" || !over || over.index < tag.first || over.index >= tag.last) return false;
    return over.upos === "PROPN" && !this.hits.at(over.index);
  }

  #personDraft(phrase: Phrase, hit: Hit): Draft {
    const person = this.#people.get(hit);
    const { words } = this.analysis;
    let first = Math.min(this.#describer.titles.get(hit)?.first ?? hit.first, phrase.head);
    if (isHonorific(words[first - 1])) first--;
    const span = { first, last: Math.max(hit.last, phrase.head + 1), head: phrase.head };
    if (!person) return this.#draft(span, "name", [], "name", "person", "no person's name");
    const then = person.thenHeld?.get(hit);
    if (then) return { ...this.#draft(span, "name", then.actors, then.by, "person"), person, plural: false };
    const earlier = person.hits[0] !== hit;
    const by =
      earlier && hit.last - hit.first < person.tokens.length
        ? `short for ${person.name}; ${person.by}`
        : person.by;
    return {
      ...this.#draft(span, "name", person.actors, by, "person", person.reason),
      person,
      plural: false,
    };
  }

  #nameDraft(phrase: Phrase, hit: Hit, word: Word): Draft | undefined {
    const { words } = this.analysis;
    const next = words[hit.last];
    const counted = next?.upos !== "NOUN" && children(this.analysis, word).some((c) => c.upos === "NUM");
    const name = nameAtHead(hit, word, next, counted);
    if (name.kind === "not an actor") return undefined;
    if (name.kind === "state" && isTownOf(this.analysis, word)) return undefined;
    if (name.kind === "capital" || name.kind === "metonym") {
      if (name.role === "place" || placeReason(this.analysis, hit) !== undefined) return undefined;
    }
    const actor = actorOfName(name);
    if (TEAMS.has(name.kind) && isTeam(this.analysis, word)) {
      const reason = `"${name.name}" is a team here`;
      return this.#draft(phrase, formOfName(name), [], byOfName(name), "body", reason);
    }
    const span = {
      ...phrase,
      last: phrase.bracketed === undefined ? Math.max(hit.last, phrase.head + 1) : phrase.last,
    };
    // "said in Spanish": the language.
    if (DEMONYMS.has(name.kind) && words[hit.first - 1]?.form.toLowerCase() === "in") return undefined;
    if (name.kind === "citizen" || name.kind === "citizens") {
      const the =
        words[phrase.first]!.form.toLowerCase() === "the" &&
        hit.first === phrase.first + 1 &&
        !phrase.complements.length;
      const plural = name.kind === "citizens";
      const whole = the && plural;
      const all = actorsOfName(name);
      const actors = whole ? all.map(({ code }) => ({ code })) : all;
      return {
        ...this.#draft(span, "demonym", actors, `citizens of ${name.code}`, plural ? "people" : "person"),
        plural,
      };
    }
    if (name.kind === "adjective") {
      const before = words[hit.first - 1];
      if (counted || before?.upos === "NUM" || INDEFINITE.has(before?.form.toLowerCase() ?? ""))
        return this.#draft(
          span,
          "demonym",
          [{ code: name.code, sector: "CVL" }],
          `citizens of ${name.code}`,
          "person",
        );
      // "the British", "the Chinese side's": an adjective that heads a phrase stands for its state.
      return this.#draft(
        span,
        "demonym",
        [{ code: name.code }],
        byOfName(name),
        words[hit.last]?.upos === "NOUN" ? "body" : "people",
      );
    }
    span.first = this.#startOfName(phrase, hit);
    const modifiers = modifiersBetween(this.analysis, this.hits, phrase.first, hit.first);
    let actors = actorsOfName(name);
    let by = byOfName(name);
    // "Hong Kong's Democratic Party" is no party of the United States.
    const isShared = name.kind === "institution" || name.kind === "party";
    if (isShared && modifiers.states.length > 0 && !modifiers.states.includes(name.code)) {
      actors = modifiers.states.map((code) => ({ ...actor, code }));
      by = `${by}, state from "${modifiers.stateWords}"`;
    }
    const draft = this.#draft(span, formOfName(name), actors, by, "body");
    if (phrase.bracketed !== undefined) this.#aliases.set(words[phrase.bracketed]!.form, draft);
    return { ...draft, plural: (name.kind === "party" || name.kind === "armed group") && isPlural(word) };
  }

  /** A name keeps the words right before it up to a preposition or adverb ("the Trump White House"). */
  #startOfName(phrase: Phrase, hit: Hit): number {
    const { words } = this.analysis;
    let { first } = hit;
    while (first > phrase.first && !OUTSIDE.has(words[first - 1]!.upos)) first--;
    return first;
  }

  #draft(
    span: Pick<Draft, "first" | "last" | "head">,
    form: MentionForm,
    actors: readonly Actor[],
    by: string,
    sort: Sort,
    reason?: string,
  ): Draft {
    return phraseDraft(this.analysis, this.hits, span, { form, actors, by, sort, reason });
  }

  /** Heads of noun phrases in text order. */
  *heads(): Iterable<number> {
    for (const word of this.analysis.words) {
      const hit = this.hits.at(word.index);
      if (hit ? hit.top === word.index : headsPhrase(word)) yield word.index;
    }
  }
}

const DEMONYMS: ReadonlySet<string> = new Set(["adjective", "citizen", "citizens"]);
const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another"]);
/** Kinds of names under which a state's team goes too. */
const TEAMS: ReadonlySet<string> = new Set(["state", "capital"]);
