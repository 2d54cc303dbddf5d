import type { Actor } from "../actor/actor.js";
import type { Participant } from "../event/event.js";
import { negation } from "../event/negation.js";
import { fold } from "../knowledge/fold.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import { identifier } from "../record/identifier.js";
import { contains, cover, type Span } from "../record/span.js";
import { isTold } from "../report/told.js";
import { clauseTime } from "../time/find-times.js";
import { ofForces } from "./forces-abroad.js";
import type { Relation } from "./relation.js";
import { type RelationNoun, relationWords } from "./relation-words.js";
import { actorsAt, type Found, MODIFIERS, meant, type RelationInput, withConjuncts } from "./sides.js";

const MOST_CLIMBS = 4;

/**
 * How states stand to each other by a report's own words: "North Korea's only ally" held by China, "The US has military
 * forces in South Korea". Both sides must be known and differ; what is wished or only possible is left out.
 */
export function findRelations(input: RelationInput): Relation[] {
  const { nouns, verbs } = relationWords();
  const found: Found[] = [];
  for (const word of input.analysis.words) {
    const lemma = word.lemma.toLowerCase();
    const verbal = word.upos === "VERB";
    if (!verbal && word.upos !== "NOUN" && word.upos !== "PROPN") continue;
    if (!verbal) for (const noun of nouns.get(lemma) ?? []) found.push(...ofNoun(input, word, noun));
    for (const verb of verbs.get(lemma) ?? [])
      if (verbal !== (verb.forces === "alone")) found.push(...ofForces(input, word, verb));
  }
  const relations = new Map<string, Relation>();
  for (const one of found) {
    const made = relationOf(input, one);
    if (!made) continue;
    // Of two that say the same in one sentence, the first is kept.
    const code = ({ actor }: Participant) => (actor.known ? actor.value.code : "");
    const key = [made.relation, code(made.source), code(made.target), one.at.sentence].join(" ");
    if (!relations.has(key)) relations.set(key, made);
  }
  return [...relations.values()];
}

function ofNoun(input: RelationInput, noun: Word, entry: RelationNoun): Found[] {
  const { analysis } = input;
  const before = children(analysis, noun).filter((c) => MODIFIERS.has(c.deprel) && c.index < noun.index);
  if (entry.with && !before.some((c) => entry.with!.has(c.lemma.toLowerCase()))) return [];
  const owners = ownersOf(input, noun).filter(({ actor }) => !entry.organisation || isOrganisation(actor));
  const holders = holdersOf(input, noun);
  const own = [...before.map((c) => c as Span), noun];
  const degree = before.filter((c) => c.deprel === "amod" && !actorsAt(input, c).length);
  const make = (source: Participant, target: Participant, how: string): Found => ({
    relation: entry.relation,
    at: noun,
    source,
    target,
    evidence: [
      ...own,
      ...(target.span && contains(sentenceOf(analysis, noun), target.span) ? [target.span] : []),
    ],
    ...(degree.length > 0 && { degree: cover(degree) }),
    how,
  });
  // "China and North Korea are allies": each is the other's.
  if (owners.length === 0 && noun.xpos === "NNS" && holders.length === 2 && !entry.organisation)
    return [make(holders[0]!, holders[1]!, "each the other's")];
  return owners.flatMap((owner) => holders.map((holder) => make(holder, owner, "held by one, of the other")));
}

/** Whose ally: "North Korea's ally", "an ally of North Korea", "a US ally", also of the noun that it is joined to. */
function ownersOf(input: RelationInput, noun: Word): Participant[] {
  const { analysis } = input;
  const own = children(analysis, noun).flatMap((child) => {
    const before = MODIFIERS.has(child.deprel) && child.index < noun.index;
    const of = relation(child) === "nmod" && OWNING.has(prepositionOf(analysis, child) ?? "");
    return before || of ? withConjuncts(analysis, child).flatMap((word) => actorsAt(input, word)) : [];
  });
  const above = governor(analysis, noun);
  return own.length === 0 && noun.deprel === "conj" && above ? ownersOf(input, above) : own;
}

const OWNING = new Set(["of", "to", "for"]);

