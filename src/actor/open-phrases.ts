import { isSomebody, kindsOfNoun } from "../knowledge/noun-kinds.js";
import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { resolveBody } from "./body-reference.js";
import type { Candidates } from "./candidates.js";
import { ContextStates } from "./context-state.js";
import { actorsOf, type Description } from "./describe.js";
import { determinationOf } from "./determination.js";
import type { Draft } from "./draft.js";
import { resolveEquated } from "./equated-phrases.js";
import { resolveHolder, resolveNamedLater } from "./holder-reference.js";
import { counterpart, ofBody } from "./owned-office.js";
import { pairOf, resolvePair } from "./pair-reference.js";
import type { ReportedPerson } from "./people.js";
import type { Reader } from "./reader.js";
import { isRelative, relativeOf } from "./relatives.js";
import type { Resolution } from "./resolution.js";
import { isSpeaker, resolveSpeaker } from "./speaker-reference.js";
import { type ReadSoFar, resolveStateNoun } from "./state-nouns.js";
import { isClear, resolveState, statesAbove } from "./state-reference.js";
import type { Surroundings } from "./surroundings.js";
import { isPersonal } from "./titles.js";

/** Settles the phrases that lean on the text around them: "its Foreign Ministry", "the president", "both sides". */
export class OpenPhrases {
  readonly #analysis: Analysis;
  readonly #reader: Reader;
  readonly #candidates: Candidates;
  readonly #so: ReadSoFar;
  readonly #byHead: ReadonlyMap<number, Draft>;
  readonly #context: ContextStates;

  readonly #surroundings: Surroundings;

  constructor(so: ReadSoFar) {
    this.#surroundings = so.surroundings;
    this.#analysis = so.analysis;
    this.#reader = so.reader;
    this.#candidates = so.candidates;
    this.#so = so;
    this.#byHead = so.byHead;
    this.#context = new ContextStates(so.report, so.analysis, so.reader.hits, so.byHead);
  }

  /** Settles what a phrase leaves to the text: "its Foreign Ministry", "the president", "both sides". */
  settle(draft: Draft, word: Word): Draft {
    if (draft.role === undefined) return draft;
    const found = this.#resolve(draft, word);
    const unknown = found ? found.actors.length === 0 && !found.person : draft.actors.length === 0;
    const resolution = (unknown ? this.equated(word) : undefined) ?? found;
    if (!resolution || (resolution.actors.length === 0 && draft.actors.length > 0)) return draft;
    const form = resolution.actors.length > 1 ? "group" : draft.form;
    return { ...draft, ...resolution, form, reason: resolution.reason ?? draft.reason };
  }

