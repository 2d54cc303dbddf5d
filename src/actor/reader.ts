import type { NameEntry } from "../knowledge/names.js";
import { type Person, stateOfFamilyName } from "../knowledge/offices.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Actor, MentionForm } from "./actor.js";
import { actorsOf, type Description, describeRole, formsOf, isBody, modifiersBetween, type Served, stateCode } from "./describe.js";
import { type Draft, isPlural, type Sort } from "./draft.js";
import { findHits, type Hit, type Hits, statesNamed } from "./hits.js";
import { findPeople, type ReportedPerson, settlePerson } from "./people.js";
import { headsPhrase, type Phrase, phraseOf } from "./phrases.js";
import { placeReason } from "./places.js";
import { isHonorific, isPersonal, type Title, titleBefore } from "./titles.js";

/**
 * Reads what the phrases of a report say by themselves: names, titles, roles with their states. What they leave to
 * the text before them (pronouns, "the ministry", "both sides") is `references.ts`'s.
 */
export class Reader {
  readonly analysis: Analysis;
  readonly report: Report;
  readonly hits: Hits;
  readonly statesNamed: ReadonlySet<string>;
  /** Names in brackets that the report gives a body ("(KCNA)"), by their form. */
  readonly #aliases = new Map<string, Draft>();
  readonly #phrases: (Phrase | undefined)[] = [];
  readonly #descriptions: (Description | undefined)[] = [];
  readonly #described = new Set<number>();
  /** The title before each name, and the name behind each title. */
  readonly #titles = new Map<Hit, Title>();
  readonly #titled = new Map<Hit, Hit>();
  /** The name that a role noun is set beside ("Nikki Haley, the U.S. ambassador"). */
  readonly #beside = new Map<Hit, Hit>();
  /** Names whose title is being looked for. */
  readonly #asked = new Set<Hit>();
  readonly #people: ReadonlyMap<Hit, ReportedPerson>;

