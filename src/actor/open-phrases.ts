import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Candidates } from "./candidates.js";
import { actorsOf, type Description } from "./describe.js";
import type { Draft } from "./draft.js";
import type { ReportedPerson } from "./people.js";
import type { Reader } from "./reader.js";
import {
  type Determination,
  determinationOf,
  type Resolution,
  resolveBody,
  resolveHolder,
  resolveNeighbour,
  resolvePair,
  resolveState,
} from "./references.js";
import { isPersonal } from "./titles.js";

/** What has been read of a report so far. */
export interface ReadSoFar {
  readonly analysis: Analysis;
  readonly reader: Reader;
  readonly candidates: Candidates;
  readonly drafts: readonly Draft[];
  readonly byHead: ReadonlyMap<number, Draft>;
}

/** Settles the phrases that lean on the text around them: "its Foreign Ministry", "the president", "both sides". */
export class OpenPhrases {
  readonly #analysis: Analysis;
  readonly #reader: Reader;
  readonly #candidates: Candidates;
  readonly #drafts: readonly Draft[];
  readonly #byHead: ReadonlyMap<number, Draft>;

  constructor(so: ReadSoFar) {
    this.#analysis = so.analysis;
    this.#reader = so.reader;
    this.#candidates = so.candidates;
    this.#drafts = so.drafts;
    this.#byHead = so.byHead;
  }

  /** Settles what a phrase leaves to the text: "its Foreign Ministry", "the president", "both sides". */
  settle(draft: Draft, word: Word): Draft {
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
    const person = isPersonal(role);

    if (draft.actors.length > 0) {
      if (draft.plural || !determination.definite || !person || role.state) return undefined;
      return resolveHolder(
        candidates,
        word,
        role.role,
        draft.actors.map((a) => a.code),
      );
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
      if (possessor.actors.length === 0)
        return { actors: [], by: draft.by, reason: `whose ${word.form} is not known` };
      if (possessor.plural && possessor.actors.length === 0) return undefined;
      const owner = possessor.actors[0]!;
      if (!draft.plural && person && !possessor.person) {
        const holder = resolveHolder(candidates, word, role.role, [owner.code]);
        if (holder) return holder;
      }
      if ((role.kind === "private" || role.kind === "outsider") && owner.person !== undefined)
        return undefined;
      return {
        actors: actorsOf(
          this.#served(description, owner),
          possessor.actors.map((a) => a.code),
        ),
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
      const holder = determination.definite && resolveHolder(candidates, word, role.role, []);
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
      (c) =>
        c.upos === "PROPN" && c.index < word.index && !this.#reader.hits.at(c.index) && c.form !== word.form,
    );
  }

  /** A role served to a body takes the body's sector ("its spokesman", of a ministry). */
  #served(description: Description, owner: Actor): Description {
    if (description.sector || owner.person) return description;
    return {
      ...description,
      ...(owner.sector && { sector: owner.sector }),
      ...(owner.agency && { agency: owner.agency }),
    };
  }

  #stateNoun(
    draft: Draft,
    word: Word,
    role: string,
    possessor: Draft | undefined,
    determination: Determination,
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
      return {
        actors: [],
        by: draft.by,
        reason: `${draft.plural ? word.form.toLowerCase() : role}${ofWhom(whose)}: not named`,
      };
    }
    if (draft.plural) return undefined;
    const owner = possessor?.actors.length === 1 ? possessor.actors[0]! : undefined;
    if (owner?.person !== undefined)
      return { actors: [{ code: owner.code }], by: `the ${role} of ${owner.person}`, antecedent: possessor };
    if (!determination.definite || possessor) return undefined;
    return resolveState(this.#candidates, word, this.#analysis);
  }

  /** States that stand before a noun as its modifiers ("U.S. allies"). */
  #statesBefore(word: Word): readonly Actor[] {
    const { first } = this.#reader.phrase(word.index);
    const out: Actor[] = [];
    for (const draft of this.#drafts.slice(-6)) {
      if (draft.first >= first && draft.last <= word.index && draft.actors.length === 1)
        out.push({ code: draft.actors[0]!.code });
    }
    return out;
  }

  /** Plural definite nouns: "the protesters" are those last spoken of. */
  #sameNoun(draft: Draft, word: Word): Resolution | undefined {
    for (const candidate of this.#candidates.before(word, 3)) {
      const other = candidate.draft;
      if (other && other.role === draft.role && other.plural && other.actors.length > 0) {
        return {
          actors: other.actors,
          by: `"the ${word.form}" spoken of before: "${this.#text(other)}"`,
          antecedent: other,
        };
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
        if (actor && this.#reader.hits.statesNamed.has(actor.code)) return actor.code;
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

  /** "Foreign Ministry spokesman Geng Shuang": whose ministry, the text around the name may tell. */
  place(person: ReportedPerson, word: Word): boolean {
    const title = person.titles.find((t) => t.description.ofInstitution)?.description;
    const found = title && this.#stateOfContext(word);
    if (!found) return false;
    person.actors = actorsOf(title, [found.code]).map((actor) => ({ ...actor, person: person.name }));
    person.by = `title in the report: ${title.by}; ${found.by}`;
    return true;
  }

  #text(draft: Draft): string {
    const { words, text } = this.#analysis;
    return text.slice(words[draft.first]!.start, words[draft.last - 1]!.end);
  }
}

const GOVERNMENTS: ReadonlySet<string> = new Set([
  "government",
  "regime",
  "administration",
  "leadership",
  "cabinet",
]);
const PARTIES: ReadonlySet<string> = new Set(["party", "government", "parties"]);
const RELATIONS: ReadonlySet<string> = new Set([
  "ally",
  "partner",
  "rival",
  "enemy",
  "adversary",
  "foe",
  "power",
  "world power",
  "superpower",
]);

function ofWhom(actors: readonly Actor[]): string {
  return actors.length === 0 ? "" : ` of ${actors.map((a) => a.code).join(" and ")}`;
}
