import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import type { Candidate, Candidates } from "./candidates.js";
import type { Draft } from "./draft.js";

type Kind = "first" | "he" | "she" | "it" | "they" | "relative";

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"].map(
    (w) => [w, "first"] as const,
  ),
  ...["he", "him", "his", "himself"].map((w) => [w, "he"] as const),
  ...["she", "her", "hers", "herself"].map((w) => [w, "she"] as const),
  ...["it", "its", "itself"].map((w) => [w, "it"] as const),
  ...["they", "them", "their", "theirs", "themselves"].map((w) => [w, "they"] as const),
]);

/** The kind of a pronoun that may stand for an actor; undefined for any other word. */
export function pronounKind(word: Word): Kind | undefined {
  if (word.upos !== "PRON") return undefined;
  if (word.deprel === "expl") return undefined;
  const form = word.form.toLowerCase();
  if (
    (form === "who" || form === "which" || form === "that" || form === "whom" || form === "whose") &&
    word.xpos.startsWith("W")
  ) {
    return "relative";
  }
  return KINDS.get(form);
}

/** A resolved pronoun: its antecedent, or why there is none. */
export type Antecedent =
  | { readonly draft: Draft; readonly by: string; readonly group?: readonly Draft[] }
  | { readonly reason: string };

/**
 * Whom a pronoun stands for. Candidates must agree in number, gender and animacy; the most salient one wins
 * (`Candidates.salience`). Undefined where the pronoun stands for nobody ("it rained").
 */
export function resolvePronoun(
  analysis: Analysis,
  candidates: Candidates,
  word: Word,
): Antecedent | undefined {
  const kind = pronounKind(word);
  if (!kind) return undefined;
  if (kind === "first") return { reason: "first person: the speaker decides" };
  if (kind === "relative") return relative(analysis, candidates, word);
  const reflexive = /sel(f|ves)$/i.test(word.form);
  const barred = reflexive ? new Set<string>() : candidates.coarguments(word);
  const asksActor = kind === "he" || kind === "she" || takesActor(analysis, word);

  const scores = new Map<string, { best: Candidate; score: number; top: number }>();
  for (const candidate of candidates.before(word, kind === "he" || kind === "she" ? 3 : 1)) {
    if (!agrees(candidate, kind) || barred.has(candidate.key)) continue;
    if (candidate.first <= word.index && word.index < candidate.last) continue;
    if (asksActor && candidate.sort === "thing") continue;
    const weight =
      candidates.salience(candidate, word) *
      fit(candidate, kind, asksActor, word.deprel === "nmod:poss") *
      nearby(analysis, candidate, word);
    const so = scores.get(candidate.key);
    if (!so) scores.set(candidate.key, { best: candidate, score: weight, top: weight });
    else {
      so.score += weight / 4;
      if (weight > so.top && so.best.draft === undefined) so.best = candidate;
    }
  }
  let best: { best: Candidate; score: number } | undefined;
  for (const one of scores.values()) if (!best || one.score > best.score) best = one;
  if (!best) {
    return { reason: `nobody before it for "${word.form}" to stand for` };
  }
  const { draft } = best.best;
  if (!draft)
    return { reason: `"${word.form}" seems to stand for "${analysis.words[best.best.head]!.form}"` };
  return { draft, by: `antecedent of "${word.form}": "${textOf(analysis, draft)}"` };
}

function agrees(candidate: Candidate, kind: Kind): boolean {
  const { draft } = candidate;
  switch (kind) {
    case "he":
    case "she": {
      if (candidate.sort !== "person" || candidate.plural) return false;
      const gender = draft?.person?.gender;
      return gender === undefined || gender === (kind === "he" ? "m" : "f");
    }
    case "it":
      return candidate.sort !== "person" && candidate.sort !== "people" && !candidate.plural;
    case "they":
      return (
        candidate.plural ||
        candidate.sort === "people" ||
        (draft?.actors.length ?? 0) > 1 ||
        isCollective(draft)
      );
    default:
      return false;
  }
}

/**
 * How well a candidate that agrees suits the pronoun: "they" for one company is rarer than for many people, and "it"
 * where nothing asks for an actor is more often a thing.
 */
