import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Actor, Mention } from "./actor.js";
import { Candidates, topOfCoordination } from "./candidates.js";
import { actorsOf } from "./describe.js";
import { asMentions, type Draft, isPlural } from "./draft.js";
import { headsPhrase } from "./phrases.js";
import { pronounKind, resolvePronoun, subjectAhead } from "./pronouns.js";
import { Reader } from "./reader.js";
import {
  determinationOf,
  type Resolution,
  resolveBody,
  resolveHolder,
  resolveLatter,
  resolveNeighbour,
  resolvePair,
  resolveState,
} from "./references.js";

/**
 * Finds the places in a report that refer to somebody: states, bodies, people, groups, by name, title, demonym,
 * metonym, noun phrase or pronoun, each with its actors or the reason why there are none. In text order, a phrase
 * before those inside it. Pure; reads names from `knowledge/`.
 */
export function findMentions(report: Report, analysis: Analysis): Mention[] {
  return new Finder(report, analysis).find();
}

class Finder {
  readonly #analysis: Analysis;
  readonly #reader: Reader;
  readonly #candidates: Candidates;
  readonly #drafts: Draft[] = [];
  readonly #byHead = new Map<number, Draft>();
  /** Pronouns before the subject that they stand for ("In his speech, Trump said"), by the subject's head. */
  readonly #ahead = new Map<number, Word[]>();

  constructor(report: Report, analysis: Analysis) {
    this.#analysis = analysis;
    this.#reader = new Reader(report, analysis);
    this.#candidates = new Candidates(analysis);
  }

