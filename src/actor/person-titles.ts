import type { Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { belongingOf, clauseTitle } from "./clause-titles.js";
import { type Description, describeRole, inTenure } from "./describe.js";
import { isPlural } from "./draft.js";
import type { Hit } from "./hits.js";
import { isBody, modifiersBetween } from "./modifiers.js";
import { isOneOf } from "./partitives.js";
import type { Titled } from "./people.js";
import { PersonOrigins } from "./person-origins.js";
import { isPersonal, type Title, titleBefore } from "./titles.js";

/** Finds what a report calls its people: before the name, beside it, in the clause around it. */
export class PersonTitles extends PersonOrigins {
  /** The title before each name. */
  readonly titles = new Map<Hit, Title>();
  /** The name that a role noun is set beside ("Nikki Haley, the U.S. ambassador"). */
  readonly beside = new Map<Hit, Hit>();
  readonly #owners = new Map<number, Hit>();

  /** The name whose title a word is the head of, where the tree hangs the name from its title. */
  titledBy(head: number): Hit | undefined {
    return this.#owners.get(head);
  }

  /** What the report calls a person: the title before the name, the phrase set beside it, or what its clause says. */
  override titleOf(hit: Hit): Titled | undefined {
    const title = titleBefore(this.analysis, this.hits, hit);
    if (title) {
      this.titles.set(hit, title);
      this.#own(title, hit);
      const described = this.#withBelonging(this.#describeTitle(title, hit), hit);
      // "PETA Vice President Lange": whose, only that body could tell.
      const pending = described.codes.length === 0 && this.#holdsUnknownBody(title);
      const description = pending ? { ...described, pending } : described;
      const open = description.ofInstitution || (description.open && this.#isStateOffice(title));
      // "Field Marshal Slim, British commander in Burma": what stands beside may tell what the title leaves out.
      const told = description.codes.length === 0 && !open ? this.#toldAround(hit) : undefined;
      if (told && told.description.codes.length > 0) return told;
      return { hit, description, first: title.first, last: hit.last, open, noun: title.role.top };
    }
    return this.#toldAround(hit);
  }

  /** What the words around a name tell: the first that tells the state, else the first that tells anything. */
  #toldAround(hit: Hit): Titled | undefined {
    const role = this.#titleBeside(hit) ?? this.#titleInClause(hit);
    if (role && (role.open || role.description.codes.length > 0)) return role;
    const state = this.originOf(hit);
    if (!role || !state) return role ?? state;
    const { codes, by } = state.description;
    const { reason, ...description } = role.description;
    return {
      ...role,
      description: { ...description, codes, by: `${description.by}, ${by}`, pending: false },
    };
  }

  /** "Nikki Haley, the U.S. ambassador", "a spokesman for the ministry, Geng Shuang". */
  #titleBeside(hit: Hit): Titled | undefined {
    const top = this.analysis.words[hit.top]!;
    const over = governor(this.analysis, top);
    const beside = [
      ...(relation(top) === "appos" && over ? [over] : []),
      ...children(this.analysis, top).filter((c) => c.index > hit.first && this.#isSetBeside(c, hit)),
    ];
    for (const word of beside) {
      const holder = this.#holder(word);
      const role = holder && this.hits.at(holder.index);
      if (!role || (isPlural(holder) && !isOneOf(this.analysis, holder))) continue;
      this.beside.set(role, hit);
      const own = this.describe(holder.index);
      const description = own && this.#withEmployer(own, beside.slice(beside.indexOf(word) + 1));
      return this.titled(hit, holder, description && this.#withBelonging(description, hit));
    }
    return undefined;
  }

  /** An apposition; a title behind the name and a comma, too ("Okonogi, professor emeritus at Keio"). */
  #isSetBeside(word: Word, { last }: Hit): boolean {
    if (relation(word) === "appos") return true;
    return word.deprel === "nmod:desc" && word.index >= last && this.analysis.words[last]?.form === ",";
  }

  /** "Geng is a spokesman", "Ochieng, who heads the central bank", "Moreau of Amnesty International". */
  #titleInClause(hit: Hit): Titled | undefined {
    const found = clauseTitle(this.analysis, this.hits, hit);
    if (!found) return undefined;
    const { noun, is, tenure } = found;
    const own =
      is === "role" ? this.describe(noun.index) : this.belonging(noun, is === "headed" ? "head" : "of");
    const title = this.titled(hit, noun, own && tenure ? inTenure(own, tenure) : own);
    const office = is === "role" && this.hits.at(noun.index)?.role?.kind === "office";
    // "named Quispe as defence minister": whose, the text around tells.
    return title && office && own?.open && own.agency ? { ...title, open: true } : title;
  }

  /** "Viscount Hood, Minister, British Embassy": the body set behind a title that says nothing of a state. */
  #withEmployer(description: Description, behind: readonly Word[]): Description {
    if (description.codes.length > 0 || description.pending) return description;
    for (const word of behind) {
      const hit = this.hits.at(word.index);
      const [body] = hit && isBody(hit) ? this.actorsAt(word.index) : [];
      if (!body) continue;
      const { reason, ...rest } = description;
      const by = `${description.by}, beside "${this.textOf(word)}"`;
      const sector = description.sector ?? body.sector;
      return {
        ...rest,
        codes: [body.code],
        ...(sector && { sector }),
        by,
        open: false,
        ofInstitution: false,
      };
    }
    return description;
  }

  /** "Prime Minister Berg of Norway": the title leaves the state to the words behind the name. */
  #withBelonging(description: Description, hit: Hit): Description {
    if (description.codes.length > 0 || description.pending) return description;
    const behind = belongingOf(this.analysis, this.hits, hit);
    const [body] = behind ? this.actorsAt(behind.noun.index) : [];
    if (!body) return description;
    const { reason, ...rest } = description;
    // "Representative DeLay of Texas": of a part of a state, one of its parliament.
    const elected = description.role === "representative" && !this.hits.at(behind!.noun.index);
    return {
      ...rest,
      ...(elected && { sector: "LEG" as const }),
      codes: [body.code],
      ...(!description.sector && body.sector && { sector: body.sector }),
      ...(!description.agency && body.agency && { agency: body.agency }),
      by: `${description.by}, of "${this.textOf(behind!.noun)}"`,
      open: false,
      ofInstitution: false,
    };
  }

  /** "President Solis", not "Lyft President Zimmer": an office of a state, with no name that nobody knows before it. */
  #isStateOffice(title: Title): boolean {
    if (title.role.role?.kind !== "office") return false;
    const { words } = this.analysis;
    if (words[title.role.first]!.form === words[title.role.first]!.form.toLowerCase()) return false;
    const { sentence } = words[title.first]!;
    for (let i = Math.max(title.first - 1, 0); i < title.role.first; i++) {
      const { upos, sentence: own } = words[i]!;
      const hit = this.hits.at(i);
      if (own === sentence && upos === "PROPN" && (!hit || hit.person || i < title.first)) return false;
    }
    return true;
  }

  #holdsUnknownBody(title: Title): boolean {
    for (let i = title.first; i < title.role.first; i++)
      if (!this.hits.at(i) && this.hits.nameAt(i)?.type === "ORG") return true;
    return false;
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
    const served = complements.map((c) => this.served(c.preposition, c.hit.top));
    const tenure = behind.tenure === "coming" ? behind.tenure : before.tenure;
    const description = describeRole(
      analysis,
      hits,
      title.role,
      title.role.role!,
      { ...before, tenure, complements },
      served,
    );
    if (description.codes.length > 0) return description;
    return (
      this.fromPerson(description, before.persons, title.role) ??
      this.fromTown(description, title.role) ??
      description
    );
  }
}
