import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Mention } from "./actor.js";
import { Candidates, topOfCoordination } from "./candidates.js";
import { asMentions, type Draft, isPlural } from "./draft.js";
import { OpenPhrases } from "./open-phrases.js";
import { headsPhrase } from "./phrases.js";
import { pronounKind, resolvePronoun, subjectAhead } from "./pronouns.js";
import { Reader } from "./reader.js";
import { determinationOf, resolveLatter, resolvePair } from "./references.js";

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
  readonly #open: OpenPhrases;
  /** Pronouns before the subject that they stand for ("In his speech, Trump said"), by the subject's head. */
  readonly #ahead = new Map<number, Word[]>();

  constructor(report: Report, analysis: Analysis) {
    this.#analysis = analysis;
    this.#reader = new Reader(report, analysis);
    this.#candidates = new Candidates(analysis);
    this.#open = new OpenPhrases({
      analysis,
      reader: this.#reader,
      candidates: this.#candidates,
      drafts: this.#drafts,
      byHead: this.#byHead,
    });
  }

  find(): Mention[] {
    for (const head of this.#reader.heads()) {
      const word = this.#analysis.words[head]!;
      const hit = this.#reader.hits.at(head);
      // A name inside a phrase counts by itself; a person's does not ("the Trump administration").
      const inner = !headsPhrase(word) && (!hit?.person || relation(word) === "compound");
      if (hit && inner) this.#keep(this.#reader.inner(hit));
      else if (!hit && pronounKind(word)) this.#pronoun(word);
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
    let draft = this.#reader.read(word.index) ?? this.#unnamed(word);
    if (draft?.person && draft.actors.length === 0 && this.#open.place(draft.person, word))
      draft = this.#reader.read(word.index);
    if (draft) {
      const open = draft.actors.length === 0 || (draft.role !== undefined && !draft.person);
      const settled = open ? this.#open.settle(draft, word) : draft;
      if (settled.actors.length > 0 || !WEAK.has(settled.role ?? "")) {
        this.#keep(settled);
        return;
      }
    }
    if (this.#reader.hits.at(word.index)?.names.length) return;
    if (
      (word.upos === "NOUN" || word.upos === "PROPN") &&
      !referenceWords().measures.has(word.lemma.toLowerCase())
    ) {
      this.#candidates.addThing(word, this.#reader.phrase(word.index), isPlural(word));
    }
  }

  /** Phrases without any name or role that may still refer: "the North", "the latter", "both". */
  #unnamed(word: Word): Draft | undefined {
    const form = word.form;
    const span = this.#reader.phrase(word.index);
    const base = {
      head: word.index,
      first: span.first,
      last: span.last,
      sort: "body",
      plural: false,
    } as const;
    const determination = determinationOf(this.#analysis, word);
    if ((form === "North" || form === "South") && determination.definite) {
      const code = form === "North" ? "PRK" : "KOR";
      const named = this.#reader.hits.statesNamed;
      if (!named.has("PRK") && !named.has("KOR")) return undefined;
      return {
        ...base,
        form: "nominal",
        actors: [{ code }],
        by: `"the ${form}" in a report that names Korea's states`,
      };
    }
    const lower = form.toLowerCase();
    if ((lower === "latter" || lower === "former") && determination.definite) {
      return { ...base, form: "nominal", ...resolveLatter(this.#analysis, this.#candidates, word) };
    }
    if (lower === "pair" || (lower === "two" && determination.definite)) {
      const persons = resolvePair(this.#analysis, this.#candidates, word, true);
      const resolution =
        persons.actors.length > 0 ? persons : resolvePair(this.#analysis, this.#candidates, word, false);
      return { ...base, form: "group", plural: true, ...resolution };
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
      this.#keep({
        ...base,
        actors,
        person,
        role,
        sort,
        plural: draft.plural,
        by: found.by,
        reason,
        antecedent: draft,
      });
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
    const base = {
      head: pronoun.index,
      first: pronoun.index,
      last: pronoun.index + 1,
      form: "pronoun",
    } as const;
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

/** Nouns that are people only where it is known whose: "head", "side". */
const WEAK: ReadonlySet<string> = new Set(["head", "side", "unit", "team", "source", "staff", "chief"]);
