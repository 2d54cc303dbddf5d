import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Name, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import { actorsOf } from "./describe.js";
import type { Describer } from "./describer.js";
import { type Draft, isPlural, type Sort, textOf } from "./draft.js";
import type { Hits } from "./hits.js";
import { formsOf } from "./modifiers.js";
import { type NewOrganisation, newOrganisation, sectorOf } from "./new-organisations.js";
import { phraseDraft } from "./phrase-draft.js";
import type { Phrase } from "./phrases.js";

/** The organisations that no list has and only the report tells of. */
export class Organisations {
  readonly #analysis: Analysis;
  readonly #hits: Hits;
  readonly #describer: Describer;
  /** By the head of their name, and by its first word. */
  readonly #learnt = new Map<string, Draft>();

  constructor(describer: Describer) {
    this.#analysis = describer.analysis;
    this.#hits = describer.hits;
    this.#describer = describer;
  }

  /** A body that the model tags but `knowledge/` does not have. */
  read(phrase: Phrase, word: Word): Draft | undefined {
    if (word.upos !== "PROPN" || word.form === "North" || word.form === "South") return undefined;
    const tagged = this.#hits.nameAt(word.index);
    if (tagged?.type !== "ORG") return undefined;
    const name = this.#secondOfTwo(tagged);
    const span = { ...phrase, last: Math.max(phrase.last, name.last) };
    const known = this.#known(word, name);
    const draft = (actors: readonly Actor[], by: string, sort: Sort = "body", reason?: string) =>
      phraseDraft(this.#analysis, this.#hits, span, { form: "name", actors, by, sort, reason });
    if (known)
      return { ...draft(known.actors, `short for "${textOf(this.#analysis, known)}"`), antecedent: known };
    const own = newOrganisation(this.#analysis, this.#hits, phrase, name);
    const found = own && !own.kindless ? own : (this.#beside(word, name) ?? this.#ofKindBeside(word, own));
    if (!found) {
      const reason = `knowledge has no body named "${formsOf(this.#analysis, name)}"`;
      return draft([], "name of an organisation", isThing(word.form) ? "thing" : "body", reason);
    }
    const organisation = draft(found.actors, found.by);
    this.learn(organisation);
    return organisation;
  }

  /** "Equifax Equifax": a caption and the sentence behind it; the name is the second. */
  #secondOfTwo(name: Name): Name {
    const half = (name.last - name.first) / 2;
    const { words } = this.#analysis;
    for (let i = 0; i < half; i++)
      if (words[name.first + i]!.form !== words[name.first + half + i]?.form) return name;
    return { ...name, first: name.first + half };
  }

  /** "Holding Co." or "Chinatrust" of Chinatrust Holding Co. */
  #known(word: Word, name: Name): Draft | undefined {
    const short = formsOf(this.#analysis, name);
    const byEnd = this.#learnt.get(word.form);
    if (byEnd && textOf(this.#analysis, byEnd).endsWith(short)) return byEnd;
    const byStart = this.#learnt.get(this.#analysis.words[name.first]!.form);
    return byStart && textOf(this.#analysis, byStart).startsWith(`${short} `) ? byStart : undefined;
  }

  /** Keeps an organisation that only the report tells of, for its next mentions. */
  learn(draft: Draft): void {
    const { words } = this.#analysis;
    this.#learnt.set(words[draft.head]!.form, draft);
    const start = this.#hits.nameAt(draft.head)?.first ?? draft.first;
    const { form } = words[start]!;
    if (!this.#learnt.has(form)) this.#learnt.set(form, draft);
  }

  /** The name and sector of an organisation of which no list and no word beside it tells the state. */
  newName(head: number): { readonly is: Sector; readonly by: string; readonly agency: string } | undefined {
    const name = this.#hits.nameAt(head);
    if (name?.type !== "ORG" || this.#hits.at(head)) return undefined;
    const sector = sectorOf(this.#analysis, this.#hits, name.first, name) ?? this.#kindBeside(head);
    // "Harvest Sun": where no state stands in or beside the name, a company may be called like a newspaper, and a society
    // is of all the world as often as of the state that is told of.
    if (!sector || sector.is === "MED" || sector.is === "NGO") return undefined;
    const { companyEndings } = referenceWords();
    const ends = (i: number) => companyEndings.has(this.#analysis.words[i]!.form.toLowerCase());
    if (name.last - name.first === 1 && ends(name.first)) return undefined;
    return { ...sector, agency: formsOf(this.#analysis, name) };
  }

  /** "the networking company Brocade": the noun before the name tells what it is. */
  #kindBeside(head: number): { readonly is: Sector; readonly by: string } | undefined {
    const word = this.#analysis.words[head]!;
    const over =
      relation(word) === "appos" || word.deprel === "nmod:desc" ? governor(this.#analysis, word) : undefined;
    return over && this.#kindOf(over);
  }

  #kindOf(noun: Word): { readonly is: Sector; readonly by: string } | undefined {
    const role = isPlural(noun) ? undefined : this.#hits.at(noun.index)?.role;
    return role?.kind === "body" && role.sector ? { is: role.sector, by: `role "${role.role}"` } : undefined;
  }

  /** "Polish Gralwin, a software company": the state stands in the name, the kind beside it. */
  #ofKindBeside(word: Word, own: NewOrganisation | undefined): NewOrganisation | undefined {
    const behind = children(this.#analysis, word).find((c) => relation(c) === "appos");
    const kind = own && (this.#kindBeside(word.index) ?? (behind && this.#kindOf(behind)));
    if (!kind) return own?.kindless === "before" ? undefined : own;
    return { actors: own.actors.map((a) => ({ ...a, sector: kind.is })), by: `${own.by}, ${kind.by}` };
  }

  /** "Panamanian law firm Mossack Fonseca", "Mossack Fonseca, a Panamanian law firm": what stands beside the name tells. */
  #beside(word: Word, name: Name): NewOrganisation | undefined {
    const over = governor(this.#analysis, word);
    const near = children(this.#analysis, word).filter(
      (c) => c.deprel === "appos" || c.deprel === "nmod:desc",
    );
    for (const noun of relation(word) === "appos" && over ? [over, ...near] : near) {
      const { kind } = this.#hits.at(noun.index)?.role ?? {};
      const description =
        kind === "body" || kind === "institution" ? this.#describer.describe(noun.index) : undefined;
      if (description?.codes.length !== 1 || isPlural(noun)) continue;
      const agency = formsOf(this.#analysis, name);
      return {
        actors: actorsOf({ ...description, agency }),
        by: `name of an organisation beside "${noun.form}": ${description.by}`,
      };
    }
    return undefined;
  }
}

/** "ICBM", "Hwasong-14": what the model takes for a body but is likelier a thing. */
function isThing(form: string): boolean {
  return form === form.toUpperCase() || /\d/.test(form);
}
