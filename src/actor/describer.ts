import { type Person, stateOfFamilyName } from "../knowledge/offices.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import {
  actorsOf,
  type Description,
  describeRole,
  modifiersBetween,
  type Served,
  stateCode,
} from "./describe.js";
import { isPlural } from "./draft.js";
import type { Hit, Hits } from "./hits.js";
import { actorOfName } from "./named.js";
import type { ReportedPerson } from "./people.js";
import { type Phrase, phraseOf } from "./phrases.js";
import { isPersonal, type Title, titleBefore } from "./titles.js";

/** Describes role nouns and titles from their own phrases: whose president, which ministry's spokesman. */
export class Describer {
  readonly analysis: Analysis;
  readonly hits: Hits;
  /** The title before each name. */
  readonly titles = new Map<Hit, Title>();
  /** The name that a role noun is set beside ("Nikki Haley, the U.S. ambassador"). */
  readonly beside = new Map<Hit, Hit>();
  readonly #owners = new Map<number, Hit>();
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
    const served = phrase.complements.map((c) => this.#served(c.preposition, c.head));
    let description = describeRole(this.analysis, hit, hit.role, modifiers, served);
    if (description.codes.length === 0 && !description.pending && !hit.role.state) {
      description =
        this.#fromPerson(description, modifiers.persons) ??
        this.#fromFamilyName(description, phrase.first, hit.first) ??
        this.#fromConjunct(description, head) ??
        description;
    }
    this.#descriptions.set(head, description);
    return description;
  }

  /** "the Trump administration", "Assad's forces": the state is the person's. */
  #fromPerson(description: Description, persons: readonly Hit[]): Description | undefined {
    if (description.sector !== "GOV" && description.sector !== "MIL" && description.sector !== undefined)
      return undefined;
    for (const hit of persons) {
      const person = this.#people.get(hit);
      const known = person?.known ?? hit.names[0]?.person;
      const code = person?.actors[0]?.code ?? (known && onlyState(known));
      if (code)
        return {
          ...description,
          codes: [code],
          by: `${description.by}, ${person?.name ?? known!.name} is of ${code}`,
        };
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
    if (
      !first ||
      children(this.analysis, word).some((c) => relation(c) === "det" || c.deprel === "nmod:poss")
    )
      return undefined;
    const shared = this.describe(first.index);
    if (!shared || shared.codes.length === 0 || !this.hits.at(first.index)?.role) return undefined;
    return {
      ...description,
      codes: shared.codes,
      by: `${description.by}, state shared with "${first.form}"`,
      open: false,
    };
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
      const codes = this.titleOf(hit)?.codes ?? [];
      const known = hit.names[0]?.person;
      const code = codes[0] ?? (known && onlyState(known));
      this.#asked.delete(hit);
      return code ? [{ code, sector: "GOV" }] : [];
    }
    return [];
  }

  /** The name whose title a word is the head of, where the tree hangs the name from its title. */
  titledBy(head: number): Hit | undefined {
    return this.#owners.get(head);
  }

  /** What the report calls a person: the title before the name, or the phrase set beside it. */
  titleOf(hit: Hit): Description | undefined {
    const { words } = this.analysis;
    const title = titleBefore(this.analysis, this.hits, hit);
    if (title) {
      this.titles.set(hit, title);
      this.#own(title, hit);
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
      this.beside.set(role, hit);
      return this.describe(holder.index);
    }
    return undefined;
  }

  #own(title: Title, person: Hit): void {
    const { words } = this.analysis;
    const inside = (i: number) => i >= title.first && i < person.last;
    if (!inside(words[person.top]!.head) && words[title.role.top]!.deprel === "nmod:desc") return;
    for (let i = title.first; i < person.first; i++) {
      const { head, upos } = words[i]!;
      if (!inside(head) && upos !== "PUNCT" && this.hits.at(i)) this.#owners.set(i, person);
    }
  }

  /** The role that a name is set beside: "a spokesman for the Foreign Ministry, Geng Shuang" names the spokesman. */
  #holder(word: Word): Word | undefined {
    for (
      let at: Word | undefined = word, steps = 0;
      at && steps < 3;
      at = governor(this.analysis, at), steps++
    ) {
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
    const description = describeRole(
      analysis,
      title.role,
      title.role.role!,
      { ...before, complements },
      served,
    );
    return description.codes.length > 0
      ? description
      : (this.#fromPerson(description, before.persons) ?? description);
  }
}

/** The one state or organisation that a person has served; undefined where there are several. */
function onlyState(person: Person): string | undefined {
  const codes = new Set(person.terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
