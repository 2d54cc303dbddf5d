import type { Knowledge } from "../knowledge/knowledge.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Name, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Actor, MentionForm } from "./actor.js";
import { actorsOf, type Description } from "./describe.js";
import { type Draft, isPlural, type Sort } from "./draft.js";
import { findHits, type Hit, type Hits } from "./hits.js";
import type { Introduction } from "./learned-offices.js";
import { formsOf, isBody, modifiersBetween } from "./modifiers.js";
import { actorOfName, byOfName, formOfName, nameAtHead } from "./named.js";
import { type NewOrganisation, newOrganisation, sectorOf } from "./new-organisations.js";
import { findPeople, type ReportedPerson, type Titled } from "./people.js";
import { PersonTitles } from "./person-titles.js";
import { headsPhrase, type Phrase } from "./phrases.js";
import { placeReason } from "./places.js";
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
  /** Organisations that only the report tells of, by the head of their name. */
  readonly #organisations = new Map<string, Draft>();
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
    this.#people = findPeople(analysis, this.hits, (hit) => this.#describer.titleOf(hit));
    for (const person of new Set(this.#people.values())) {
      settlePerson(person, report, this.hits, offices);
    }
    this.#describer.meet(this.#people);
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
    const titled = this.#describer.titledBy(head);
    if (titled) return this.#personDraft(phrase, titled);
    if (hit?.person) return this.#personDraft(phrase, hit);
    if (hit?.names[0]) return this.#nameDraft(phrase, hit, word);
    if (hit?.role) return this.#roleDraft(phrase, hit);
    const alias = this.#aliases.get(word.form);
    if (alias)
      return {
        ...alias,
        head,
        first: head,
        last: head + 1,
        antecedent: alias,
        by: `short for "${this.#text(alias)}"`,
      };
    return this.#organisationDraft(phrase, word);
  }

  /** Drafts of names inside a phrase that head no phrase of their own ("Chinese" of "Chinese companies"). */
  inner(hit: Hit): Draft | undefined {
    const name = hit.names[0];
    if (!name || hit.person || name.kind === "not an actor" || name.kind === "metonym") return undefined;
    if (name.kind === "capital" && placeReason(this.analysis, hit) !== undefined) return undefined;
    if (this.#isPartOfName(hit)) return undefined;
    const span = { first: hit.first, last: hit.last, head: hit.top };
    return {
      ...this.#draft(span, formOfName(name), [actorOfName(name)], byOfName(name), "body"),
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
    const name = nameAtHead(hit, word, words[hit.last]);
    if (name.kind === "not an actor") return undefined;
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
    if (name.kind === "citizen" || name.kind === "citizens") {
      const the =
        words[phrase.first]!.form.toLowerCase() === "the" &&
        hit.first === phrase.first + 1 &&
        !phrase.complements.length;
      const plural = name.kind === "citizens";
      const whole = the && plural;
      const actors = whole ? [{ code: name.code }] : [actor];
      return {
        ...this.#draft(span, "demonym", actors, `citizens of ${name.code}`, plural ? "people" : "person"),
        plural,
      };
    }
    if (name.kind === "adjective") {
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
    let actors = [actor];
    let by = byOfName(name);
    if (name.kind === "institution" && modifiers.states.length > 0 && !modifiers.states.includes(name.code)) {
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

  #roleDraft(phrase: Phrase, hit: Hit): Draft | undefined {
    const role = hit.role!;
    const description = this.describe(phrase.head);
    if (!description) return undefined;
    const word = this.analysis.words[phrase.head]!;
    const plural = isPlural(word);
    const sort: Sort =
      role.kind === "institution" || role.kind === "body" || role.state
        ? "body"
        : plural || role.kind === "group"
          ? "people"
          : "person";
    let { last } = phrase;
    for (const c of phrase.complements) {
      if (c.head === last || c.preposition === "of" || (c.preposition === "to" && role.kind === "post")) {
        const inner = this.phrase(c.head);
        if (inner.last - phrase.head < 12) last = Math.max(last, inner.last);
      }
    }
    const next = role.kind === "body" || role.kind === "institution" ? this.hits.at(hit.last) : undefined;
    if (
      next?.first === hit.last &&
      next.names[0] &&
      isBody(next) &&
      (description.codes.length === 0 || description.codes.includes(next.names[0].code))
    ) {
      // "the state news agency KCNA"
      const name = next.names[0];
      return {
        ...this.#draft(
          { ...phrase, last: Math.max(last, next.last) },
          "name",
          [actorOfName(name)],
          byOfName(name),
          "body",
        ),
        role: role.role,
      };
    }
    const named = phrase.bracketed !== undefined && description.codes.length > 0;
    const form: MentionForm =
      role.kind === "office" || (role.kind === "post" && !plural) ? "title" : plural ? "group" : "nominal";
    const beside = this.#describer.beside.get(hit);
    const person = beside && this.#people.get(beside);
    if (person && person.actors.length > 0) {
      const by = `${description.by}, beside ${person.name}`;
      return {
        ...this.#draft({ ...phrase, last }, "title", person.actors, by, "person"),
        person,
        plural,
        role: role.role,
      };
    }
    const draft = {
      ...this.#draft(
        { ...phrase, last },
        form,
        actorsOf(description),
        description.by,
        sort,
        description.reason,
      ),
      plural,
      role: role.role,
    };
    if (named) this.#aliases.set(this.analysis.words[phrase.bracketed!]!.form, draft);
    return draft;
  }

  /** A body that the model tags but `knowledge/` does not have. */
  #organisationDraft(phrase: Phrase, word: Word): Draft | undefined {
    if (word.upos !== "PROPN" || word.form === "North" || word.form === "South") return undefined;
    const tagged = this.hits.nameAt(word.index);
    if (tagged?.type !== "ORG") return undefined;
    const name = this.#secondOfTwo(tagged);
    const span = { ...phrase, last: Math.max(phrase.last, name.last) };
    const known = this.#knownOrganisation(word, name);
    if (known)
      return {
        ...this.#draft(span, "name", known.actors, `short for "${this.#text(known)}"`, "body"),
        antecedent: known,
      };
    const found =
      newOrganisation(this.analysis, this.hits, phrase, name) ?? this.#organisationBeside(word, name);
    if (found) {
      const draft = this.#draft(span, "name", found.actors, found.by, "body");
      this.learn(draft);
      return draft;
    }
    const reason = `knowledge has no body named "${formsOf(this.analysis, name)}"`;
    return this.#draft(
      span,
      "name",
      [],
      "name of an organisation",
      isThing(word.form) ? "thing" : "body",
      reason,
    );
  }

  /** "Equifax Equifax": a caption and the sentence behind it; the name is the second. */
  #secondOfTwo(name: Name): Name {
    const half = (name.last - name.first) / 2;
    const { words } = this.analysis;
    for (let i = 0; i < half; i++)
      if (words[name.first + i]!.form !== words[name.first + half + i]?.form) return name;
    return { ...name, first: name.first + half };
  }

  /** "Holding Co." or "Chinatrust" of Chinatrust Holding Co. */
  #knownOrganisation(word: Word, name: Name): Draft | undefined {
    const short = formsOf(this.analysis, name);
    const byEnd = this.#organisations.get(word.form);
    if (byEnd && this.#text(byEnd).endsWith(short)) return byEnd;
    const byStart = this.#organisations.get(this.analysis.words[name.first]!.form);
    return byStart && this.#text(byStart).startsWith(`${short} `) ? byStart : undefined;
  }

  /** Keeps an organisation that only the report tells of, for its next mentions. */
  learn(draft: Draft): void {
    const { words } = this.analysis;
    this.#organisations.set(words[draft.head]!.form, draft);
    const start = this.hits.nameAt(draft.head)?.first ?? draft.first;
    const { form } = words[start]!;
    if (!this.#organisations.has(form)) this.#organisations.set(form, draft);
  }

  /** The name and sector of an organisation of which no list and no word beside it tells the state. */
  newName(head: number): { readonly is: Sector; readonly by: string; readonly agency: string } | undefined {
    const name = this.hits.nameAt(head);
    if (name?.type !== "ORG" || this.hits.at(head)) return undefined;
    const sector = sectorOf(this.analysis, this.hits, name.first, name);
    return sector && { ...sector, agency: formsOf(this.analysis, name) };
  }

  /** "Panamanian law firm Mossack Fonseca", "Mossack Fonseca, a Panamanian law firm": what stands beside the name tells. */
  #organisationBeside(word: Word, name: Name): NewOrganisation | undefined {
    const over = governor(this.analysis, word);
    const near = children(this.analysis, word).filter(
      (c) => c.deprel === "appos" || c.deprel === "nmod:desc",
    );
    for (const noun of relation(word) === "appos" && over ? [over, ...near] : near) {
      const { kind } = this.hits.at(noun.index)?.role ?? {};
      const description = kind === "body" || kind === "institution" ? this.describe(noun.index) : undefined;
      if (description?.codes.length !== 1 || isPlural(noun)) continue;
      const agency = formsOf(this.analysis, name);
      return {
        actors: actorsOf({ ...description, agency }),
        by: `name of an organisation beside "${noun.form}": ${description.by}`,
      };
    }
    return undefined;
  }

  #draft(
    span: { readonly first: number; readonly last: number; readonly head: number },
    form: MentionForm,
    actors: readonly Actor[],
    by: string,
    sort: Sort,
    reason?: string,
  ): Draft {
    const { words } = this.analysis;
    let { first, last } = span;
    while (first < span.head && OUTSIDE.has(words[first]!.upos) && !this.hits.at(first)) first++;
    while (last - 1 > span.head && (words[last - 1]!.xpos === "POS" || words[last - 1]!.upos === "PUNCT")) {
      if (words[last - 1]!.form === ")") break;
      last--;
    }
    return {
      first,
      last,
      head: span.head,
      form,
      actors,
      by,
      sort,
      plural: isPlural(words[span.head]!),
      reason,
    };
  }

  #text(draft: Draft): string {
    return formsOf(this.analysis, draft);
  }

  /** Heads of noun phrases in text order. */
  *heads(): Iterable<number> {
    for (const word of this.analysis.words) {
      const hit = this.hits.at(word.index);
      if (hit ? hit.top === word.index : headsPhrase(word)) yield word.index;
    }
  }
}

/** Kinds of names under which a state's team goes too. */
const TEAMS: ReadonlySet<string> = new Set(["state", "capital"]);

/** Words that stand before a phrase and are no part of it. */
const OUTSIDE: ReadonlySet<string> = new Set(["ADV", "ADP", "CCONJ", "SCONJ", "PUNCT", "AUX", "VERB"]);

/** "ICBM", "Hwasong-14": what the model takes for a body but is likelier a thing. */
function isThing(form: string): boolean {
  return form === form.toUpperCase() || /\d/.test(form);
}