  constructor(report: Report, analysis: Analysis) {
    this.report = report;
    this.analysis = analysis;
    this.hits = findHits(analysis);
    this.statesNamed = statesNamed(this.hits);
    this.#people = findPeople(analysis, this.hits, (hit) => this.#titleOf(hit));
    for (const person of new Set(this.#people.values())) settlePerson(person, report.published, this.statesNamed);
  }

  /** All people whom the report names, in no order. */
  get people(): Iterable<ReportedPerson> {
    return new Set(this.#people.values());
  }

  phrase(head: number): Phrase {
    this.#phrases[head] ??= phraseOf(this.analysis, this.hits, head);
    return this.#phrases[head];
  }

  /** The draft of a phrase by its own words; undefined where it names nobody. */
  read(head: number): Draft | undefined {
    const { words } = this.analysis;
    const word = words[head]!;
    const phrase = this.phrase(head);
    const hit = this.hits.at(head);
    const titled = hit && this.#titled.get(hit);
    if (titled) return this.#personDraft(phrase, titled);
    if (hit?.person) return this.#personDraft(phrase, hit);
    if (hit?.names[0]) return this.#nameDraft(phrase, hit, word);
    if (hit?.role) return this.#roleDraft(phrase, hit);
    const alias = this.#aliases.get(word.form);
    if (alias) return { ...alias, head, first: head, last: head + 1, antecedent: alias, by: `short for "${this.#text(alias)}"` };
    return this.#organisationDraft(phrase, word);
  }

  /** Drafts of names inside a phrase that head no phrase of their own ("Chinese" of "Chinese companies"). */
  inner(hit: Hit): Draft | undefined {
    const name = hit.names[0];
    if (!name || hit.person || name.kind === "not an actor" || name.kind === "metonym") return undefined;
    if (name.kind === "capital" && placeReason(this.analysis, hit) !== undefined) return undefined;
    return this.#draft({ first: hit.first, last: hit.last, head: hit.top }, formOf(name), [actorOfName(name)], byOf(name), "body");
  }

  /** What a role noun's phrase says of its holder or body. */
  describe(head: number): Description | undefined {
    if (this.#described.has(head)) return this.#descriptions[head];
    this.#described.add(head);
    const hit = this.hits.at(head);
    if (!hit?.role) return undefined;
    const phrase = this.phrase(head);
    const modifiers = modifiersBetween(this.analysis, this.hits, phrase.first, hit.first);
    const served = phrase.complements.map((c) => this.#served(c.preposition, c.head));
    let description = describeRole(this.analysis, hit, hit.role, modifiers, served);
    if (description.codes.length === 0 && !description.pending && !hit.role.state) {
      description = this.#fromPerson(description, modifiers.persons) ?? this.#fromFamilyName(description, phrase.first, hit.first) ?? this.#fromConjunct(description, head) ?? description;
    }
    this.#descriptions[head] = description;
    return description;
  }

  personOf(hit: Hit): ReportedPerson | undefined {
    return this.#people.get(hit);
  }

  /** "the Trump administration", "Assad's forces": the state is the person's. */
  #fromPerson(description: Description, persons: readonly Hit[]): Description | undefined {
    for (const hit of persons) {
      const person = this.#people?.get(hit);
      const known = person?.known ?? hit.names[0]?.person;
      const code = person?.actors[0]?.code ?? (known && onlyState(known));
      if (code) return { ...description, codes: [code], by: `${description.by}, ${person?.name ?? known!.name} is of ${code}` };
    }
    return undefined;
  }

  /** "the Bush administration": a family name that the tagger did not take for one. */
  #fromFamilyName(description: Description, from: number, to: number): Description | undefined {
    for (let i = from; i < to; i++) {
      const { form, upos } = this.analysis.words[i]!;
      const code = upos === "PROPN" && !this.hits.at(i) ? stateOfFamilyName(form) : undefined;
      if (code) return { ...description, codes: [code], by: `${description.by}, ${form} is of ${code}` };
    }
    return undefined;
  }

  /** "Chinese companies and citizens": a bare conjunct shares the first one's state. */
  #fromConjunct(description: Description, head: number): Description | undefined {
    const word = this.analysis.words[head]!;
    const first = relation(word) === "conj" ? governor(this.analysis, word) : undefined;
    if (!first || children(this.analysis, word).some((c) => relation(c) === "det" || c.deprel === "nmod:poss")) return undefined;
    const shared = this.describe(first.index);
    if (!shared || shared.codes.length === 0 || !this.hits.at(first.index)?.role) return undefined;
    return { ...description, codes: shared.codes, by: `${description.by}, state shared with "${first.form}"`, open: false };
  }

  #served(preposition: string, head: number): Served {
    const role = this.hits.at(head)?.role;
    const institution = role?.kind === "institution" ? role : undefined;
    return { preposition, actors: this.#actorsAt(head), institution };
  }

  /** Whom the phrase behind a preposition is about, without looking beyond it. */
  #actorsAt(head: number): readonly Actor[] {
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
    if (hit?.person && !this.#asked.has(hit)) {
      // Whom a person belongs to, before the people of the report are settled: the title, or the offices known.
      this.#asked.add(hit);
      const codes = this.#titleOf(hit)?.codes ?? [];
      const known = hit.names[0]?.person;
      const code = codes[0] ?? (known && onlyState(known));
      this.#asked.delete(hit);
      return code ? [{ code, sector: "GOV" }] : [];
    }
    return [];
  }

  /** What the report calls a person: the title before the name, or the phrase set beside it. */
  #titleOf(hit: Hit): Description | undefined {
    const { words } = this.analysis;
    const title = titleBefore(this.analysis, this.hits, hit);
    if (title) {
      this.#titles.set(hit, title);
      this.#titled.set(title.role, hit);
      return this.#describeTitle(title, hit);
    }
    const top = words[hit.top]!;
    const over = governor(this.analysis, top);
    const beside = [
      ...(relation(top) === "appos" && over ? [over] : []),
      ...children(this.analysis, top).filter((c) => relation(c) === "appos" && c.index > hit.first),
    ];
    for (const word of beside) {
      const holder = this.#holder(word);
      const role = holder && this.hits.at(holder.index);
      if (!role || isPlural(holder)) continue;
      this.#beside.set(role, hit);
      return this.describe(holder.index);
    }
    return undefined;
  }

