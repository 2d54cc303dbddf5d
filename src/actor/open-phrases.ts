import type { Analysis, Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Actor } from "./actor.js";
import type { Candidates } from "./candidates.js";
import { ContextStates } from "./context-state.js";
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
  readonly report: Report;
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
  readonly #context: ContextStates;

  constructor(so: ReadSoFar) {
    this.#analysis = so.analysis;
    this.#reader = so.reader;
    this.#candidates = so.candidates;
    this.#drafts = so.drafts;
    this.#byHead = so.byHead;
    this.#context = new ContextStates(so.report, so.analysis, so.reader.hits, so.byHead);
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

    if (role.role === "counterpart") return counterpart(draft, possessor);
    if (draft.actors.length > 0) {
      if (role.role === "agency" && determination.definite && !draft.plural) {
        const medium = resolveBody(analysis, candidates, word, description);
        return medium?.actors[0]?.code === draft.actors[0]!.code ? medium : undefined;
      }
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
      if (!draft.plural) return resolveNeighbour(this.#candidates, whose, determination.side);
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
    if (owner && possessor && (owner.person !== undefined || possessor.form === "pronoun"))
      return {
        actors: [{ code: owner.code }],
        by: `the ${role} of ${owner.person ?? owner.code}`,
        antecedent: possessor,
      };
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
    const found = description && this.#context.at(word, description?.agency !== undefined);
    if (!found) return undefined;
    return { actors: actorsOf(description, [found.code]), by: `${draft.by}, ${found.by}` };
  }

  #possessor(word: Word): Draft | undefined {
    for (const child of children(this.#analysis, word)) {
      if (child.deprel === "nmod:poss") return this.#byHead.get(child.index);
    }
    return undefined;
  }

  /** "Foreign Ministry spokesman Geng Shuang": whose ministry, the text around the name may tell. True where it does. */
  place(person: ReportedPerson, word: Word): boolean {
    const title = person.introduction ? undefined : person.titles.find((t) => t.open);
    const found = title && this.#context.at(word, true);
    if (!found) return false;
    const [actor] = actorsOf(title.description, [found.code]);
    person.introduction = { title, basis: "inferred", actor: { ...actor!, person: person.name } };
    if (person.actors.length > 0) return false;
    person.actors = [person.introduction.actor];
    person.by = `title in the report: ${title.description.by}; ${found.by}`;
    return true;
  }

  /** "His ambassador to the UN, Han Tae Song": whoever stands beside a phrase that the text settled is settled with it. */
  settleBeside(draft: Draft): void {
    const title = this.#reader.titleBeside(draft.head);
    const person = title && this.#reader.personOf(title.hit);
    const [actor] = draft.actors;
    if (
      !person ||
      person.actors.length > 0 ||
      !actor ||
      draft.actors.length > 1 ||
      actor.person !== undefined
    )
      return;
    person.actors = [{ ...actor, person: person.name }];
    person.by = `${draft.by}, beside the name`;
  }

  #text(draft: Draft): string {
    const { words, text } = this.#analysis;
    return text.slice(words[draft.first]!.start, words[draft.last - 1]!.end);
  }
}

/** "his Turkish counterpart": whoever holds the possessor's office in the state that is named. */
function counterpart(draft: Draft, possessor: Draft | undefined): Resolution {
  const owner = possessor?.actors.length === 1 ? possessor.actors[0]! : undefined;
  const { by } = draft;
  if (draft.actors.length === 0 || !owner)
    return { actors: draft.actors, by, reason: "whose counterpart is not known" };
  const { sector, agency } = owner;
  const office = { ...(sector && { sector }), ...(agency && { agency }) };
  return {
    actors: draft.actors.map(({ code }) => ({ code, ...office })),
    by: `${by}, with the office of ${owner.person ?? owner.code}`,
    antecedent: possessor,
  };
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