  /** Who a noun is by the sentence's own words ("Ghana is a leading exporter"). */
  equated(word: Word): Resolution | undefined {
    const lemma = word.lemma.toLowerCase();
    if (referenceWords().events.has(lemma)) return undefined;
    const kind = this.#reader.hits.at(word.index)?.role?.kind;
    const isBody = kind === "body" || kind === "institution" || kindsOfNoun(lemma).includes("company");
    return resolveEquated(this.#analysis, word, isBody, (head) => this.#draftAt(head));
  }

  /** The mention at a head word; one that stands behind the place that has been reached is read before its turn. */
  #draftAt(head: Word): Draft | undefined {
    const known = this.#byHead.get(head.index);
    if (known) return known;
    const read = this.#reader.read(head.index);
    return read && read.actors.length === 0 ? this.settle(read, head) : read;
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
    // "Two civilians" are nobody spoken of before; "the two leaders" and "two sides" are.
    const isPair = determination.both || (determination.two && (determination.definite || role.state));
    if (draft.plural && isPair) {
      // "both sides of the frontier" are places.
      if (this.#reader.phrase(word.index).complements.some((c) => c.preposition === "of")) return undefined;
      const pair = resolvePair(analysis, candidates, word, pairOf(role));
      return pair.actors.length > 0 || role.state ? pair : undefined;
    }
    if (description.pending) return this.#served(draft, description, word);
    if (role.state)
      return resolveStateNoun(this.#so, { draft, word, role: role.role, possessor, determination });
    if (possessor) {
      if (possessor.actors.length === 0) return undefined;
      const owner = possessor.actors[0]!;
      if (!draft.plural && person && !possessor.person) {
        const holder = resolveHolder(candidates, word, role.role, [owner.code]);
        if (holder) return holder;
      }
      if ((role.kind === "private" || role.kind === "outsider") && owner.person !== undefined)
        return undefined;
      // "my head" is a part of the body, and "their attackers" are others' people.
      if (possessor.sort !== "body" && (role.role === "head" || role.sector === "CRM")) return undefined;
      return {
        actors: actorsOf(
          ofBody(description, owner),
          possessor.actors.map((a) => a.code),
        ),
        by: `${draft.by}, of ${possessor.actors.map((a) => a.code).join(" and ")} (${this.#text(possessor)})`,
        antecedent: possessor,
      };
    }
    if (description.ofInstitution) return this.#fromContext(draft, word);
    if (determination.indefinite && isSpeaker(role.role))
      return resolveSpeaker(analysis, candidates, draft, word);
    if (determination.indefinite || this.#hasUnknownName(word)) return undefined;
    if (draft.plural) return determination.definite ? this.#sameNoun(draft, word) : undefined;
    if (GOVERNMENTS.has(role.role) && determination.definite) {
      const around = this.#leading(draft, word, role, "GOV");
      if (around) return around;
      const surroundings = this.#surroundings;
      const state = resolveState(
        candidates,
        word,
        analysis,
        surroundings.statesAt(word),
        surroundings.leadingAt(word),
      );
      if (state.actors.length === 0) return state;
      return { ...state, actors: actorsOf(description, [state.actors[0]!.code]) };
    }
    if (person && (determination.definite || role.kind === "office")) {
      const holder = determination.definite
        ? (resolveHolder(candidates, word, role.role, []) ?? resolveNamedLater(this.#reader.people(), role))
        : word.xpos === "NNP" && resolveNamedLater(this.#reader.people(), role);
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

  /** "a member of the panel": whom the phrase behind the noun takes up. */
  #served(draft: Draft, description: Description, word: Word): Resolution | undefined {
    const served = this.#reader.phrase(word.index).complements.find((c) => SERVED.has(c.preposition));
    const body = served && this.#draftAt(this.#analysis.words[served.head]!);
    const [owner] = body?.actors ?? [];
    if (!body || !owner || body.actors.length > 1 || body.person) return undefined;
    return {
      actors: actorsOf(ofBody(description, owner), [owner.code]),
      by: `${draft.by}, of "${this.#text(body)}"`,
      antecedent: this.#byHead.get(body.head),
    };
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

  /** A state that leads clearly around a phrase tells more than the subject before it. */
  #leading(draft: Draft, word: Word, role: RoleEntry, sector: Sector): Resolution | undefined {
    const description = this.#reader.describe(word.index);
    const around = this.#surroundings.at({ word, role, sector });
    if (!description || "reason" in around || around.confidence < CLEAR) return undefined;
    if (!isClear(around.confidence, statesAbove(this.#candidates, word, this.#analysis).has(around.code)))
      return undefined;
    const { code, by, confidence } = around;
    return { actors: actorsOf(description, [code]), by: `${draft.by}, ${by}`, confidence };
  }

  #possessor(word: Word): Draft | undefined {
    for (const child of children(this.#analysis, word)) {
      if (child.deprel === "nmod:poss") return this.#byHead.get(child.index);
    }
    // "its managers and staff": the owner of the first is the owner of all that have no article.
    const first = relation(word) === "conj" ? governor(this.#analysis, word) : undefined;
    const noun = first?.lemma.toLowerCase() ?? "";
    if (!first || !(isSomebody(noun) || referenceWords().kin.has(noun))) return undefined;
    if (children(this.#analysis, word).some((c) => relation(c) === "det")) return undefined;
    return this.#possessor(first);
  }

  /** "his wife and two sons": relatives of somebody. */
  relative(word: Word): Draft | undefined {
    return isRelative(this.#analysis, word)
      ? relativeOf(this.#reader, word, this.#possessor(word))
      : undefined;
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

/** The probability from which a state leads clearly. */
const CLEAR = 0.6;
const SERVED: ReadonlySet<string> = new Set(["of", "for", "from", "at"]);
const GOVERNMENTS: ReadonlySet<string> = new Set(
  "government regime administration leadership cabinet".split(" "),
);