  /** The role that a name is set beside: "a spokesman for the Foreign Ministry, Geng Shuang" names the spokesman. */
  #holder(word: Word): Word | undefined {
    for (let at: Word | undefined = word, steps = 0; at && steps < 3; at = governor(this.analysis, at), steps++) {
      const role = this.hits.at(at.index)?.role;
      if (role && isPersonal(role)) return at;
      if (relation(at) !== "nmod" && at !== word) return undefined;
    }
    return undefined;
  }

  #describeTitle(title: Title, person: Hit): Description {
    const { analysis, hits } = this;
    const before = modifiersBetween(analysis, hits, title.first, title.role.first);
    const behind = modifiersBetween(analysis, hits, title.role.last, person.first);
    const complements = [...before.complements, ...behind.complements];
    const inside = behind.bodies.length > 0 || behind.states.length > 0;
    if (inside && complements.length === 0) {
      // The tree hung the complement from the name; the preposition is the word behind the role.
      const preposition = analysis.words[title.role.last]!.form.toLowerCase();
      const hit = hits.at(person.first - 1)!;
      complements.push({ preposition, hit });
    }
    const served = complements.map((c) => this.#served(c.preposition, c.hit.top));
    const description = describeRole(analysis, title.role, title.role.role!, { ...before, complements }, served);
    return description.codes.length > 0 ? description : (this.#fromPerson(description, before.persons) ?? description);
  }

  #personDraft(phrase: Phrase, hit: Hit): Draft {
    const person = this.#people.get(hit);
    const { words } = this.analysis;
    let first = Math.min(this.#titles.get(hit)?.first ?? hit.first, phrase.head);
    if (isHonorific(words[first - 1])) first--;
    const span = { first, last: Math.max(hit.last, phrase.head + 1), head: phrase.head };
    if (!person) return this.#draft(span, "name", [], "name", "person", "no person's name");
    const earlier = person.hits[0] !== hit;
    const by = earlier && hit.last - hit.first < person.tokens.length ? `short for ${person.name}; ${person.by}` : person.by;
    return { ...this.#draft(span, "name", person.actors, by, "person", person.reason), person, plural: false };
  }

  #nameDraft(phrase: Phrase, hit: Hit, word: Word): Draft | undefined {
    const { words } = this.analysis;
    const name = choose(hit, word);
    if (name.kind === "not an actor") return undefined;
    if (name.kind === "capital" || name.kind === "metonym") {
      if (name.role === "place" || placeReason(this.analysis, hit) !== undefined) return undefined;
      if (name.kind === "capital" && name.guard && !this.statesNamed.has(name.code)) return undefined;
    }
    const actor = actorOfName(name);
    const span = { ...phrase, last: phrase.bracketed === undefined ? Math.max(hit.last, phrase.head + 1) : phrase.last };
    if (name.kind === "citizen" || name.kind === "citizens") {
      const the = words[phrase.first]!.form.toLowerCase() === "the" && hit.first === phrase.first + 1 && !phrase.complements.length;
      const plural = name.kind === "citizens";
      const whole = the && plural;
      const actors = whole ? [{ code: name.code }] : [actor];
      return { ...this.#draft(span, "demonym", actors, `citizens of ${name.code}`, plural ? "people" : "person"), plural };
    }
    if (name.kind === "adjective") {
      // "the British", "the Chinese side's": an adjective that heads a phrase stands for its state.
      return this.#draft(span, "demonym", [{ code: name.code }], byOf(name), "people");
    }
    span.first = this.#startOfName(phrase, hit);
    const modifiers = modifiersBetween(this.analysis, this.hits, phrase.first, hit.first);
    let actors = [actor];
    let by = byOf(name);
    if (name.kind === "institution" && modifiers.states.length > 0 && !modifiers.states.includes(name.code)) {
      actors = modifiers.states.map((code) => ({ ...actor, code }));
      by = `${by}, state from "${modifiers.stateWords}"`;
    }
    const draft = this.#draft(span, formOf(name), actors, by, "body");
    if (phrase.bracketed !== undefined) this.#aliases.set(words[phrase.bracketed]!.form, draft);
    return { ...draft, plural: name.kind === "party" && isPlural(word) };
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
      role.kind === "institution" || role.kind === "body" || role.state ? "body" : plural || role.kind === "group" ? "people" : "person";
    let { last } = phrase;
    for (const c of phrase.complements) {
      if (c.head === last || c.preposition === "of" || (c.preposition === "to" && role.kind === "post")) {
        const inner = this.phrase(c.head);
        if (inner.last - phrase.head < 12) last = Math.max(last, inner.last);
      }
    }
    const next = role.kind === "body" || role.kind === "institution" ? this.hits.at(hit.last) : undefined;
    if (next?.first === hit.last && next.names[0] && isBody(next) && (description.codes.length === 0 || description.codes.includes(next.names[0].code))) {
      // "the state news agency KCNA"
      const name = next.names[0];
      return { ...this.#draft({ ...phrase, last: Math.max(last, next.last) }, "name", [actorOfName(name)], byOf(name), "body"), role: role.role };
    }
    const named = phrase.bracketed !== undefined && description.codes.length > 0;
    const form: MentionForm = role.kind === "office" || (role.kind === "post" && !plural) ? "title" : plural ? "group" : "nominal";
    const beside = this.#beside.get(hit);
    const person = beside && this.#people.get(beside);
    if (person && person.actors.length > 0) {
      const by = `${description.by}, beside ${person.name}`;
      return { ...this.#draft({ ...phrase, last }, "title", person.actors, by, "person"), person, plural, role: role.role };
    }
    const draft = {
      ...this.#draft({ ...phrase, last }, form, actorsOf(description), description.by, sort, description.reason),
      plural,
      role: role.role,
    };
    if (named) this.#aliases.set(this.analysis.words[phrase.bracketed!]!.form, draft);
    return draft;
  }

  /** A body that the model tags but `knowledge/` does not have. */
  #organisationDraft(phrase: Phrase, word: Word): Draft | undefined {
    if (word.upos !== "PROPN" || word.form === "North" || word.form === "South") return undefined;
    const name = this.hits.nameAt(word.index);
    if (name?.type !== "ORG") return undefined;
    const reason = `knowledge has no body named "${formsOf(this.analysis, name)}"`;
    return this.#draft({ ...phrase, last: Math.max(phrase.last, name.last) }, "name", [], "name of an organisation", isThing(word.form) ? "thing" : "body", reason);
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
    return { first, last, head: span.head, form, actors, by, sort, plural: isPlural(words[span.head]!), reason };
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

/** Words that stand before a phrase and are no part of it. */
const OUTSIDE: ReadonlySet<string> = new Set(["ADV", "ADP", "CCONJ", "SCONJ", "PUNCT", "AUX", "VERB"]);

/** Of what a name can be, what it is as the head of a phrase: "a Swiss", "the Chinese", "Iraqis". */
function choose(hit: Hit, word: Word): NameEntry {
  const kinds = isPlural(word) || word.xpos === "NNPS" ? ["citizens"] : ["state", "citizens", "citizen"];
  for (const kind of kinds) {
    const name = hit.names.find((n) => n.kind === kind);
    if (name && hit.names[0]!.kind !== "institution" && hit.names[0]!.kind !== "organisation") return name;
  }
  return hit.names[0]!;
}

/** "ICBM", "Hwasong-14": what the model takes for a body but is likelier a thing. */
function isThing(form: string): boolean {
  return form === form.toUpperCase() || /\d/.test(form);
}

/** The one state or organisation that a person has served; undefined where there are several. */
function onlyState(person: Person): string | undefined {
  const codes = new Set(person.terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** The actor that a name stands for. */
export function actorOfName(name: NameEntry): Actor {
  const citizen = name.kind === "citizen" || name.kind === "citizens";
  return {
    code: name.code,
    ...(name.sector && { sector: name.sector }),
    ...(name.agency && !citizen && { agency: name.agency }),
  };
}

function formOf(name: NameEntry): MentionForm {
  switch (name.kind) {
    case "capital":
    case "metonym":
      return "metonym";
    case "adjective":
    case "citizen":
    case "citizens":
      return "demonym";
    default:
      return "name";
  }
}

function byOf(name: NameEntry): string {
  return `${name.kind} "${name.name}" of ${name.code}`;
}