function fit(candidate: Candidate, kind: Kind, asksActor: boolean, possessive: boolean): number {
  if (kind === "it" && !asksActor && candidate.sort === "body" && !possessive) return 0.5;
  if (kind === "they" && !candidate.plural && candidate.sort === "body") return 0.4;
  if (candidate.draft?.form === "demonym" && candidate.sort === "body") return 0.5;
  return 1;
}

/**
 * A possessive leans to the subject of its own clause ("ends its hostility"), but after "over" and "for" to whom the
 * act is done ("sanctions against Pyongyang over its tests", "..., targeting its exports").
 */
function nearby(analysis: Analysis, candidate: Candidate, word: Word): number {
  if (word.deprel !== "nmod:poss") return 1;
  const noun = governor(analysis, word);
  if (!noun || candidate.sentence !== word.sentence) return 1;
  const preposition = prepositionOf(analysis, noun);
  const head = analysis.words[candidate.head]!;
  if (preposition === "over" || preposition === "for") {
    const rel = relation(head);
    const done = rel === "obj" || DONE_TO.has(prepositionOf(analysis, head) ?? "");
    return done && word.index - candidate.last < 4 ? 4 : 1;
  }
  const verb = clauseAbove(analysis, noun);
  const against = prepositionOf(analysis, head);
  if (verb?.xpos === "VBG" && (against === "against" || against === "on") && verb.index - candidate.last < 3)
    return 4;
  return verb && relation(head) === "nsubj" && head.head === verb.index ? 2 : 1;
}

const DONE_TO: ReadonlySet<string> = new Set(["on", "against", "at", "with", "by", "to"]);

/** The nearest verb above a noun. */
function clauseAbove(analysis: Analysis, noun: Word): Word | undefined {
  let over: Word | undefined = noun;
  while (over && over.upos !== "VERB") over = governor(analysis, over);
  return over;
}

function isCollective(draft: Draft | undefined): boolean {
  return draft?.role !== undefined && draft.sort === "body";
}

/** True where the pronoun's place asks for a person, state or body ("it said", "its government"). */
function takesActor(analysis: Analysis, word: Word): boolean {
  const { actorVerbs, actorObjects, actorsNouns } = referenceWords();
  const over = governor(analysis, word);
  if (!over) return false;
  if (word.deprel === "nmod:poss") return actorsNouns.has(over.lemma.toLowerCase());
  if (over.upos !== "VERB") return false;
  if (word.deprel === "nsubj") return actorVerbs.has(over.lemma.toLowerCase());
  return (word.deprel === "obj" || word.deprel === "iobj") && actorObjects.has(over.lemma.toLowerCase());
}

/** "partners, which have pressured Beijing": the noun that the relative clause hangs from. */
function relative(analysis: Analysis, candidates: Candidates, word: Word): Antecedent | undefined {
  let clause: Word | undefined = word;
  while (clause && clause.deprel !== "acl:relcl") clause = governor(analysis, clause);
  const noun = clause && governor(analysis, clause);
  if (!noun || noun.index >= word.index) return undefined;
  const of = candidates.list.findLast(
    (c) => c.head === noun.index && c.draft && c.draft.by !== "coordination",
  );
  return of?.draft && { draft: of.draft, by: `relative pronoun of "${textOf(analysis, of.draft)}"` };
}

function textOf(analysis: Analysis, draft: Draft): string {
  return analysis.text.slice(analysis.words[draft.first]!.start, analysis.words[draft.last - 1]!.end);
}

/** The subject of the clause that a fronted phrase belongs to ("In his speech, Trump said"), for a pronoun before it. */
export function subjectAhead(analysis: Analysis, word: Word): Word | undefined {
  if (/sel(f|ves)$/i.test(word.form)) return undefined;
  for (let over = governor(analysis, word); over; over = governor(analysis, over)) {
    const verb = governor(analysis, over);
    if (!verb || (relation(over) !== "obl" && relation(over) !== "advcl") || over.index > verb.index)
      continue;
    const subject = children(analysis, verb).find((c) => relation(c) === "nsubj" && c.index > word.index);
    if (subject && !isQuoteBetween(analysis, word, subject)) return subject;
  }
  return undefined;
}

function isQuoteBetween(analysis: Analysis, from: Word, to: Word): boolean {
  return analysis.words.slice(from.index, to.index).some((w) => w.upos === "PUNCT" && /["“”]/.test(w.form));
}