/** Who is it: the subject, what it stands beside, or the holder of the noun that it is joined to. */
function holdersOf(input: RelationInput, noun: Word, depth = 0): Participant[] {
  const { analysis } = input;
  const of = (word: Word | undefined) =>
    word ? withConjuncts(analysis, word).flatMap((w) => actorsAt(input, w)) : [];
  const all = children(analysis, noun);
  const above = governor(analysis, noun);
  const subject = all.find((c) => c.deprel === "nsubj");
  if (all.some((c) => c.deprel === "cop")) return of(meant(analysis, subject));
  const beside = all.find((c) => BESIDE.has(c.deprel) && c.index > noun.index);
  if (beside) return of(beside);
  if (!above) return [];
  if (BESIDE.has(noun.deprel) || noun.deprel === "compound") return actorsAt(input, above);
  if (noun.deprel === "conj" && depth < MOST_CLIMBS) return holdersOf(input, above, depth + 1);
  if ((noun.deprel === "xcomp" || noun.deprel === "obj") && relationWords().copulas.has(above.lemma))
    return of(
      meant(
        analysis,
        children(analysis, above).find((c) => c.deprel === "nsubj"),
      ),
    );
  return [];
}

const BESIDE = new Set(["appos", "flat", "nmod:desc"]);

function isOrganisation(actor: Participant["actor"]): boolean {
  // Codes of states have three letters; UNO, IMG and NGO are the exceptions (knowledge/organisations.tsv).
  return actor.known && (actor.value.code.length !== 3 || ORGANISATIONS.has(actor.value.code));
}

const ORGANISATIONS = new Set(["UNO", "IMG", "NGO"]);

function sentenceOf(analysis: Analysis, word: Word): Span {
  return analysis.sentences[word.sentence]!;
}

/** The record; undefined where a side is unknown or a person holds it, or where it is only wished or possible. */
function relationOf(input: RelationInput, found: Found): Relation | undefined {
  const { report, analysis, times, statements } = input;
  const { source, target, at, evidence } = found;
  if (!source.actor.known || !target.actor.known) return undefined;
  if (source.actor.value.person || source.actor.value.code === target.actor.value.code) return undefined;
  if (isCompany(source.actor.value) && isCompany(target.actor.value)) return undefined;
  const span = cover(evidence);
  const predicate = predicateOf(analysis, at);
  if (children(analysis, predicate).some((c) => c.deprel === "aux" && WISHED.has(c.lemma.toLowerCase())))
    return undefined;
  const claim = statements
    .filter(({ content }) => content.some((part) => contains(part, at)))
    .sort((a, b) => length(a.content) - length(b.content))[0];
  const when = clauseTime(analysis, times, at.index);
  const past = children(analysis, at).some((c) => relationWords().former.has(fold(c.form)));
  const paragraph = report.paragraphs.find((p) => contains(p, span));
  if (!paragraph || !isTold(paragraph)) return undefined;
  return {
    kind: "relation",
    id: identifier(
      "l",
      report.id,
      span.start,
      span.end,
      found.relation,
      source.actor.value.code,
      target.actor.value.code,
    ),
    report: report.id,
    relation: found.relation,
    status: past ? "past" : negation(analysis, predicate) ? "denied" : "asserted",
    source,
    target,
    span,
    ...(found.degree && { degree: found.degree }),
    ...(when !== undefined && { when }),
    ...(claim && { claimedBy: claim.id }),
    part: paragraph.role === "title" ? "title" : "body",
    by: `relations/${found.relation}: ${found.how}`,
  };
}

/** "could become an ally", "should station troops": no claim of how things are. */
const WISHED = new Set(["could", "should", "may", "might", "would", "must", "can", "will", "shall", "to"]);

/** The verb that a noun is said with ("remains an ally"), else the word itself. */
function predicateOf(analysis: Analysis, at: Word): Word {
  const above = governor(analysis, at);
  return above && (at.deprel === "xcomp" || at.deprel === "obj") && above.upos === "VERB" ? above : at;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function isCompany({ sector }: Actor): boolean {
  return sector === "BUS";
}
