import type { Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { belongingOf, clauseTitle } from "./clause-titles.js";
import { type Description, describeRole, inTenure } from "./describe.js";
import { Describer } from "./describer.js";
import { isPlural } from "./draft.js";
import type { Hit } from "./hits.js";
import { formsOf, modifiersBetween, stateCode } from "./modifiers.js";
import type { Titled } from "./people.js";
import { demonymBefore, isPersonal, type Title, titleBefore } from "./titles.js";

/** Finds what a report calls its people: before the name, beside it, in the clause around it. */
export class PersonTitles extends Describer {
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
      const description = this.#withBelonging(this.#describeTitle(title, hit), hit);
      const open = description.ofInstitution || (description.open && this.#isStateOffice(title));
      return { hit, description, first: title.first, last: hit.last, open };
    }
    return this.#titleBeside(hit) ?? this.#titleInClause(hit) ?? this.#demonymBefore(hit);
  }

  /** "Nikki Haley, the U.S. ambassador", "a spokesman for the ministry, Geng Shuang". */
  #titleBeside(hit: Hit): Titled | undefined {
    const top = this.analysis.words[hit.top]!;
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
      return this.#titled(hit, holder, this.describe(holder.index));
    }
    return undefined;
  }

  /** "Geng is a spokesman", "Ochieng, who heads the central bank", "Moreau of Amnesty International". */
  #titleInClause(hit: Hit): Titled | undefined {
    const found = clauseTitle(this.analysis, this.hits, hit);
    if (!found) return undefined;
    const { noun, is, tenure } = found;
    const own =
      is === "role" ? this.describe(noun.index) : this.#belonging(noun, is === "headed" ? "head" : "of");
    const title = this.#titled(hit, noun, own && tenure ? inTenure(own, tenure) : own);
    const office = is === "role" && this.hits.at(noun.index)?.role?.kind === "office";
    // "named Quispe as defence minister": whose, the text around tells.
    return title && office && own?.open && own.agency ? { ...title, open: true } : title;
  }

  /** "Prime Minister Berg of Norway": the title leaves the state to the words behind the name. */
  #withBelonging(description: Description, hit: Hit): Description {
    if (description.codes.length > 0 || description.pending) return description;
    const behind = belongingOf(this.analysis, this.hits, hit);
    const [body] = behind ? this.actorsAt(behind.noun.index) : [];
    if (!body) return description;
    const { reason, ...rest } = description;
    return {
      ...rest,
      codes: [body.code],
      ...(!description.sector && body.sector && { sector: body.sector }),
      ...(!description.agency && body.agency && { agency: body.agency }),
      by: `${description.by}, of "${this.#textOf(behind!.noun)}"`,
      open: false,
      ofInstitution: false,
    };
  }

  /** One who heads or belongs to a body is described by the body. */
  #belonging(noun: Word, role: string): Description | undefined {
    const [body] = this.actorsAt(noun.index);
    if (!body) return undefined;
    const { code, sector, agency } = body;
    const by = `${role === "head" ? "heads" : "of"} "${this.#textOf(noun)}"`;
    return {
      codes: [code],
      ...(sector && { sector }),
      ...(agency && { agency }),
      role,
      by,
      open: false,
      pending: false,
      ofInstitution: false,
      tenure: "now",
    };
  }

  /** "British architect Norman Foster": a state's adjective before a name tells the state and nothing more. */
  #demonymBefore(hit: Hit): Titled | undefined {
    const before = demonymBefore(this.analysis, this.hits, hit);
    const code = before && stateCode(before);
    if (!code) return undefined;
    const by = `"${formsOf(this.analysis, before)}" before the name`;
    const open = { open: false, pending: false, ofInstitution: false, tenure: "now" } as const;
    return {
      hit,
      description: { codes: [code], role: "", by, ...open },
      first: before.first,
      last: hit.last,
      open: false,
    };
  }

  #titled(hit: Hit, noun: Word, description: Description | undefined): Titled | undefined {
    if (!description) return undefined;
    const phrase = this.phrase(noun.index);
    let { last } = phrase;
    for (const c of phrase.complements) if (c.head >= last) last = Math.max(last, this.phrase(c.head).last);
    return {
      hit,
      description,
      first: Math.min(phrase.first, hit.first),
      last: Math.max(last, hit.last),
      open: description.ofInstitution,
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

  #textOf(word: Word): string {
    return formsOf(this.analysis, this.phrase(word.index));
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
      this.fromPerson(description, before.persons) ?? this.fromTown(description, title.role) ?? description
    );
  }
}