  find(): Mention[] {
    for (const head of this.#reader.heads()) {
      const word = this.#analysis.words[head]!;
      if (!headsPhrase(word)) this.#keep(this.#reader.inner(this.#reader.hits.at(head)!));
      else if (pronounKind(word)) this.#pronoun(word);
      else this.#phrase(word);
      for (const pronoun of this.#ahead.get(head) ?? []) this.#resolveAhead(pronoun, head);
    }
    return asMentions(this.#analysis, this.#drafts);
  }

  #keep(draft: Draft | undefined): void {
    if (!draft) return;
    this.#drafts.push(draft);
    this.#byHead.set(draft.head, draft);
    this.#candidates.addDraft(draft);
    this.#coordinate(draft);
  }

  /** "Washington and Seoul": together they are one more candidate for "they" and "both". */
  #coordinate(draft: Draft): void {
    const word = this.#analysis.words[draft.head]!;
    if (relation(word) !== "conj") return;
    const top = topOfCoordination(this.#analysis, word);
    const drafts = [this.#byHead.get(top.index)];
    for (const child of children(this.#analysis, top)) {
      if (relation(child) === "conj" && child.index <= word.index) drafts.push(this.#byHead.get(child.index));
    }
    const all = drafts.filter((d) => d !== undefined);
    if (all.length !== drafts.length || all.length < 2) return;
    const whole = all.every((d) => d.actors.length > 0);
    this.#candidates.addDraft({
      head: top.index,
      first: all[0]!.first,
      last: draft.last,
      form: "group",
      actors: whole ? all.flatMap((d) => d.actors) : [],
      by: "coordination",
      reason: whole ? undefined : `not all of "${this.#text({ ...draft, first: all[0]!.first })}" are known`,
      sort: all.some((d) => d.sort === "body") ? "body" : "people",
      plural: true,
    });
  }

  #phrase(word: Word): void {
    const draft = this.#reader.read(word.index) ?? this.#unnamed(word);
    if (draft) {
      const open = draft.actors.length === 0 || (draft.role !== undefined && !draft.person);
      this.#keep(open ? this.#lean(draft, word) : draft);
      return;
    }
    if (this.#reader.hits.at(word.index)?.names.length) return;
    if ((word.upos === "NOUN" || word.upos === "PROPN") && !referenceWords().measures.has(word.lemma.toLowerCase())) {
      this.#candidates.addThing(word, this.#reader.phrase(word.index), isPlural(word));
    }
  }

  /** Phrases without any name or role that may still refer: "the North", "the latter", "both". */
  #unnamed(word: Word): Draft | undefined {
    const form = word.form;
    const span = this.#reader.phrase(word.index);
    const base = { head: word.index, first: span.first, last: span.last, sort: "body", plural: false } as const;
    const determination = determinationOf(this.#analysis, word);
    if ((form === "North" || form === "South") && determination.definite) {
      const code = form === "North" ? "PRK" : "KOR";
      const named = this.#reader.statesNamed;
      if (!named.has("PRK") && !named.has("KOR")) return undefined;
      return { ...base, form: "nominal", actors: [{ code }], by: `"the ${form}" in a report that names Korea's states` };
    }
    const lower = form.toLowerCase();
    if ((lower === "latter" || lower === "former") && determination.definite) {
      return { ...base, form: "nominal", ...resolveLatter(this.#analysis, this.#candidates, word) };
    }
    if (lower === "pair" || (lower === "two" && determination.definite)) {
      const persons = resolvePair(this.#analysis, this.#candidates, word, true);
      const resolution = persons.actors.length > 0 ? persons : resolvePair(this.#analysis, this.#candidates, word, false);
      return { ...base, form: "group", plural: true, ...resolution };
    }
    return undefined;
  }

  /** Settles what a phrase leaves to the text: "its Foreign Ministry", "the president", "both sides". */
  #lean(draft: Draft, word: Word): Draft {
    if (draft.role === undefined) return draft;
    const resolution = this.#resolve(draft, word);
    if (!resolution) return draft;
    const form = resolution.actors.length > 1 ? "group" : draft.form;
    return { ...draft, ...resolution, form, reason: resolution.reason ?? draft.reason };
  }

  #resolve(draft: Draft, word: Word): Resolution | undefined {
    const analysis = this.#analysis;
    const candidates = this.#candidates;
    const role = this.#reader.hits.at(word.index)?.role;
    const description = this.#reader.describe(word.index);
    if (!role || !description) return undefined;
    const determination = determinationOf(analysis, word);
    const possessor = this.#possessor(word);
    const person = role.kind === "office" || role.kind === "post" || role.kind === "private" || role.kind === "carrier";

    if (draft.actors.length > 0) {
      if (draft.plural || !determination.definite || !person || role.state) return undefined;
      return resolveHolder(analysis, candidates, word, role.role, draft.actors.map((a) => a.code));
    }
    if (draft.plural && (determination.both || determination.two) && (role.state || PARTIES.has(role.role))) {
      return resolvePair(analysis, candidates, word, false);
    }
    if (draft.plural && (determination.both || determination.two)) {
      return role.kind === "institution" || role.kind === "body"
        ? resolvePair(analysis, candidates, word, false)
        : resolvePair(analysis, candidates, word, true);
    }
    if (description.pending) return undefined;
    if (role.state) return this.#stateNoun(draft, word, role.role, possessor, determination);
    if (possessor) {
      if (possessor.actors.length === 0) return { actors: [], by: draft.by, reason: `whose ${word.form} is not known` };
      if (possessor.plural && possessor.actors.length === 0) return undefined;
      const owner = possessor.actors[0]!;
      if (!draft.plural && person && !possessor.person) {
        const holder = resolveHolder(analysis, candidates, word, role.role, [owner.code]);
        if (holder) return holder;
      }
      if (role.kind === "private" && owner.person !== undefined) return undefined;
      return {
        actors: actorsOf(this.#served(description, owner), possessor.actors.map((a) => a.code)),
        by: `${draft.by}, of ${possessor.actors.map((a) => a.code).join(" and ")} (${this.#text(possessor)})`,
        antecedent: possessor,
      };
    }
    if (description.ofInstitution) return this.#fromContext(draft, word);
    if (determination.indefinite || this.#hasUnknownName(word)) return undefined;
    if (draft.plural) return determination.definite ? this.#sameNoun(draft, word) : undefined;
    if (GOVERNMENTS.has(role.role) && determination.definite) {
      const state = resolveState(candidates, word, analysis);
      if (state.actors.length === 0) return state;
      return { ...state, actors: actorsOf(description, [state.actors[0]!.code]) };
    }
    if (person && (determination.definite || role.kind === "office")) {
      const holder = determination.definite && resolveHolder(analysis, candidates, word, role.role, []);
      if (holder) return holder;
      return role.kind === "office" && description.open ? this.#fromContext(draft, word) : undefined;
    }
    if (determination.definite) {
      const body = resolveBody(analysis, candidates, word, description);
      if (body) return body;
    }
    return role.kind === "institution" && description.open ? this.#fromContext(draft, word) : undefined;
  }

  /** A name that nobody knows before the noun ("the Aquilino court") tells that it is not the one spoken of. */
  #hasUnknownName(word: Word): boolean {
    return children(this.#analysis, word).some(
      (c) => c.upos === "PROPN" && c.index < word.index && !this.#reader.hits.at(c.index) && c.form !== word.form,
    );
  }

  /** A role served to a body takes the body's sector ("its spokesman", of a ministry). */
  #served(description: NonNullable<ReturnType<Reader["describe"]>>, owner: Actor): typeof description {
    if (description.sector || owner.person) return description;
    return { ...description, ...(owner.sector && { sector: owner.sector }), ...(owner.agency && { agency: owner.agency }) };
  }

  #stateNoun(
    draft: Draft,
    word: Word,
    role: string,
    possessor: Draft | undefined,
    determination: ReturnType<typeof determinationOf>,
  ): Resolution | undefined {
    if (role === "neighbor" || role === "neighbour") {
      const whose = possessor?.actors ?? this.#statesBefore(word);
      if (!draft.plural) return resolveNeighbour(whose, determination.side);
      return { actors: [], by: draft.by, reason: `neighbours${ofWhom(whose)} are not named` };
    }
    if (role === "side") {
      const whose = possessor?.actors ?? this.#statesBefore(word);
      if (whose.length === 1 && !draft.plural) return { actors: whose, by: `the side of ${whose[0]!.code}` };
      return undefined;
    }
    if (RELATIONS.has(role)) {
      const whose = possessor?.actors ?? this.#statesBefore(word);
      return { actors: [], by: draft.by, reason: `${draft.plural ? word.form.toLowerCase() : role}${ofWhom(whose)}: not named` };
    }
    if (draft.plural) return undefined;
    const owner = possessor?.actors.length === 1 ? possessor.actors[0]! : undefined;
    if (owner?.person !== undefined) return { actors: [{ code: owner.code }], by: `the ${role} of ${owner.person}`, antecedent: possessor };
    if (!determination.definite || possessor) return undefined;
    return resolveState(this.#candidates, word, this.#analysis);
  }

  /** States that stand before a noun as its modifiers ("U.S. allies"). */
  #statesBefore(word: Word): readonly Actor[] {
    const { first } = this.#reader.phrase(word.index);
    const out: Actor[] = [];
    for (const draft of this.#drafts.slice(-6)) {
      if (draft.first >= first && draft.last <= word.index && draft.actors.length === 1) out.push({ code: draft.actors[0]!.code });
    }
    return out;
  }

  /** Plural definite nouns: "the protesters" are those last spoken of. */
  #sameNoun(draft: Draft, word: Word): Resolution | undefined {
    for (const candidate of this.#candidates.before(word, 3)) {
      const other = candidate.draft;
      if (other && other.role === draft.role && other.plural && other.actors.length > 0) {
        return { actors: other.actors, by: `"the ${word.form}" spoken of before: "${this.#text(other)}"`, antecedent: other };
      }
    }
    return undefined;
  }

  /** An institution or office whose state the phrase leaves out: the state that the sentence, headline or report is about. */
  #fromContext(draft: Draft, word: Word): Resolution | undefined {
    const description = this.#reader.describe(word.index);
    const found = description && this.#stateOfContext(word);
    if (!found) return undefined;
    return { actors: actorsOf(description, [found.code]), by: `${draft.by}, ${found.by}` };
  }

  #stateOfContext(word: Word): { code: string; by: string } | undefined {
    const { sentences, words } = this.#analysis;
    const own = sentences[word.sentence]!;
    const subjects = (s: { first: number; last: number }, before: number) => {
      for (let i = s.first; i < Math.min(s.last, before); i++) {
        if (relation(words[i]!) !== "nsubj") continue;
        const actor = this.#byHead.get(i)?.actors[0];
        if (actor && this.#reader.statesNamed.has(actor.code)) return actor.code;
      }
      return undefined;
    };
    for (let s = own.index; s >= 0 && sentences[s]!.paragraph === own.paragraph; s--) {
      const code = subjects(sentences[s]!, word.index);
      if (code) return { code, by: `state of the subject before it, ${code}` };
    }
    const title = sentences[0];
    const code = title && title.paragraph !== own.paragraph ? subjects(title, title.last) : undefined;
    if (code) return { code, by: `state of the first sentence's subject, ${code}` };
    return undefined;
  }

  #possessor(word: Word): Draft | undefined {
    for (const child of children(this.#analysis, word)) {
      if (child.deprel === "nmod:poss") return this.#byHead.get(child.index);
    }
    return undefined;
  }

  #pronoun(word: Word): void {
    const base = { head: word.index, first: word.index, last: word.index + 1, form: "pronoun" } as const;
    const found = resolvePronoun(this.#analysis, this.#candidates, word);
    if (!found) return;
    const plural = isPlural(word);
    if ("draft" in found) {
      const { draft } = found;
      const { actors, person, role, sort, reason } = draft;
      this.#keep({ ...base, actors, person, role, sort, plural: draft.plural, by: found.by, reason, antecedent: draft });
      return;
    }
    const first = pronounKind(word) === "first";
    const subject = first ? undefined : subjectAhead(this.#analysis, word);
    if (subject) {
      const waiting = this.#ahead.get(subject.index) ?? [];
      waiting.push(word);
      this.#ahead.set(subject.index, waiting);
      return;
    }
    const draft: Draft = { ...base, actors: [], sort: "any", plural, by: "pronoun", reason: found.reason };
    this.#drafts.push(draft);
    this.#byHead.set(draft.head, draft);
  }

  #resolveAhead(pronoun: Word, subject: number): void {
    const draft = this.#byHead.get(subject);
    const base = { head: pronoun.index, first: pronoun.index, last: pronoun.index + 1, form: "pronoun" } as const;
    if (!draft) return;
    const { actors, person, role, sort, plural, reason } = draft;
    const by = `the subject that follows "${pronoun.form}": "${this.#text(draft)}"`;
    this.#drafts.push({ ...base, actors, person, role, sort, plural, by, reason, antecedent: draft });
  }

  #text(draft: Draft): string {
    const { words, text } = this.#analysis;
    return text.slice(words[draft.first]!.start, words[draft.last - 1]!.end);
  }
}

const GOVERNMENTS: ReadonlySet<string> = new Set(["government", "regime", "administration", "leadership", "cabinet"]);
const PARTIES: ReadonlySet<string> = new Set(["party", "government", "parties"]);
const RELATIONS: ReadonlySet<string> = new Set(["ally", "partner", "rival", "enemy", "adversary", "foe", "power", "world power", "superpower"]);

function ofWhom(actors: readonly Actor[]): string {
  return actors.length === 0 ? "" : ` of ${actors.map((a) => a.code).join(" and ")}`;
}
